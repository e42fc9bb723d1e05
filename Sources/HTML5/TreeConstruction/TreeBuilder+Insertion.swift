/// Where a node goes: before a sibling, or, where that is -1, at the end of its parent.
struct InsertionPlace {
  var parent: Int32
  var before: Int32
}

extension TreeBuilder {
  /// "The appropriate place for inserting a node".
  @inline(__always)
  mutating func insertionPlace() -> InsertionPlace {
    let target = current
    guard fostersParents, target.traits.contains(.fostersText) else {
      return InsertionPlace(parent: target.node, before: -1)
    }
    return fosterPlace()
  }

  /// The same for a parent other than the current node.
  mutating func insertionPlace(in parent: OpenElement) -> InsertionPlace {
    guard fostersParents, parent.traits.contains(.fostersText) else {
      return InsertionPlace(parent: parent.node, before: -1)
    }
    return fosterPlace()
  }

  /// Before the table.
  private mutating func fosterPlace() -> InsertionPlace {
    var index = stack.count - 1
    while index > 0 {
      let element = stack[index]
      if element.isHTML(.template) { return InsertionPlace(parent: element.node, before: -1) }
      if element.isHTML(.table) {
        let parent = nodes[element.node].parent
        return parent >= 0
          ? InsertionPlace(parent: parent, before: element.node)
          : InsertionPlace(parent: stack[index - 1].node, before: -1)
      }
      index -= 1
    }
    return InsertionPlace(parent: stack[0].node, before: -1)
  }

  // MARK: - Links

  @inline(__always)
  mutating func link(_ node: Int32, at place: InsertionPlace) {
    nodes[node].parent = place.parent
    if place.before < 0 {
      let last = nodes[place.parent].last
      nodes[node].previous = last
      nodes[node].next = -1
      if last >= 0 { nodes[last].next = node } else { nodes[place.parent].first = node }
      nodes[place.parent].last = node
    } else {
      let previous = nodes[place.before].previous
      nodes[node].previous = previous
      nodes[node].next = place.before
      nodes[place.before].previous = node
      if previous >= 0 { nodes[previous].next = node } else { nodes[place.parent].first = node }
    }
  }

  mutating func unlink(_ node: Int32) {
    let entry = nodes[node]
    guard entry.parent >= 0 else { return }
    if entry.previous >= 0 {
      nodes[entry.previous].next = entry.next
    } else {
      nodes[entry.parent].first = entry.next
    }
    if entry.next >= 0 {
      nodes[entry.next].previous = entry.previous
    } else {
      nodes[entry.parent].last = entry.previous
    }
    nodes[node].parent = -1
    nodes[node].next = -1
    nodes[node].previous = -1
  }

  // MARK: - Elements

  @inline(__always)
  private mutating func append(_ node: BuildNode) -> Int32 {
    nodes.append(node)
    return Int32(truncatingIfNeeded: nodes.count &- 1)
  }

  /// Inserts an element for the token, and opens it.
  @inline(__always)
  @discardableResult
  mutating func insertElement() -> Int32 {
    let node = insertWithoutOpening()
    push(node)
    return node
  }

  /// Inserts an element for the token that has no content.
  @inline(__always)
  @discardableResult
  mutating func insertWithoutOpening(namespace: HTMLDocument.Namespace = .html) -> Int32 {
    let token = tokenizer.token
    let node = append(
      BuildNode(
        start: token.start, count: token.count, position: token.position, name: token.name,
        kind: .element, tag: token.tag, namespace: namespace))
    link(node, at: insertionPlace())
    return node
  }

  /// Inserts an element that no tag in the input stands for.
  @discardableResult
  mutating func insertImplied(_ tag: Tag) -> Int32 {
    let node = append(
      BuildNode(
        start: 0, count: 0, position: tokenizer.token.position, name: UInt32(tag.rawValue),
        kind: .element, tag: tag))
    if stack.isEmpty {
      link(node, at: InsertionPlace(parent: 0, before: -1))
    } else {
      link(node, at: insertionPlace())
    }
    push(node)
    return node
  }

