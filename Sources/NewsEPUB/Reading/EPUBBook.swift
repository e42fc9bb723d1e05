internal import NewsArchive
internal import NewsBlocks
internal import NewsModel
internal import NewsXML

/// A book as its package describes it: metadata, reading order, contents.
struct EPUBBook: Sendable {
  /// A document in the reading order.
  struct Chapter: Sendable {
    /// Its name in the archive.
    var name: String
    /// The documents that go on with it: it was split.
    var rest: [String] = []
    /// Its title in the contents.
    var title: String?
    /// The title of the part of the book it is in.
    var section: String?
  }

  /// One line of the contents.
  private struct Line {
    var name: String
    var title: String
    var depth: Int
  }

  let members: ArchiveMembers
  private(set) var metadata = Metadata()
  private(set) var chapters: [Chapter] = []
  private let folder: String

  /// Opens a book.
  ///
  /// - Throws: ``ConversionError`` for what is none, or is protected.
  init(_ members: ArchiveMembers) throws(ConversionError) {
    self.members = members
    guard let container = try members.bytes(of: "META-INF/container.xml"),
      let package = Self.packageName(in: Self.tree(container)),
      let bytes = try members.bytes(of: package)
    else { throw ConversionError(.badInput, "is no EPUB: it has no package document") }
    try Self.refuseProtected(members)
    folder = package.lastIndex(of: "/").map { String(package[...$0]) } ?? ""
    let tree = Self.tree(bytes)
    setMetadata(tree)
    try setChapters(tree)
    if chapters.isEmpty {
      throw ConversionError(.badInput, "is an EPUB without documents in its reading order")
    }
  }

  private static func tree(_ bytes: [UInt8]) -> XMLTree {
    XMLTree(
      parsing: XMLText(bytes) { $0 },
      vocabulary: [
        "http://www.idpf.org/2007/opf": "", "http://purl.org/dc/elements/1.1/": "dc",
        "urn:oasis:names:tc:opendocument:xmlns:container": "",
        "http://www.daisy.org/z3986/2005/ncx/": "", "http://www.w3.org/1999/xhtml": "",
        "http://www.w3.org/2001/04/xmlenc#": "enc",
      ])
  }

  private static func packageName(in tree: XMLTree) -> String? {
    for node in 0..<tree.count where !tree.isText(node) && tree.name(of: node) == "rootfile" {
      if let path = tree.attribute("full-path", of: node) { return path }
    }
    return nil
  }

  /// Fonts may be scrambled; a book whose texts are encrypted is for its owner's program alone.
  private static func refuseProtected(_ members: ArchiveMembers) throws(ConversionError) {
    let fonts = ["http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC"]
    guard let bytes = try members.bytes(of: "META-INF/encryption.xml") else { return }
    let tree = tree(bytes)
    for node in 0..<tree.count where !tree.isText(node) {
      let name = tree.name(of: node)
      guard name == "enc:EncryptionMethod" || name.hasSuffix(":EncryptionMethod") else { continue }
      guard let method = tree.attribute("Algorithm", of: node), !fonts.contains(method) else {
        continue
      }
      let parent = tree.parent(of: node)
      // A key that is encrypted itself protects whatever there is.
      if parent >= 0, tree.name(of: parent).hasSuffix("EncryptedKey") { continue }
      throw ConversionError(
        .badInput, "is protected against copying (DRM) and cannot be read")
    }
  }

  // MARK: - The package

  private mutating func setMetadata(_ tree: XMLTree) {
    var contributors: [(id: String?, name: String)] = []
    var roles: [String: String] = [:]
    for node in 0..<tree.count where !tree.isText(node) {
      let text = PlainText.collapsed(tree.trimmedText(of: node))
      switch tree.name(of: node) {
      case "dc:title": metadata.title = metadata.title ?? (text.isEmpty ? nil : text)
      case "dc:language": metadata.language = metadata.language ?? (text.isEmpty ? nil : text)
      case "dc:creator": if !text.isEmpty { metadata.authors.append(Person(name: text)) }
      case "dc:contributor": contributors.append((tree.attribute("id", of: node), text))
      case "dc:date": metadata.published = metadata.published ?? Timestamp(iso8601: text)
      case "dc:publisher":
        if !text.isEmpty { metadata.publisher = metadata.publisher ?? Organization(name: text) }
      case "dc:rights": metadata.rights = metadata.rights ?? (text.isEmpty ? nil : text)
      case "dc:description":
        metadata.summary = metadata.summary ?? PlainText.cleaned(text)
      case "meta":
        if tree.attribute("property", of: node) == "role",
          let of = tree.attribute("refines", of: node)
        {
          roles[String(of.drop { $0 == "#" })] = text
        }
      default: break
      }
    }
  }

