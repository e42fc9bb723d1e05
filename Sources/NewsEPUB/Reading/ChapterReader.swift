internal import NewsAddress
internal import NewsBlocks
internal import NewsHTML
internal import NewsModel

/// Reads the documents of a chapter.
///
/// Books that NewsKit made say in their own classes what is head and what is text; of others the body
/// is taken, without a first heading that says what the contents say.
struct ChapterReader: ArticleReader {
  func read(
    _ source: Source, limits: Limits, diagnostics: inout Diagnostics
  ) throws(ConversionError) -> [Publication.Entry] {
    let tree = try HTMLTree(parsing: source.bytes, limits: limits, diagnostics: &diagnostics)
    let document = ChapterDocument(tree)
    if document.isFurniture { return [] }
    var article = Article()
    article.metadata = document.metadata
    article.metadata.language = document.language
    var options = BlockBuilder.Options.text
    options.language = article.metadata.language ?? source.language
    options.keepsEmptyLines = false
    options.splitsAtDoubleBreaks = false
    options.restoresImages = false
    options.keepsAllAnchors = true
    let builder = BlockBuilder(options: options, limits: limits)
    let built = builder.blocks(
      of: tree, from: document.roots, excluding: document.excluded, diagnostics: &diagnostics)
    article.body = built.blocks
    article.footnotes = built.footnotes
    if document.isOwn {
      article = article.rewritten(by: PlayerFinder())
    } else {
      dropTitle(source.metadata.title, of: &article)
    }
    if article.footnotes.isEmpty,
      article.body.isEmpty || Self.isTitlePage(article, source.metadata)
    {
      return []
    }
    return [Publication.Entry(article, from: source)]
  }

  /// Whether a chapter says nothing but what the package says of the book: its title, its authors.
  private static func isTitlePage(_ article: Article, _ known: Metadata) -> Bool {
    guard let book = known.extra["book"]?.map, article.body.count <= 12 else { return false }
    var lines = Set(known.authors.map(\.name))
    for text in [
      book["title"]?.string, book["subtitle"]?.string, book["description"]?.string,
      known.publisher?.name, known.rights, known.published?.iso8601,
      (known.published?.iso8601.prefix(10)).map(String.init),
    ] {
      if let text { lines.insert(text) }
    }
    return article.body.allSatisfy { block in
      let text = PlainText.collapsed([block].plainText)
      if case .paragraph = block { return lines.contains(text) || isDate(text) }
      if case .heading = block { return lines.contains(text) }
      return false
    }
  }

  private static func isDate(_ text: String) -> Bool {
    text.utf8.count <= 25 && Timestamp(iso8601: text) != nil
  }

  /// Takes the first heading out where it is the title, and the element around the whole chapter.
  private func dropTitle(_ known: String?, of article: inout Article) {
    while article.body.count == 1, case .division(let whole) = article.body[0],
      whole.attributes.language == nil, whole.attributes.direction == nil
    {
      article.body = whole.content
    }
    guard case .heading(let heading)? = article.body.first else { return }
    let text = PlainText.collapsed(heading.content.plainText)
    guard !text.isEmpty, known == nil || known?.lowercased() == text.lowercased() else { return }
    article.metadata.title = text
    // A part's own page has a title and nothing else: it is the section of what follows.
    article.body.removeFirst()
  }
}

/// A document of a book, looked through.
struct ChapterDocument {
  let tree: HTMLTree
  /// Whether NewsKit made it.
  let isOwn: Bool
  /// The elements that hold the text.
  private(set) var roots: [Int] = []
  /// What of it is none.
  private(set) var excluded: [Bool] = []

  init(_ tree: HTMLTree) {
    self.tree = tree
    let nodes = 0..<tree.nodes.count
    func has(_ name: String, _ node: Int) -> Bool {
      tree.value(.class, of: node).map { ClassTokens.contains($0, name) } ?? false
    }
    isOwn = nodes.contains { has("nk-article", $0) }
    if isOwn {
      roots = nodes.filter { has("nk-body", $0) }
    } else {
      roots = tree.first(.body).map { [$0] } ?? [HTMLTree.root]
      excluded = [Bool](repeating: false, count: tree.nodes.count)
      for node in nodes {
        switch tree.nodes[node].tag {
        case .title, .head: excluded[node] = true
        default:
          if type(of: node, isOneOf: ["pagebreak", "toc", "landmarks"]) { excluded[node] = true }
        }
      }
    }
  }

  private func type(of node: Int, isOneOf types: [String]) -> Bool {
    guard let value = tree.value(.epubType, of: node) else { return false }
    return types.contains { ClassTokens.contains(value, $0) }
  }

  /// Whether it is a cover, a title page or a list of contents, which every book has anew.
  var isFurniture: Bool {
    let own = ["nk-index", "nk-title", "nk-cover", "nk-omissions"]
    // Down from the body, as long as there is nothing beside.
    var node = tree.first(.body) ?? HTMLTree.root
    for _ in 0..<8 {
      if type(of: node, isOneOf: ["cover", "titlepage", "toc"]) { return true }
      if let value = tree.value(.class, of: node),
        own.contains(where: { ClassTokens.contains(value, $0) })
      {
        return true
      }
      let elements = tree.children(of: node).filter { tree.nodes[$0].tag != .text }
      guard elements.count == 1 else { return false }
      node = elements[0]
    }
    return false
  }