  /// Makes an element like another, which stands nowhere yet.
  mutating func clone(_ node: Int32) -> Int32 {
    let entry = nodes[node]
    return append(
      BuildNode(
        start: entry.start, count: entry.count, position: entry.position, name: entry.name,
        kind: .element, tag: entry.tag, namespace: entry.namespace))
  }

  // MARK: - Characters and comments

  /// Inserts the characters of the token.
  @inline(__always)
  mutating func insertToken() {
    insertText(Slice(start: tokenizer.token.start, count: tokenizer.token.count))
  }

  mutating func insertText(_ text: Slice) {
    let place = insertionPlace()
    if place.parent == 0 { return }
    let previous = place.before < 0 ? nodes[place.parent].last : nodes[place.before].previous
    if previous >= 0, nodes[previous].kind == .text {
      extend(previous, by: text)
      return
    }
    let node = append(
      BuildNode(
        start: text.start, count: text.count, position: tokenizer.token.position, kind: .text))
    link(node, at: place)
  }

  /// Makes a text longer: by what stands behind it already, or by a piece of its own.
  private mutating func extend(_ node: Int32, by text: Slice) {
    let entry = nodes[node]
    if entry.name == 0 {
      let end = entry.start + entry.count
      // The end of the input and the beginning of what was decoded only look like neighbours.
      if end == text.start, end != UInt32(truncatingIfNeeded: tokenizer.count) {
        nodes[node].count += text.count
        return
      }
      pieces.append(TextPiece(start: entry.start, count: entry.count, next: 0))
      nodes[node].start = UInt32(truncatingIfNeeded: pieces.count - 1)
      nodes[node].count = 0
      nodes[node].name = UInt32(truncatingIfNeeded: pieces.count)
    }
    let last = Int(nodes[node].name) - 1
    let end = pieces[last].start + pieces[last].count
    if end == text.start, end != UInt32(truncatingIfNeeded: tokenizer.count) {
      pieces[last].count += text.count
      return
    }
    pieces.append(TextPiece(start: text.start, count: text.count, next: 0))
    pieces[last].next = UInt32(truncatingIfNeeded: pieces.count)
    nodes[node].name = UInt32(truncatingIfNeeded: pieces.count)
  }

  /// Inserts a comment at the end of a node, or where the current node is.
  mutating func insertComment(in parent: Int32? = nil) {
    let token = tokenizer.token
    let node = append(
      BuildNode(start: token.start, count: token.count, position: token.position, kind: .comment))
    link(node, at: parent.map { InsertionPlace(parent: $0, before: -1) } ?? insertionPlace())
  }

  /// Inserts the document type.
  mutating func insertDoctype() {
    doctype = tokenizer.doctype
    hasDoctype = true
    let node = append(
      BuildNode(start: 0, count: 0, position: tokenizer.token.position, kind: .doctype))
    link(node, at: InsertionPlace(parent: 0, before: -1))
  }

  /// Gives an element the attributes of the token that it lacks.
  mutating func addMissingAttributes(to node: Int32) {
    let token = tokenizer.token
    let entry = nodes[node]
    guard token.count > 0, Int(entry.count) < tokenizer.attributeLimit else { return }
    let first = Int(entry.start)
    let last = first + Int(entry.count)
    // Whatever the element has goes from the tag's own list: what remains is new.
    var kept = UniqueArray<TagAttribute>(capacity: Int(token.count))
    for index in Int(token.start)..<Int(token.start + token.count) {
      kept.append(tokenizer.attributes[index])
    }
    var isPresent = Set<UInt32>()
    for index in first..<last { isPresent.insert(tokenizer.attributes[index].name) }
    tokenizer.dropAttributes(from: Int(token.start))
    var missing = 0
    for index in 0..<kept.count where !isPresent.contains(kept[index].name) { missing += 1 }
    guard missing > 0, Int(entry.count) + missing <= tokenizer.attributeLimit else { return }
    let start = tokenizer.attributes.count
    for index in first..<last { tokenizer.attributes.append(tokenizer.attributes[index]) }
    for index in 0..<kept.count where !isPresent.contains(kept[index].name) {
      tokenizer.attributes.append(kept[index])
    }
    nodes[node].start = UInt32(start)
    nodes[node].count = UInt32(tokenizer.attributes.count - start)
  }
}
