internal import NewsModel
internal import NewsXML

/// What the elements of feeds mean.
///
/// RSS 0.9x, 2.0, 1.0 with its modules, Atom 0.3 and 1.0, and the mixtures that are found: elements
/// of one in feeds of another mean what they mean at home. Where several say the same, the order of
/// preference is that of Universal Feed Parser.
struct FeedElements {
  /// What the names of a document mean, by their numbers.
  private var meanings: [FeedElement?] = []

  /// An entry from its element.
  mutating func entry(_ tree: XMLTree, address: String?) -> FeedEntry {
    var entry = FeedEntry()
    var collected = Collected()
    entry.line = tree.line(of: XMLTree.root)
    for child in tree.children(of: XMLTree.root) {
      read(child, of: tree, into: &entry, &collected, address: address)
    }
    entry.link =
      collected.alternate ?? collected.text ?? collected.permalink ?? collected.original
      ?? entry.id.flatMap { FeedAddress.isAbsolute($0) ? $0 : nil }
    entry.published = collected.published ?? collected.created
    entry.updated = collected.updated
    if entry.content == nil, let body = collected.body { entry.content = body }
    entry.authors = collected.authors.distinct(by: \.name)
    entry.tags = collected.tags.distinct()
    entry.language = language(tree, at: XMLTree.root) ?? collected.language
    if entry.image == nil { entry.image = collected.image }
    return entry
  }

  /// What is said by several elements, before it is decided on.
  private struct Collected {
    var alternate: String?
    var alternateIsHTML = false
    var text: String?
    var permalink: String?
    var original: String?
    var published: Timestamp?
    var created: Timestamp?
    var updated: Timestamp?
    var body: FeedText?
    var authors: [Person] = []
    var tags: [String] = []
    var language: String?
    var image: LeadImage?

    mutating func add(_ person: Person?) {
      if let person { authors.append(person) }
    }

    mutating func add(tag: String?) {
      if let tag, !tag.isEmpty { tags.append(tag) }
    }
  }

  private mutating func meaning(of node: Int, in tree: XMLTree) -> FeedElement {
    guard let number = tree.nameNumber(of: node) else { return .other }
    while meanings.count <= number { meanings.append(nil) }
    if let known = meanings[number] { return known }
    let meaning = FeedElement(name: tree.name(of: node))
    meanings[number] = meaning
    return meaning
  }

  private mutating func read(
    _ node: Int, of tree: XMLTree, into entry: inout FeedEntry, _ collected: inout Collected,
    address: String?
  ) {
    let meaning = meaning(of: node, in: tree)
    if meaning == .other { return }
    if meaning == .blogger || meaning == .atomCategory, entry.blogger.take(node, of: tree) {
      return
    }
    let text = { tree.trimmedText(of: node) }
    switch meaning {
    case .title:
      let title = FeedText(tree, node)
      if !title.isEmpty { entry.title = title }
    case .secondTitle:
      if entry.title == nil { entry.title = FeedText(tree, node).nonEmpty }
    case .link:
      link(node, of: tree, into: &entry, &collected, address: address)
    case .guid, .id:
      entry.id = text()
      if meaning == .guid, tree.attribute("isPermaLink", of: node) != "false",
        FeedAddress.isAbsolute(text())
      {
        collected.permalink = text()
      }
    case .original: collected.original = text()
    case .published:
      collected.published = collected.published ?? FeedDate.date(text())
    case .created:
      collected.created = collected.created ?? FeedDate.date(text())
    case .updated:
      collected.updated = collected.updated ?? FeedDate.date(text())
    case .author:
      collected.add(FeedPerson.person(tree, node))
    case .contributor:
      if let person = FeedPerson.person(tree, node) { entry.contributors.append(person) }
    case .category, .atomCategory:
      for tag in tags(node, of: tree) { collected.add(tag: tag) }
    case .categories:
      for child in tree.children(of: node) where tree.name(of: child) == "category" {
        for tag in tags(child, of: tree) { collected.add(tag: tag) }
      }
    case .keywords:
      keywords(text(), &collected)
    case .itunesCategory:
      collected.add(tag: tree.attribute("text", of: node).map(FeedLine.collapsed))
    case .content:
      content(node, of: tree, into: &entry, address: address)
    case .body:
      let body = FeedText(tree, node)
      if !body.isEmpty { collected.body = body }
    case .description, .secondDescription:
      description(node, of: tree, isSecond: meaning == .secondDescription, into: &entry)
    case .language: collected.language = text()
    case .rights:
      if !text().isEmpty { entry.rights = text() }
    case .source:
      entry.source = source(node, of: tree)
    case .media:
      FeedMedia.read(node, of: tree, into: &entry, image: &collected.image, address: address)
      mediaTags(node, of: tree, &collected)
    case .blogger, .other: break
    }
  }

  /// Tags of Media RSS, which may stand at a group or a file of it as well as at the entry.
  private func mediaTags(_ node: Int, of tree: XMLTree, _ collected: inout Collected) {
    for child in tree.children(of: node) {
      switch tree.name(of: child) {
      case "media:content": mediaTags(child, of: tree, &collected)
      case "media:category": for tag in tags(child, of: tree) { collected.add(tag: tag) }
      case "media:keywords": keywords(tree.trimmedText(of: child), &collected)
      default: break
      }
    }
  }

  private func keywords(_ text: String, _ collected: inout Collected) {
    let separator: Character = text.contains(",") ? "," : " "
    for word in text.split(separator: separator) {
      collected.add(tag: FeedLine.collapsed(String(word)))
    }
  }

  // MARK: - Addresses