  private mutating func setChapters(_ tree: XMLTree) throws(ConversionError) {
    var items: [String: (name: String, type: String, properties: String)] = [:]
    var order: [String] = []
    var ncx: String?
    var navigation: String?
    for node in 0..<tree.count where !tree.isText(node) {
      switch tree.name(of: node) {
      case "item":
        guard let id = tree.attribute("id", of: node), let href = tree.attribute("href", of: node)
        else { continue }
        let name = Self.resolved(href, from: folder)
        let type = tree.attribute("media-type", of: node)?.lowercased() ?? ""
        let properties = tree.attribute("properties", of: node) ?? ""
        items[id] = (name, type, properties)
        if properties.split(separator: " ").contains("nav") { navigation = name }
        if type == "application/x-dtbncx+xml" { ncx = name }
      case "itemref":
        guard let id = tree.attribute("idref", of: node), let item = items[id],
          item.type.isEmpty || item.type.contains("html"), item.name != navigation,
          tree.attribute("linear", of: node) != "no", members.contains(item.name)
        else { continue }
        order.append(item.name)
      default: break
      }
    }
    var lines: [Line] = []
    if let navigation, let bytes = try members.bytes(of: navigation) {
      lines = Self.lines(of: Self.tree(bytes), name: navigation)
    }
    if lines.isEmpty, let ncx, let bytes = try members.bytes(of: ncx) {
      lines = Self.lines(ofNCX: Self.tree(bytes), name: ncx)
    }
    join(order, lines)
  }

  /// Documents that the contents name begin a chapter; others go on with the one before them.
  private mutating func join(_ order: [String], _ lines: [Line]) {
    // A line with lines below it that lead to other documents is a part of the book.
    var titles: [String: (title: String, section: String?)] = [:]
    var parts: [(depth: Int, line: Line)] = []
    for line in lines {
      while let last = parts.last, last.depth >= line.depth { parts.removeLast() }
      let outer = parts.last { $0.line.name != line.name }
      if titles[line.name] == nil { titles[line.name] = (line.title, outer?.line.title) }
      parts.append((line.depth, line))
    }
    var seen: Set<String> = []
    for name in order where seen.insert(name).inserted {
      if let known = titles[name] {
        chapters.append(Chapter(name: name, title: known.title, section: known.section))
      } else if let last = chapters.indices.last, chapters[last].title != nil {
        chapters[last].rest.append(name)
      } else {
        chapters.append(Chapter(name: name))
      }
    }
  }

  /// The lines of EPUB 3's contents.
  private static func lines(of tree: XMLTree, name: String) -> [Line] {
    var lines: [Line] = []
    for node in 0..<tree.count where !tree.isText(node) && tree.name(of: node) == "nav" {
      let type =
        tree.attributes(of: node).first { $0.name.hasSuffix(":type") || $0.name == "type" }?.value
      guard type == nil || type == "toc" else { continue }
      for link in node..<tree.end(of: node) where !tree.isText(link) && tree.name(of: link) == "a" {
        guard let href = tree.attribute("href", of: link) else { continue }
        var depth = 0
        var at = tree.parent(of: link)
        while at > node {
          if tree.name(of: at) == "ol" { depth += 1 }
          at = tree.parent(of: at)
        }
        let title = PlainText.collapsed(tree.trimmedText(of: link))
        lines.append(
          Line(name: resolved(href, from: Self.folder(of: name)), title: title, depth: depth))
      }
      break
    }
    return lines
  }

  /// The lines of EPUB 2's contents.
  private static func lines(ofNCX tree: XMLTree, name: String) -> [Line] {
    var lines: [Line] = []
    for node in 0..<tree.count where !tree.isText(node) && tree.name(of: node) == "navPoint" {
      guard let content = tree.child("content", of: node),
        let source = tree.attribute("src", of: content)
      else { continue }
      var depth = 0
      var at = tree.parent(of: node)
      while at >= 0 {
        if tree.name(of: at) == "navPoint" { depth += 1 }
        at = tree.parent(of: at)
      }
      let title = tree.child("navLabel", of: node).map { tree.trimmedText(of: $0) } ?? ""
      lines.append(
        Line(
          name: resolved(source, from: folder(of: name)), title: PlainText.collapsed(title),
          depth: depth))
    }
    return lines
  }

  private static func folder(of name: String) -> String {
    name.lastIndex(of: "/").map { String(name[...$0]) } ?? ""
  }

  /// The name in the archive that a reference means, seen from a folder of it.
  static func resolved(_ reference: String, from folder: String) -> String {
    let path = decoded(reference.prefix { $0 != "#" && $0 != "?" })
    var parts = path.hasPrefix("/") ? [] : folder.split(separator: "/").map(String.init)
    for part in path.split(separator: "/") {
      if part == ".." { _ = parts.popLast() } else if part != "." { parts.append(String(part)) }
    }
    return parts.joined(separator: "/")
  }

  /// A path with its percent-escapes resolved.
  private static func decoded(_ path: Substring) -> String {
    var bytes: [UInt8] = []
    var rest = Array(path.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