  /// What the document declares as its language.
  var language: String? {
    tree.first(.html).flatMap { tree.string(.lang, of: $0) ?? tree.string(.xmlLang, of: $0) }
  }

  // MARK: - What our own books say of an article

  private func first(_ name: String) -> Int? {
    (0..<tree.nodes.count).first {
      tree.value(.class, of: $0).map { ClassTokens.contains($0, name) } ?? false
    }
  }

  private func text(_ name: String) -> String? {
    guard let node = first(name) else { return nil }
    let text = PlainText.collapsed(tree.string(of: node))
    return text.isEmpty ? nil : text
  }

  private func link(in node: Int?) -> String? {
    guard let node else { return nil }
    return (node..<tree.end(of: node)).lazy.compactMap { tree.string(.href, of: $0) }.first
  }

  var metadata: Metadata {
    var metadata = Metadata()
    guard isOwn else { return metadata }
    metadata.title = text("nk-headline")
    metadata.alternativeTitle = text("nk-deck")
    metadata.dateline = text("nk-dateline")
    metadata.section = text("nk-section")
    metadata.editor = text("nk-editor")
    metadata.rights = text("nk-rights")
    metadata.publisher = text("nk-source").map { Organization(name: $0) }
    metadata.canonicalURL = link(in: first("nk-original"))
    if let time = first("nk-date").flatMap({ tree.string(.datetime, of: $0) }) {
      metadata.published = Timestamp(iso8601: time)
    }
    metadata.authors = authors
    for node in 0..<tree.nodes.count where tree.nodes[node].tag == .meta {
      guard let content = tree.string(.content, of: node), !content.isEmpty else { continue }
      switch tree.string(.name, of: node) {
      case "description": metadata.summary = content
      case "dcterms.isPartOf": metadata.section = metadata.section ?? content
      case "dcterms.subject": metadata.categories.append(content)
      case "keywords": metadata.tags.append(content)
      default: break
      }
    }
    if let figure = first("nk-lead") {
      let nodes = figure..<tree.end(of: figure)
      if let image = nodes.first(where: { tree.nodes[$0].tag == .img }),
        let source = tree.string(.src, of: image)
      {
        let caption = nodes.first { tree.nodes[$0].tag == .figcaption }
        metadata.leadImage = LeadImage(
          source: source, alternative: tree.string(.alt, of: image),
          caption: caption.map { PlainText.collapsed(tree.string(of: $0)) })
      }
    }
    return metadata
  }

  private var authors: [Person] {
    guard let line = first("nk-byline") else { return [] }
    var links: [String: String] = [:]
    for node in line..<tree.end(of: line) {
      if let url = tree.string(.href, of: node) {
        links[PlainText.collapsed(tree.string(of: node))] = url
      }
    }
    let text = PlainText.collapsed(tree.string(of: line))
    return text.split { $0 == "," || $0 == "、" }.compactMap { part in
      let name = PlainText.trimmed(String(part))
      return name.isEmpty ? nil : Person(name: name, url: links[name])
    }
  }
}

/// Makes players and tasks again of what our books show in their place: a mark and a link, a box.
private struct PlayerFinder: BlockRewriter {
  func rewrite(_ block: Block) -> [Block] {
    if case .list(let list) = block { return [.list(Self.withTasks(list))] }
    guard case .figure(let figure) = block, figure.caption.isEmpty,
      let place = figure.content.firstIndex(where: { Self.kind(of: $0) != nil }),
      case .paragraph(let line) = figure.content[place], line.content.count == 2,
      case .link(let link) = line.content[1], let kind = Self.kind(of: figure.content[place])
    else { return [block] }
    var fallback = figure.content
    fallback.remove(at: place)
    var poster: String?
    if case .paragraph(let first)? = fallback.first, first.content.count == 1,
      case .image(let image) = first.content[0], place > 0
    {
      poster = image.source
      fallback.removeFirst()
    }
    let title = link.content.plainText
    return [
      .media(
        Media(
          kind, source: link.url, title: SiteName.of(link.url) == title ? nil : title,
          poster: poster,
          fallback: fallback))
    ]
  }

  private static func withTasks(_ list: List) -> List {
    var list = list
    for index in list.items.indices {
      guard case .paragraph(var line)? = list.items[index].content.first,
        case .text(let text)? = line.content.first
      else { continue }
      let isDone = text.hasPrefix("☑ ")
      guard isDone || text.hasPrefix("☐ ") else { continue }
      let rest = String(text.dropFirst(2))
      if rest.isEmpty { line.content.removeFirst() } else { line.content[0] = .text(rest) }
      list.items[index].task = isDone
      list.items[index].content[0] = .paragraph(line)
    }
    return list
  }

  private static func kind(of block: Block) -> Media.Kind? {
    guard case .paragraph(let line) = block, case .text(let mark)? = line.content.first else {
      return nil
    }
    switch mark {
    case "▶ ": return .video
    case "♪ ": return .audio
    case "↗ ": return .embed
    default: return nil
    }
  }
}
