/// `selectedcontent` in a `select`: browsers show in it what the selected option holds.
extension TreeBuilder {
  /// Fills the first `selectedcontent` of each `select` that allows one choice.
  mutating func fillSelectedContents() {
    var filled: Set<Int32> = []
    for index in 0..<selectedContents.count {
      let content = selectedContents[index]
      guard let select = select(around: content), filled.insert(select).inserted,
        !hasAttribute(KnownNames.multiple, select),
        let option = selectedOption(of: select, notIn: content)
      else { continue }
      var child = nodes[content].first
      while child >= 0 {
        let next = nodes[child].next
        unlink(child)
        child = next
      }
      copyChildren(of: option, to: content)
    }
  }

  private mutating func select(around node: Int32) -> Int32? {
    var parent = nodes[node].parent
    while parent >= 0 {
      if nodes[parent].tag == .select, nodes[parent].namespace == .html { return parent }
      parent = nodes[parent].parent
    }
    return nil
  }

  private mutating func hasAttribute(_ name: UInt32, _ node: Int32) -> Bool {
    let entry = nodes[node]
    for index in Int(entry.start)..<Int(entry.start + entry.count)
    where tokenizer.attributes[index].name == name {
      return true
    }
    return false
  }

  /// The last option that says so, otherwise the first that is not disabled.
  private mutating func selectedOption(of select: Int32, notIn content: Int32) -> Int32? {
    var usual: Int32?
    var declared: Int32?
    var node = nodes[select].first
    while node >= 0 {
      if nodes[node].tag == .option, nodes[node].namespace == .html {
        if hasAttribute(KnownNames.selected, node) {
          declared = node
        } else if usual == nil, !hasAttribute(KnownNames.disabled, node) {
          usual = node
        }
      }
      node = next(after: node, within: select, skipsChildren: node == content)
    }
    return declared ?? usual
  }

  /// The next node in document order within another; -1 after the last.
  private mutating func next(after node: Int32, within root: Int32, skipsChildren: Bool) -> Int32 {
    if !skipsChildren, nodes[node].first >= 0 { return nodes[node].first }
    var node = node
    while node != root {
      if nodes[node].next >= 0 { return nodes[node].next }
      node = nodes[node].parent
    }
    return -1
  }

  private mutating func copyChildren(of source: Int32, to target: Int32) {
    var node = nodes[source].first
    var parent = target
    while node >= 0, clonesLeft > 0 {
      clonesLeft -= 1
      var entry = nodes[node]
      let hasChildren = entry.first >= 0
      (entry.first, entry.last, entry.next, entry.previous) = (-1, -1, -1, -1)
      entry.isOpen = false
      nodes.append(entry)
      let copy = Int32(truncatingIfNeeded: nodes.count - 1)
      link(copy, at: InsertionPlace(parent: parent, before: -1))
      if hasChildren {
        parent = copy
        node = nodes[node].first
        continue
      }
      while node != source, nodes[node].next < 0 {
        node = nodes[node].parent
        if node != source { parent = nodes[parent].parent }
      }
      if node == source { return }
      node = nodes[node].next
    }
  }
}
