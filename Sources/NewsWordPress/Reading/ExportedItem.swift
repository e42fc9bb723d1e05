internal import NewsModel
internal import NewsXML

/// One item of an export as it is there: a post, a page, an attachment, a block for use in posts.
struct ExportedItem: Sendable {
  var line: Int
  var id: Int?
  var type = "post"
  var status = "publish"
  var title: String?
  var link: String?
  var guid: String?
  var slug: String?
  /// WordPress's markup.
  var content: [UInt8] = []
  var excerpt: [UInt8] = []
  /// The login name of its author.
  var creator: String?
  var published: Timestamp?
  var modified: Timestamp?
  /// Something is written where its date should be, and it is none.
  var hasBadDate = false
  var terms: [Term] = []
  /// Custom fields and what plug-ins note.
  var fields: [(key: String, value: String)] = []
  var parent: Int?
  var order = 0
  var isSticky = false
  var isProtected = false
  /// The address of an attachment's file.
  var attachmentURL: String?

  /// A category, tag or the like.
  struct Term: Sendable {
    /// `category`, `post_tag`, `author`, or the name of a taxonomy of the site's own.
    var domain: String
    var slug: String?
    var name: String
  }

  init(_ tree: XMLTree) {
    line = tree.line(of: XMLTree.root)
    // Where each term is, by its domain and name.
    var places: [[String]: Int] = [:]
    for child in tree.children(of: XMLTree.root) {
      switch tree.name(of: child) {
      case "content:encoded": content = Self.markup(child, tree)
      case "excerpt:encoded": excerpt = Self.markup(child, tree)
      case "category": addTerm(child, tree, &places)
      case "wp:postmeta":
        if let key = tree.text("wp:meta_key", of: child), fields.count < Self.mostFields {
          fields.append((key, tree.text("wp:meta_value", of: child) ?? ""))
        }
      // Comments are not the article's.
      case "wp:comment": break
      case let name: setText(name, tree.trimmedText(of: child))
      }
    }
    setDates(tree)
  }

  /// More belong to no post.
  private static let mostFields = 10_000

  private mutating func setText(_ name: String, _ text: String) {
    guard !text.isEmpty else { return }
    switch name {
    case "title": title = text
    case "link": link = text
    case "guid": guid = text
    case "dc:creator": creator = text
    case "wp:post_id": id = Int(text)
    case "wp:post_type": type = text
    case "wp:status": status = text
    case "wp:post_name": slug = text
    case "wp:post_parent": parent = Int(text).flatMap { $0 == 0 ? nil : $0 }
    case "wp:menu_order": order = Int(text) ?? 0
    case "wp:is_sticky": isSticky = text == "1"
    case "wp:post_password": isProtected = true
    case "wp:attachment_url": attachmentURL = text
    default: break
    }
  }

  /// The text of an element; markup that somebody did not escape is taken as it is.
  private static func markup(_ node: Int, _ tree: XMLTree) -> [UInt8] {
    tree.hasElements(node) ? tree.markup(within: node) : tree.bytes(of: node)
  }

  private mutating func addTerm(
    _ node: Int, _ tree: XMLTree, _ places: inout [[String]: Int]
  ) {
    let name = tree.trimmedText(of: node)
    guard !name.isEmpty else { return }
    var domain = tree.attribute("domain", of: node) ?? "category"
    // WXR 1.0 calls tags so.
    if domain == "tag" { domain = "post_tag" }
    let slug = tree.attribute("nicename", of: node)
    // And has each twice: with its name in addresses and without.
    if let known = places[[domain, name]] {
      terms[known].slug = terms[known].slug ?? slug
      return
    }
    places[[domain, name]] = terms.count
    terms.append(Term(domain: domain, slug: slug, name: name))
  }

  /// The value of a custom field.
  func field(_ key: String) -> String? {
    fields.first { $0.key == key && !$0.value.isEmpty }?.value
  }

  // MARK: - Dates

  private mutating func setDates(_ tree: XMLTree) {
    func text(_ name: String) -> String? { tree.text(name, of: XMLTree.root) }
    published =
      Self.date(local: text("wp:post_date"), greenwich: text("wp:post_date_gmt"))
      ?? text("pubDate").flatMap { Timestamp(rfc5322: $0) }
    modified = Self.date(
      local: text("wp:post_modified"), greenwich: text("wp:post_modified_gmt"))
    hasBadDate = published == nil && (text("wp:post_date") ?? text("pubDate")) != nil
  }

  /// A time as the site's clock showed it, with the offset that its two forms show.
  private static func date(local: String?, greenwich: String?) -> Timestamp? {
    // `0000-00-00 00:00:00` is no date: WordPress has it where none was set.
    let local = local.flatMap { Timestamp(iso8601: $0) }
    var universal = greenwich.flatMap { Timestamp(iso8601: $0) }
    if universal?.time?.offset == nil { universal?.time?.offset = 0 }
    guard var local else { return universal }
    guard let universal, local.time?.offset == nil,
      let apart = Self.seconds(from: universal, to: local),
      apart.magnitude <= 15 * 3600, apart % 900 == 0
    else { return local.time?.offset == nil ? universal ?? local : local }
    local.time?.offset = apart
    return local
  }

  /// The seconds between two times of the same day or of neighbouring days, offsets left aside.
  private static func seconds(from first: Timestamp, to second: Timestamp) -> Int? {
    guard let one = first.time, let other = second.time else { return nil }
    let clock =
      (other.hour - one.hour) * 3600 + (other.minute - one.minute) * 60 + other.second - one.second
    let days = day(second) - day(first)
    return days.magnitude > 1 ? nil : days * 86_400 + clock
  }

  /// Days since a day of long ago.
  private static func day(_ date: Timestamp) -> Int {
    let year = date.month > 2 ? date.year : date.year - 1
    let month = (date.month + 9) % 12
    return year * 365 + year / 4 - year / 100 + year / 400 + (month * 306 + 5) / 10 + date.day
  }
}
