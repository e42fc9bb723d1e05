/// The abbreviations of a document, found in text by a tree of their bytes.
struct AbbreviationTable {
  struct Definition {
    var name: [UInt8]
    var title: [UInt8]
    /// The boundary that the definition left, whose attribute list is the abbreviation's.
    var boundary: NodeID
  }

  private struct Branch {
    var children: [UInt8: Int] = [:]
    var definition: Int?
  }

  private(set) var definitions: [Definition] = []
  private var branches = [Branch()]
  private var firstBytes = [Bool](repeating: false, count: 256)

  var isEmpty: Bool { definitions.isEmpty }

  subscript(name: [UInt8]) -> Definition? {
    var branch = 0
    for byte in name {
      guard let next = branches[branch].children[byte] else { return nil }
      branch = next
    }
    return branches[branch].definition.map { definitions[$0] }
  }

  mutating func define(_ name: [UInt8], title: [UInt8], boundary: NodeID) {
    guard let first = name.first else { return }
    firstBytes[Int(first)] = true
    var branch = 0
    for byte in name {
      if let next = branches[branch].children[byte] {
        branch = next
      } else {
        branches.append(Branch())
        branches[branch].children[byte] = branches.count - 1
        branch = branches.count - 1
      }
    }
    let definition = Definition(name: name, title: title, boundary: boundary)
    if let index = branches[branch].definition {
      definitions[index] = definition
    } else {
      branches[branch].definition = definitions.count
      definitions.append(definition)
    }
  }

  /// Whether an abbreviation may start with this byte.
  @inline(__always)
  func mayStart(with byte: UInt8) -> Bool { firstBytes[Int(byte)] }

  /// The longest abbreviation at `position` of `text`.
  ///
  /// - Parameter isWhole: whether no word character may follow it.
  func match(
    in text: [UInt8], at position: Int, end: Int, isWhole: Bool
  ) -> (definition: Int, end: Int)? {
    var branch = 0
    var index = position
    var found: (Int, Int)?
    while index < end, let next = branches[branch].children[text[index]] {
      branch = next
      index += 1
      if let definition = branches[branch].definition,
        !isWhole || index == end || !text[index].isWord
      {
        found = (definition, index)
      }
    }
    return found
  }
}
