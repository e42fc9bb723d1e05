internal import NewsBytes
internal import NewsHTML

/// Reading names of elements.
extension ElementHint {
  /// What the names of an element say.
  static func named(_ node: Int, in tree: HTMLTree) -> ElementHint {
    named(node, in: tree) { name in
      tree.bytes.withUnsafeBufferPointer { named(UnsafeBufferPointer(rebasing: $0[name])) }
    }
  }

  /// What the names of an element say.
  ///
  /// - Parameter named: what a name says, given by its place.
  @inline(__always)
  static func named(
    _ node: Int, in tree: HTMLTree, _ named: (Range<Int>) -> ElementHint
  ) -> ElementHint {
    var hint: ElementHint = []
    for index in tree.attributes(of: node) {
      let attribute = tree.attributes[index]
      switch attribute.name {
      case .class, .id, .role, .dataComponent, .dataTestid, .itemprop, .dataType, .dataRole:
        let start = Int(attribute.start)
        let count = min(Int(attribute.count), longestName)
        let name = start..<(start + count)
        // An anchor of many words is made of a heading's text, not of what the element is for.
        if attribute.name == .id, isSentence(tree.bytes[name]) { continue }
        hint.formUnion(named(name))
      case .ariaModal:
        if tree.value(at: index).elementsEqual("true".utf8) { hint.formUnion(.overlay) }
      default: break
      }
    }
    // MathJax names formulas after the menu that it hangs on them (`CtxtMenu_Attached_0`).
    if hint.contains(.navigation), let name = tree.value(.class, of: node),
      name.starts(with: "MathJax".utf8)
    {
      return []
    }
    return hint
  }

  private static let recipe = Array("recipe".utf8)

  /// Names are read so far.
  private static let longestName = 2048

  private static func isSentence(_ name: ArraySlice<UInt8>) -> Bool {
    var borders = 0
    for byte in name where byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") { borders += 1 }
    return borders >= 3
  }

  /// What the name of an element that a site defined itself says: `amp-consent`, `share-buttons`.
  static func ofElement(_ node: Int, in tree: HTMLTree) -> ElementHint {
    let name = tree.elementName(of: node)
    guard name.utf8.count <= longestName, name.utf8.contains(UInt8(ascii: "-")) else { return [] }
    return Array(name.utf8).withUnsafeBufferPointer { named($0) }
  }

  /// What a name says.
  static func named(_ text: UnsafeBufferPointer<UInt8>) -> ElementHint {
    var hint = ElementHint(rawValue: automaton.bits(in: text))
    if hint.contains(.part) { hint.remove(.widget) }
    // How long a dish takes is no date.
    if hint.contains(.date), recipe.withUnsafeBufferPointer({ text.place(of: $0) }) != nil {
      hint.remove(.date)
    }
    return hint
  }
}
