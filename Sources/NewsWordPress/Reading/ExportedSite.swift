internal import NewsBlocks
internal import NewsModel
internal import NewsXML

/// What an export says of the site as a whole, and of what its posts refer to.
struct ExportedSite: Sendable {
  /// A picture, recording or other file.
  struct Attachment: Sendable {
    var id: Int
    var url: String
    var title: String?
    var caption: String?
    var alternative: String?
    var order: Int

    enum Kind { case image, audio, video, other }

    /// What it is, by the ending of its address.
    var kind: Kind {
      let path = url.prefix { $0 != "?" && $0 != "#" }.lowercased()
      guard let dot = path.lastIndex(of: ".") else { return .other }
      switch path[path.index(after: dot)...] {
      case "jpg", "jpeg", "png", "gif", "webp", "avif", "svg", "bmp", "tif", "tiff", "heic", "jpe":
        return .image
      case "mp3", "m4a", "ogg", "oga", "wav", "flac", "aac", "opus", "wma": return .audio
      case "mp4", "m4v", "mov", "webm", "ogv", "avi", "wmv", "flv", "3gp", "mpg": return .video
      default: return .other
      }
    }
  }

  /// What is to be known of a post besides its content.
  struct PostFacts: Sendable {
    var line: Int
    /// The block editor's notes: JSON.
    var footnotes: String?
    var aliases: [String] = []
  }

  var title: String?
  var url: String?
  var language: String?
  /// Whether its texts are WordPress's, where an empty line parts paragraphs.
  var isWordPress = true
  private var authors: [String: Person] = [:]
  private(set) var attachments: [Int: Attachment] = [:]
  private(set) var children: [Int: [Int]] = [:]
  /// Blocks that posts use by their number, and what stands in them.
  private(set) var blocks: [Int: [UInt8]] = [:]
  private(set) var facts: [Int: PostFacts] = [:]

  /// Takes what stands around the items.
  mutating func read(_ tree: XMLTree) {
    guard !tree.isEmpty else { return }
    let channel = tree.child("channel", of: XMLTree.root) ?? XMLTree.root
    title = PlainText.cleaned(tree.text("title", of: channel))
    url = tree.text("wp:base_blog_url", of: channel) ?? tree.text("link", of: channel)
    language = tree.text("language", of: channel)
    if tree.text("generator", of: channel)?.lowercased().contains("squarespace") == true {
      isWordPress = false
    }
    for node in tree.children(of: channel) where tree.name(of: node) == "wp:author" {
      func text(_ name: String) -> String? { tree.text("wp:author_" + name, of: node) }
      let parts = [text("first_name"), text("last_name")].compactMap(\.self)
      let name = text("display_name") ?? (parts.isEmpty ? nil : parts.joined(separator: " "))
      guard let login = text("login"), let name = PlainText.cleaned(name) else { continue }
      authors[login] = Person(name: name)
    }
  }

  /// Takes an attachment or a block; whether it was one.
  mutating func take(_ item: ExportedItem) -> Bool {
    switch item.type {
    case "attachment":
      guard let id = item.id, let url = item.attachmentURL ?? item.guid else { return true }
      attachments[id] = Attachment(
        id: id, url: url, title: PlainText.cleaned(item.title),
        caption: PlainText.cleaned(String(decoding: item.excerpt, as: UTF8.self)),
        alternative: PlainText.cleaned(item.field("_wp_attachment_image_alt")),
        order: item.order)
      if let parent = item.parent { children[parent, default: []].append(id) }
      return true
    case "wp_block":
      if let id = item.id { blocks[id] = item.content }
      return true
    default: return false
    }
  }

  /// Keeps what is to be known of a post when it is read.
  mutating func note(_ item: ExportedItem) {
    guard let id = item.id, facts[id] == nil else { return }
    var facts = PostFacts(line: item.line, footnotes: item.field("footnotes"))
    if let address = item.guid, address.contains("://") { facts.aliases.append(address) }
    self.facts[id] = facts
  }

  /// The addresses that every post has besides its own.
  func aliases(ofPost id: Int) -> [String] {
    let home = (url ?? "").hasSuffix("/") ? String((url ?? "").dropLast()) : url ?? ""
    return (facts[id]?.aliases ?? []) + ["\(home)/?p=\(id)", "\(home)/?page_id=\(id)"]
  }

  /// The attachments of a post, as the site orders them.
  func attachments(of post: Int, _ kind: Attachment.Kind) -> [Attachment] {
    (children[post] ?? []).compactMap { attachments[$0] }.filter { $0.kind == kind }
      .enumerated().sorted {
        ($0.element.order, $0.offset) < ($1.element.order, $1.offset)
      }.map(\.element)
  }

  /// The authors of an item; whether one of them is known by a login name alone.
  func authors(of item: ExportedItem) -> (people: [Person], areNamed: Bool) {
    // Several authors of one post are terms, of a plug-in's taxonomy.
    let several = item.terms.filter { $0.domain == "author" }
    if !several.isEmpty {
      var people: [Person] = []
      for term in several {
        let slug = term.slug.map { $0.hasPrefix("cap-") ? String($0.dropFirst(4)) : $0 }
        let person =
          slug.flatMap { authors[$0] } ?? authors[term.name] ?? Person(name: term.name)
        people.append(person)
      }
      return (people.distinct(), true)
    }
    guard let creator = item.creator else { return ([], true) }
    // Exports that were mended by hand have marks of their markup in names.
    let login = creator.filter { $0 != "<" && $0 != ">" }
    if let known = authors[creator] ?? authors[login] { return ([known], true) }
    return ([Person(name: creator)], false)
  }
}
