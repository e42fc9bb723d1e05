internal import NewsCommonMark
internal import NewsModel
internal import NewsXML

/// A document of XML, read as far as it goes.
struct ItemDocument {
  let tree: XMLTree

  /// Parses a document.
  ///
  /// - Parameter name: what it should be, for messages.
  init(
    _ source: Source, name: String, limits: Limits, diagnostics: inout Diagnostics
  ) throws(ConversionError) {
    let text = XMLText(source.bytes, transport: source.charset) { CommonMark.text(ofReference: $0) }
    var records = XMLRecords(text, records: [], vocabulary: Self.prefixes, limits: limits)
    while records.next() != nil {}
    tree = records.surroundings
    var fault = records.fault
    // The parser ends its messages as it likes.
    while let last = fault?.message.last, last == "." || last.isWhitespace {
      fault?.message.removeLast()
    }
    guard !tree.isEmpty else {
      throw ConversionError(
        .badInput, fault.map { "it is no \(name): \($0.message)" } ?? "it is no \(name)",
        file: source.path, line: fault?.line)
    }
    if let fault {
      diagnostics.warn(
        .xmlRepaired,
        "the document is not well-formed and was read as far as it goes: \(fault.message)",
        line: fault.line)
    }
  }

  /// Names are written without a prefix where they are IPTC's.
  private static let prefixes = [
    "http://iptc.org/std/NITF/2006-10-18/": "nitf",
    "http://iptc.org/std/nar/2006-10-01/": "",
    "http://www.w3.org/1999/xhtml": "xhtml",
    "http://www.w3.org/XML/1998/namespace": "xml",
  ]
}

extension XMLTree {
  /// The name of an element without its prefix.
  func localName(of node: Int) -> String {
    let name = name(of: node)
    guard let colon = name.utf8.lastIndex(of: UInt8(ascii: ":")) else { return name }
    return String(name[name.utf8.index(after: colon)...])
  }

  /// The children of a name without prefix.
  func children(_ name: String, of node: Int) -> [Int] {
    children(of: node).filter { localName(of: $0) == name }
  }

  /// The first element down a path of names without prefixes.
  func first(_ path: String..., from node: Int) -> Int? {
    var at = node
    for name in path {
      guard let next = children(of: at).first(where: { localName(of: $0) == name }) else {
        return nil
      }
      at = next
    }
    return at
  }

  /// Every element of a name below a node, in order; none within another of them.
  func outermost(_ names: Set<String>, from node: Int) -> [Int] {
    var found: [Int] = []
    var index = node
    while index < end(of: node) {
      if !isText(index), names.contains(localName(of: index)) {
        found.append(index)
        index = end(of: index)
      } else {
        index += 1
      }
    }
    return found
  }

  /// The text of a node on one line; `nil` where there is none.
  func phrase(of node: Int?) -> String? {
    node.flatMap { String(decoding: bytes(of: $0), as: UTF8.self).collapsed }
  }

  /// An attribute that says something.
  func word(_ name: String, of node: Int?) -> String? {
    node.flatMap { attribute(name, of: $0)?.collapsed }
  }
}
