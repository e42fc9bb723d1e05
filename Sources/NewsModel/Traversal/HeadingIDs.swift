/// The anchors that GitHub and kramdown give headings that have none.
///
/// Text in lower case, blanks as hyphens, everything left out that is no letter, digit, hyphen or
/// underscore; a number after those that were there before.
package struct HeadingIDs {
  private var counts: [String: Int] = [:]

  /// Makes the anchors of one article.
  package init() {}

  /// The anchor of the next heading.
  package mutating func next(for content: [Inline]) -> String {
    var id = ""
    for scalar in content.plainText.lowercased().unicodeScalars {
      switch scalar.properties.generalCategory {
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
        .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber,
        .connectorPunctuation:
        id.unicodeScalars.append(scalar)
      default:
        if scalar == " " || scalar == "-" { id.append("-") }
      }
    }
    if id.isEmpty { id = "section" }
    let count = counts[id, default: 0]
    counts[id] = count + 1
    return count == 0 ? id : "\(id)-\(count)"
  }

  /// Whether all headings of an article have just these anchors, so that none need be written.
  package static func areAutomatic(in blocks: [Block]) -> Bool {
    var ids = HeadingIDs()
    var found = false
    var pending: [ArraySlice<Block>] = [blocks[...]]
    while let slice = pending.popLast() {
      guard let block = slice.first else { continue }
      pending.append(slice.dropFirst())
      switch block {
      case .heading(let heading):
        guard let id = heading.attributes.id, id == ids.next(for: heading.content) else {
          return false
        }
        found = true
      case .quote, .list, .division, .details: pending.append(block.children[...])
      default: break
      }
    }
    return found
  }
}

extension HeadingIDs {
  /// Blocks whose headings have anchors.
  package mutating func adding(to blocks: [Block]) -> [Block] {
    var result = blocks
    for index in result.indices {
      switch result[index] {
      case .heading(var heading):
        let id = next(for: heading.content)
        if heading.attributes.id == nil { heading.attributes.id = id }
        result[index] = .heading(heading)
      case .quote, .list, .division, .details:
        result[index].updateContents(
          &self, blocks: { ids, blocks in blocks = ids.adding(to: blocks) }, inlines: { _, _ in })
      default: break
      }
    }
    return result
  }
}
