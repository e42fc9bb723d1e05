internal import NewsBlocks
internal import NewsBytes
internal import NewsHTML
public import NewsModel

/// Reads a story as Medium exports it: a page in the h-entry microformat.
public struct MediumReader: ArticleReader {
  /// How the format is registered.
  public static let registration = ReaderRegistration(
    format: Format(
      name: "medium", summary: "a story of a Medium export", extensions: [],
      mediaType: "application/x-medium+html"),
    recognize: { certainty(of: $0) },
    make: { _ in MediumReader() })

  /// Makes a reader.
  public init() {}

  static func certainty(of head: ArraySlice<UInt8>) -> Int {
    guard head.firstMark == UInt8(ascii: "<") else { return 0 }
    return head.contains(bytesOf: "class=\"h-entry\"") && head.contains(bytesOf: "class=\"p-name\"")
      && (head.contains(bytesOf: "data-field=\"body\"")
        || head.contains(bytesOf: "data-field=\"subtitle\""))
      ? 100 : 0
  }

  /// Reads a story.
  ///
  /// - Throws: ``ConversionError/Code/badInput`` for a page that has none.
  public func read(
    _ source: Source, limits: Limits = .standard, diagnostics: inout Diagnostics
  ) throws(ConversionError) -> [Publication.Entry] {
    let tree = try HTMLTree(parsing: source.bytes, limits: limits, diagnostics: &diagnostics)
    let story = Story(tree)
    guard let body = story.first("e-content") else {
      throw ConversionError(.badInput, "is no story of a Medium export: it has no text")
    }
    var article = Article()
    article.metadata = story.metadata
    article.metadata.slug = article.metadata.slug ?? story.slug
    let excluded = story.repetitions(of: &article.metadata, in: body)
    var options = BlockBuilder.Options.text
    // Every paragraph has an anchor of Medium's.
    options.keepsAllAnchors = false
    let base = article.metadata.canonicalURL ?? source.referenceBase
    let builder = BlockBuilder(options: options, limits: limits) { reference in
      URLReference.resolved(reference, against: base)
    }
    let built = builder.blocks(
      of: tree, from: [body], excluding: excluded, diagnostics: &diagnostics)
    article.body = built.blocks
    article.footnotes = built.footnotes
    if article.body.isEmpty {
      diagnostics.warn(.postEmpty, "'\(article.metadata.title ?? "a story")' has no text")
    }
    return [Publication.Entry(article, from: source)]
  }
}

/// A page of an export, looked through.
struct Story {
  let tree: HTMLTree

  init(_ tree: HTMLTree) { self.tree = tree }

  /// The first element of a class.
  func first(_ name: String, in range: Range<Int>? = nil) -> Int? {
    (range ?? 0..<tree.nodes.count).first { has(name, $0) }
  }

  private func has(_ name: String, _ node: Int) -> Bool {
    tree.value(.class, of: node).map { ClassTokens.contains($0, name) } ?? false
  }

  private func text(_ node: Int?) -> String? {
    guard let node else { return nil }
    let text = PlainText.collapsed(tree.string(of: node))
    return text.isEmpty ? nil : text
  }

  var metadata: Metadata {
    var metadata = Metadata()
    metadata.title = text(first("p-name"))
    metadata.summary = text(first("p-summary"))
    if let author = first("p-author"), let name = text(author) {
      metadata.authors = [Person(name: name, url: tree.string(.href, of: author))]
    }
    if let time = first("dt-published").flatMap({ tree.string(.datetime, of: $0) }) {
      metadata.published = Timestamp(iso8601: time)
    }
    metadata.canonicalURL = first("p-canonical").flatMap { tree.string(.href, of: $0) }
    metadata.tags = tree.nodes.indices.filter { has("p-tag", $0) }.compactMap(text).distinct()
    return metadata
  }

  /// `a-new-bridge` of `https://medium.com/@ann/a-new-bridge-0123456789ab`.
  var slug: String? {
    guard let url = first("p-canonical").flatMap({ tree.string(.href, of: $0) }) else { return nil }
    let path = url.prefix { $0 != "?" && $0 != "#" }
    guard let name = path.split(separator: "/").last, let dash = name.lastIndex(of: "-") else {
      return nil
    }
    let number = name[name.index(after: dash)...]
    let isNumber =
      (8...16).contains(number.utf8.count)
      && number.utf8.allSatisfy { byte in
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte)
      }
    return isNumber ? String(name[..<dash]) : String(name)
  }

  /// What a text repeats of its head: title, subtitle, and the line that Medium draws above each
  /// section's first paragraph where nothing is before it.
  func repetitions(of metadata: inout Metadata, in body: Int) -> [Bool] {
    var excluded = [Bool](repeating: false, count: tree.nodes.count)
    let range = body..<tree.end(of: body)
    if let title = first("graf--title", in: range), text(title) == metadata.title {
      excluded[title] = true
    }
    if let subtitle = first("graf--subtitle", in: range), let words = text(subtitle) {
      excluded[subtitle] = true
      metadata.alternativeTitle = words
      if metadata.summary == words { metadata.summary = nil }
    }
    if let divider = range.first(where: { tree.nodes[$0].tag == .hr && has("section-divider", $0) })
    {
      excluded[divider] = true
    }
    return excluded
  }
}
