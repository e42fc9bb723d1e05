/// The list of active formatting elements, and the adoption agency.
extension TreeBuilder {
  static let marker: Int32 = -1

  mutating func insertMarker() { formatting.append(Self.marker) }

  mutating func clearFormattingToMarker() {
    while !formatting.isEmpty {
      if formatting.removeLast() == Self.marker { return }
    }
  }

  /// Opens a formatting element for the token; of more than three alike the earliest is forgotten.
  mutating func insertFormatting() {
    let token = tokenizer.token
    var alike = 0
    var earliest = -1
    var index = formatting.count - 1
    var sinceMarker = 0
    while index >= 0, formatting[index] != Self.marker {
      sinceMarker += 1
      if isAlike(formatting[index], token) {
        alike += 1
        earliest = index
      }
      index -= 1
    }
    if alike >= 3 {
      formatting.remove(at: earliest)
    } else if sinceMarker >= Self.formattingLimit {
      formatting.remove(at: index + 1)
      loss.hasTooManyClones = true
    }
    formatting.append(insertElement())
  }

  /// Whether an element has the token's name and attributes.
  @inline(__always)
  private mutating func isAlike(_ node: Int32, _ token: Token) -> Bool {
    let entry = nodes[node]
    guard entry.name == token.name, entry.count == token.count else { return false }
    return token.count == 0 || hasSameAttributes(entry, token)
  }

  private mutating func hasSameAttributes(_ entry: BuildNode, _ token: Token) -> Bool {
    for index in Int(entry.start)..<Int(entry.start + entry.count) {
      let attribute = tokenizer.attributes[index]
      guard let other = tokenizer.attribute(attribute.name, from: token.start) else { return false }
      let value = tokenizer.attributes[other]
      guard value.count == attribute.count else { return false }
      for offset in 0..<value.count
      where byte(at: value.start + offset) != byte(at: attribute.start + offset) {
        return false
      }
    }
    return true
  }

  /// "Reconstruct the active formatting elements".
  @inline(__always)
  mutating func reconstructFormatting() {
    guard !formatting.isEmpty else { return }
    let last = formatting[formatting.count &- 1]
    if last == Self.marker || nodes[last].isOpen { return }
    reopenFormatting()
  }

  @inline(never)
  private mutating func reopenFormatting() {
    var index = formatting.count - 1
    while index > 0 {
      let earlier = formatting[index - 1]
      if earlier == Self.marker || nodes[earlier].isOpen { break }
      index -= 1
    }
    while index < formatting.count {
      guard clonesLeft > 0, stack.count < openLimit else {
        // Text must not wait for what never comes.
        loss.hasTooManyClones = true
        formatting.truncate(to: index)
        return
      }
      clonesLeft -= 1
      let node = clone(formatting[index])
      link(node, at: insertionPlace())
      push(node)
      formatting[index] = node
      index += 1
    }
  }

  /// The last formatting element of a name since the last marker.
  private mutating func formattingPlace(of tag: Tag) -> Int? {
    var index = formatting.count - 1
    while index >= 0, formatting[index] != Self.marker {
      if nodes[formatting[index]].tag == tag { return index }
      index -= 1
    }
    return nil
  }

  mutating func formattingElement(_ tag: Tag) -> Int32? {
    formattingPlace(of: tag).map { formatting[$0] }
  }

  mutating func formattingPlace(ofNode node: Int32) -> Int? {
    var index = formatting.count - 1
    while index >= 0 {
      if formatting[index] == node { return index }
      index -= 1
    }
    return nil
  }

  mutating func stackPlace(of node: Int32) -> Int? {
    guard nodes[node].isOpen else { return nil }
    var index = stack.count - 1
    while index >= 0 {
      if stack[index].node == node { return index }
      index -= 1
    }
    return nil
  }

  mutating func removeFromStack(_ index: Int) {
    nodes[stack[index].node].isOpen = false
    stack.remove(at: index)
  }

  // MARK: - The adoption agency

  /// Runs the adoption agency algorithm for a tag's name; whether the rules for any other end tag
  /// are to be applied instead.
  mutating func adopt(_ tag: Tag) -> Bool {
    if current.isHTML(tag), formattingPlace(ofNode: current.node) == nil {
      pop()
      return false
    }
    for _ in 0..<8 {
      guard let place = formattingPlace(of: tag) else { return true }
      let element = formatting[place]
      guard let index = stackPlace(of: element) else {
        formatting.remove(at: place)
        return false
      }
      guard isInScope(index) else { return false }
      guard let block = furthestBlock(after: index) else {
        popThrough(index)
        formatting.remove(at: place)
        return false
      }
      adopt(element, at: place, open: index, block: block)
    }
    return false
  }

  /// Whether nothing above a place on the stack ends the scope.
  private mutating func isInScope(_ index: Int) -> Bool {
    var above = stack.count - 1
    while above > index {
      if stack[above].traits.contains(.scope) { return false }
      above -= 1
    }
    return true
  }

  private mutating func furthestBlock(after index: Int) -> Int? {
    var place = index + 1
    while place < stack.count {
      if stack[place].traits.contains(.special) { return place }
      place += 1
    }
    return nil
  }

  /// One round: the furthest block takes the element's place, and the element is made again in it.
  private mutating func adopt(_ element: Int32, at place: Int, open index: Int, block: Int) {
    let ancestor = stack[index - 1]
    let furthest = stack[block].node
    var bookmark = place
    var last = furthest
    var above = block
    var inner = 0
    while true {
      inner += 1
      above -= 1
      let node = stack[above].node
      if node == element { break }
      var listed = formattingPlace(ofNode: node)
      if inner > 3, let found = listed {
        formatting.remove(at: found)
        if found < bookmark { bookmark -= 1 }
        listed = nil
      }
      guard let listed else {
        removeFromStack(above)
        continue
      }
      let copy = clone(node)
      formatting[listed] = copy
      nodes[node].isOpen = false
      nodes[copy].isOpen = true
      stack[above].node = copy
      if last == furthest { bookmark = listed + 1 }
      unlink(last)
      link(last, at: InsertionPlace(parent: copy, before: -1))
      last = copy
    }
    unlink(last)
    link(last, at: insertionPlace(in: ancestor))

    let copy = clone(element)
    moveChildren(of: furthest, to: copy)
    link(copy, at: InsertionPlace(parent: furthest, before: -1))

    if let old = formattingPlace(ofNode: element) {
      formatting.remove(at: old)
      if old < bookmark { bookmark -= 1 }
    }
    formatting.insert(copy, at: min(bookmark, formatting.count))
    if let old = stackPlace(of: element) { removeFromStack(old) }
    if let under = stackPlace(of: furthest) {
      let entry = nodes[copy]
      nodes[copy].isOpen = true
      stack.insert(
        OpenElement(
          node: copy, tag: entry.tag, namespace: entry.namespace, traits: entry.tag.traits),
        at: under + 1)
    }
  }

  mutating func moveChildren(of node: Int32, to other: Int32) {
    let (first, last) = (nodes[node].first, nodes[node].last)
    guard first >= 0 else { return }
    var child = first
    while child >= 0 {
      nodes[child].parent = other
      child = nodes[child].next
    }
    nodes[other].first = first
    nodes[other].last = last
    nodes[node].first = -1
    nodes[node].last = -1
  }
}
