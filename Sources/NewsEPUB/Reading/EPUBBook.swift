internal import NewsArchive
internal import NewsBlocks
internal import NewsCommonMark
internal import NewsModel
internal import NewsXML

/// A book as its package describes it: metadata, reading order, contents.
struct EPUBBook: Sendable {
  let members: ArchiveMembers
  private(set) var metadata = EPUBMetadata()
  /// What it is divided into.
  private(set) var division = EPUBChapters([], EPUBContents())
  /// Whether NewsKit made the book: then each article says whose and of when it is.
  private(set) var isOwn = false

  /// Opens a book.
  ///
  /// - Throws: ``ConversionError`` for what is none, or is protected.
  init(_ members: ArchiveMembers, diagnostics: inout Diagnostics) throws(ConversionError) {
    self.members = members
    try Self.refuseProtected(members, &diagnostics)
    let package = try Self.packageName(in: members, &diagnostics)
    guard let bytes = try members.bytes(of: package) else {
      throw ConversionError(
        .badInput, "is no EPUB, or is damaged: its package document '\(package)' is missing")
    }
    let tree = Self.tree(bytes, package, &diagnostics)
    metadata = EPUBMetadata(tree)
    try divide(tree, MemberName.folder(of: package), &diagnostics)
    if division.chapters.isEmpty {
      throw ConversionError(.badInput, "is an EPUB without documents in its reading order")
    }
    isOwn = Self.isOwn(members, division)
  }

  /// References to files elsewhere, such as a document type's, are not followed: there is nothing here
  /// that would.
  private static func tree(
    _ bytes: [UInt8], _ name: String, _ diagnostics: inout Diagnostics
  ) -> XMLTree {
    var fault: (message: String, line: Int)?
    let tree = XMLTree(
      parsing: XMLText(bytes) { CommonMark.text(ofReference: $0) },
      vocabulary: [
        "http://www.idpf.org/2007/opf": "", "http://purl.org/dc/elements/1.1/": "dc",
        "urn:oasis:names:tc:opendocument:xmlns:container": "",
        "http://www.daisy.org/z3986/2005/ncx/": "", "http://www.w3.org/1999/xhtml": "",
        "http://www.w3.org/2001/04/xmlenc#": "enc",
        "http://purl.org/metadata/dublin_core": "dc",
      ], fault: &fault)
    if let fault {
      diagnostics.warn(
        .xmlRepaired,
        "'\(name)' is not well-formed and was read as far as it goes: \(fault.message)",
        line: fault.line)
    }
    return tree
  }

  private static func packageName(
    in members: ArchiveMembers, _ diagnostics: inout Diagnostics
  ) throws(ConversionError) -> String {
    let container = "META-INF/container.xml"
    if let bytes = try members.bytes(of: container) {
      let tree = tree(bytes, container, &diagnostics)
      for node in 0..<tree.count where !tree.isText(node) && tree.name(of: node) == "rootfile" {
        if let path = tree.attribute("full-path", of: node) {
          return MemberName.resolved(path, from: "")
        }
      }
    }
    guard let package = members.names.first(where: { $0.lowercased().hasSuffix(".opf") }) else {
      throw ConversionError(
        .badInput, "is no EPUB: META-INF/container.xml names no package document")
    }
    diagnostics.warn(
      .xmlRepaired, "META-INF/container.xml names no package document: '\(package)' is taken")
    return package
  }

  /// Fonts may be scrambled; a book whose texts are encrypted is for its owner's program alone.
  private static func refuseProtected(
    _ members: ArchiveMembers, _ diagnostics: inout Diagnostics
  ) throws(ConversionError) {
    let fonts = ["http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC"]
    let protected = ConversionError(
      .badInput,
      "is protected against copying (DRM) and cannot be read; its seller's program can")
    let name = "META-INF/encryption.xml"
    guard let bytes = try members.bytes(of: name) else { return }
    let tree = tree(bytes, name, &diagnostics)
    for node in 0..<tree.count where !tree.isText(node) {
      let name = tree.name(of: node)
      guard
        name == "enc:EncryptionMethod" || name.hasSuffix(":EncryptionMethod")
          || name == "EncryptionMethod"
      else { continue }
      if let method = tree.attribute("Algorithm", of: node), fonts.contains(method) { continue }
      // A key that is encrypted itself: what it is for has a method of its own.
      let parent = tree.parent(of: node)
      if parent >= 0, tree.name(of: parent).hasSuffix("EncryptedKey") { continue }
      throw protected
    }
  }

  private mutating func divide(
    _ tree: XMLTree, _ folder: String, _ diagnostics: inout Diagnostics
  ) throws(ConversionError) {
    var items: [String: (name: String, type: String)] = [:]
    var references: [(item: String, isLinear: Bool)] = []
    var guide: [(type: String, name: String)] = []
    var (ncx, navigation): (String?, String?)
    for node in 0..<tree.count where !tree.isText(node) {
      switch tree.name(of: node) {
      case "item":
        guard let id = tree.attribute("id", of: node), let href = tree.attribute("href", of: node)
        else { continue }
        let name = MemberName.resolved(href, from: folder)
        let type = tree.attribute("media-type", of: node)?.lowercased() ?? ""
        items[id] = (name, type)
        let properties = (tree.attribute("properties", of: node) ?? "").split(separator: " ")
        if properties.contains("nav") { navigation = name }
        if type == "application/x-dtbncx+xml" { ncx = name }
      case "itemref":
        guard let id = tree.attribute("idref", of: node) else { continue }
        references.append((id, tree.attribute("linear", of: node) != "no"))
      case "reference":
        guard let type = tree.attribute("type", of: node),
          let href = tree.attribute("href", of: node)
        else { continue }
        guide.append((type, MemberName.resolved(href, from: folder)))
      default: break
      }
    }
    var contents = EPUBContents()
    if let navigation, let bytes = try members.bytes(of: navigation) {
      contents = EPUBContents(
        navigation: Self.tree(bytes, navigation, &diagnostics), name: navigation)
    }
    if contents.lines.isEmpty, let ncx, let bytes = try members.bytes(of: ncx) {
      contents.fill(from: EPUBContents(ncx: Self.tree(bytes, ncx, &diagnostics), name: ncx))
    }
    for (type, name) in guide { contents.addFurniture(type, name, navigation) }
    var order: [String] = []
    for (id, isLinear) in references {
      guard let item = items[id] else {
        diagnostics.warn(.xmlRepaired, "the reading order names '\(id)', which the book has not")
        continue
      }
      guard isLinear, item.name != navigation, Self.isDocument(item.type, item.name) else {
        continue
      }
      if members.contains(item.name) {
        order.append(item.name)
      } else {
        diagnostics.warn(.textDropped, "the document '\(item.name)' is not in the book")
      }
    }
    let texts = order.filter { !contents.furniture.contains($0) }
    division = EPUBChapters(texts.isEmpty ? order : texts, contents)
  }

  private static func isDocument(_ type: String, _ name: String) -> Bool {
    if type.contains("html") || type == "text/x-oeb1-document" { return true }
    let name = name.lowercased()
    return type.isEmpty && [".xhtml", ".html", ".htm", ".xml"].contains { name.hasSuffix($0) }
  }

  /// Our books' pages have classes of their own.
  private static func isOwn(_ members: ArchiveMembers, _ division: EPUBChapters) -> Bool {
    guard let last = division.chapters.last,
      let bytes = try? members.bytes(of: last.pieces[0].name)
    else { return false }
    return String(decoding: bytes.prefix(4096), as: UTF8.self).contains("class=\"nk-")
  }
}