  private func link(
    _ node: Int, of tree: XMLTree, into entry: inout FeedEntry, _ collected: inout Collected,
    address: String?
  ) {
    func resolved(_ reference: String) -> String {
      FeedAddress.resolved(reference, against: tree.bases(at: node), feed: address)
    }
    guard let target = tree.attribute("href", of: node)?.trimmed, !target.isEmpty else {
      // Some escape the `&` of an address twice.
      var text = tree.trimmedText(of: node)
      if text.utf8.contains(UInt8(ascii: "&")) {
        text = text.replacing("&#38;", with: "&").replacing("&amp;", with: "&")
      }
      if !text.isEmpty { collected.text = resolved(text) }
      return
    }
    switch tree.attribute("rel", of: node)?.lowercased() ?? "alternate" {
    case "alternate", "http://www.iana.org/assignments/relation/alternate":
      let type = tree.attribute("type", of: node)?.lowercased() ?? "text/html"
      if collected.alternate == nil || type.hasSuffix("html") {
        if collected.alternate == nil || type.hasSuffix("html") && !collected.alternateIsHTML {
          collected.alternate = resolved(target)
          collected.alternateIsHTML = type.hasSuffix("html")
        }
      }
    case "enclosure":
      FeedMedia.add(
        address: resolved(target), type: tree.attribute("type", of: node),
        title: tree.attribute("title", of: node), to: &entry, image: &collected.image)
    default: break
    }
  }

  private func source(_ node: Int, of tree: XMLTree) -> Organization? {
    var name = tree.text("title", of: node) ?? tree.text("atom:title", of: node)
    if name == nil, !tree.hasElements(node) { name = tree.trimmedText(of: node) }
    guard let name, !name.isEmpty else { return nil }
    var url = tree.attribute("url", of: node)
    for child in tree.children(of: node)
    where tree.name(of: child) == "atom:link" && tree.attribute("rel", of: child) != "self" {
      url = url ?? tree.attribute("href", of: child)
    }
    return Organization(name: name, url: url.flatMap { FeedAddress.isAbsolute($0) ? $0 : nil })
  }

  // MARK: - Texts

  private func content(
    _ node: Int, of tree: XMLTree, into entry: inout FeedEntry, address: String?
  ) {
    let text = FeedText(tree, node)
    guard !text.isEmpty else { return }
    // Several are the same in other types: HTML is preferred.
    if entry.content == nil || entry.content?.isMarkup == false && text.isMarkup {
      entry.content = text
    }
  }

  private func description(
    _ node: Int, of tree: XMLTree, isSecond: Bool, into entry: inout FeedEntry
  ) {
    let text = FeedText(tree, node)
    guard !text.isEmpty else { return }
    if entry.summary == nil {
      entry.summary = text
    } else if !isSecond, entry.content == nil {
      // Two of them: the first is the abstract, the second the text.
      entry.content = text
    }
  }

  private func tags(_ node: Int, of tree: XMLTree) -> [String] {
    if let term = tree.attribute("term", of: node) ?? tree.attribute("label", of: node) {
      let label = FeedLine.collapsed(term)
      if !label.isEmpty { return [label] }
    }
    let text = FeedLine.collapsed(tree.trimmedText(of: node))
    return text.isEmpty ? [] : [text]
  }

  func language(_ tree: XMLTree, at node: Int) -> String? {
    guard let language = tree.language(at: node)?.trimmed, !language.isEmpty else { return nil }
    return language
  }

  // MARK: - The feed

  /// What a feed says of itself.
  func head(_ tree: XMLTree, address: String?) -> FeedHead {
    var head = FeedHead()
    guard !tree.isEmpty else { return head }
    head.language = language(tree, at: XMLTree.root)
    // RSS has its channel within the root, Atom's root is the feed.
    var places = [XMLTree.root]
    for child in tree.children(of: XMLTree.root)
    where ["channel", "Channel"].contains(tree.name(of: child)) {
      places.insert(child, at: 0)
    }
    for place in places {
      for child in tree.children(of: place) { read(child, of: tree, into: &head, address: address) }
    }
    return head
  }

  private func read(_ node: Int, of tree: XMLTree, into head: inout FeedHead, address: String?) {
    let text = { tree.trimmedText(of: node) }
    switch tree.name(of: node) {
    case "title", "atom:title", "dc:title":
      if head.title == nil { head.title = FeedText(tree, node).nonEmpty }
    case "link", "atom:link":
      let rel = tree.attribute("rel", of: node)?.lowercased() ?? "alternate"
      let target = tree.attribute("href", of: node)?.trimmed ?? text()
      if rel == "alternate", head.link == nil, !target.isEmpty {
        head.link = FeedAddress.resolved(target, against: tree.bases(at: node), feed: address)
      }
    case "language", "dc:language":
      if !text().isEmpty { head.language = text() }
    case "atom:author", "author", "managingEditor", "dc:creator", "itunes:author":
      if let person = FeedPerson.person(tree, node) { head.authors.append(person) }
    case "copyright", "atom:rights", "rights", "dc:rights", "atom:copyright":
      if !text().isEmpty { head.rights = text() }
    case "lastBuildDate", "atom:updated", "pubDate", "dc:date", "atom:modified":
      head.updated = head.updated ?? FeedDate.date(text())
    default: break
    }
  }
}

extension FeedText {
  var nonEmpty: FeedText? { isEmpty ? nil : self }
}

extension String {
  /// Without white space at its ends.
  var trimmed: String {
    let bytes = utf8
    guard let first = bytes.first, let last = bytes.last, first <= 0x20 || last <= 0x20 else {
      return self
    }
    var rest = bytes[...]
    while let first = rest.first, first <= 0x20 { rest.removeFirst() }
    while let last = rest.last, last <= 0x20 { rest.removeLast() }
    return String(Substring(rest))
  }
}
