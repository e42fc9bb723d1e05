internal import NewsFiles
internal import NewsPages
internal import YAML

/// Reads a paper's file, judging each key and value where it stands.
struct PaperReader {
  private let file: String
  private let registry: FormatRegistry

  init(_ file: String, registry: FormatRegistry) {
    self.file = file
    self.registry = registry
  }

  static let keys = [
    "title", "by", "output", "to", "since", "until", "limit", "sort", "group-by", "language",
    "series", "full-text", "join-pages", "new", "keep-issues", "sources",
  ]
  static let kinds = ["feed", "opml", "site", "page", "sitemap"]
  static let sourceKeys =
    kinds + ["section", "limit", "full-text", "join-pages", "keep", "remove", "headers"]

  /// The paper in some bytes.
  func paper(_ bytes: [UInt8]) throws(ConversionError) -> Paper {
    let root: PaperNode?
    do throws(YAMLProblem) {
      root = try PaperNode.read(bytes)
    } catch {
      throw problem("is no YAML: \(error.problem)", error.line ?? 1)
    }
    guard case .map(let entries, _)? = root else {
      throw problem("is no paper: it has no keys, such as 'title' and 'sources'", 1)
    }
    var paper = Paper()
    try checkRepeated(entries)
    for entry in entries {
      let (key, line, value) = (entry.key, entry.line, entry.value)
      switch key {
      case "title": paper.title = try text(value, key)
      case "by": paper.creator = try text(value, key)
      case "output": paper.output = resolved(try text(value, key))
      case "to": paper.format = try text(value, key)
      case "since": paper.since = try text(value, key)
      case "until": paper.until = try text(value, key)
      case "limit": paper.limit = try number(value, key)
      case "sort": paper.order = try choice(value, key)
      case "group-by": paper.grouping = try choice(value, key)
      case "language": paper.language = try language(value, key)
      case "series": paper.series = try text(value, key)
      case "full-text": paper.fullText = try choice(value, key)
      case "join-pages": paper.joinsPages = try flag(value, key)
      case "new": paper.isNew = try flag(value, key)
      case "keep-issues": paper.keptIssues = try number(value, key)
      case "sources": paper.sources = try sources(value)
      default: try option(key, line, value, &paper)
      }
    }
    guard !paper.sources.isEmpty else {
      throw problem("has no sources: 'sources' is a list of feeds, pages and sites", 1)
    }
    return paper
  }

  /// An option of a format, under its own name: `device: kobo`.
  private func option(
    _ key: String, _ line: Int, _ value: PaperNode, _ paper: inout Paper
  ) throws(ConversionError) {
    let options = registry.writers.flatMap(\.options) + registry.readers.flatMap(\.options)
    guard let option = options.first(where: { $0.name == key }) else {
      throw unknown(key, line, among: Self.keys + options.map(\.name))
    }
    switch option.kind {
    case .flag: paper.options.set(key, try flag(value, key) ? "true" : "false")
    case .choice(let words):
      let word = try text(value, key)
      guard words.contains(word) else {
        throw wrong(key, "one of \(words.joined(separator: ", "))", word, value.line)
      }
      paper.options.set(key, word)
    case .value: paper.options.set(key, try text(value, key))
    case .values: for text in try texts(value, key) { paper.options.set(key, text) }
    }
  }

  // MARK: - Sources

  private func sources(_ value: PaperNode) throws(ConversionError) -> [Paper.Source] {
    guard case .list(let nodes, _) = value else {
      throw problem(
        "'sources' is a list: each begins with '- feed: …', '- page: …' or the like", value.line)
    }
    var sources: [Paper.Source] = []
    for node in nodes { sources.append(try source(node)) }
    return sources
  }

  private func source(_ node: PaperNode) throws(ConversionError) -> Paper.Source {
    guard case .map(let entries, let line) = node else {
      throw problem("a source has a key: '- feed: https://…', '- page: …', '- site: …'", node.line)
    }
    try checkRepeated(entries)
    let named = entries.filter { Self.kinds.contains($0.key) }
    for entry in entries where !Self.sourceKeys.contains(entry.key) {
      throw unknown(entry.key, entry.line, among: Self.sourceKeys)
    }
    guard let place = named.first else {
      throw problem("a source is one of \(Self.kinds.joined(separator: ", "))", line)
    }
    if named.count > 1 {
      throw problem(
        "a source is one thing: '\(named[1].key)' begins another, with '- '", named[1].line)
    }
    let word = try text(place.value, place.key)
    var source = Paper.Source(place.key == "site" || place.key == "opml" ? resolved(word) : word)
    if ["feed", "page", "sitemap"].contains(place.key), !Inputs.isAddress(word) {
      source.word = resolved(word)
    }
    source.takesFeed = place.key == "feed"
    for entry in entries {
      let (key, value) = (entry.key, entry.value)
      switch key {
      case "section": source.settings.section = try text(value, key)
      case "limit": source.settings.limit = try number(value, key)
      case "full-text": source.settings.fullText = try choice(value, key)
      case "join-pages": source.settings.joinsPages = try flag(value, key)
      case "keep", "remove":
        for text in try texts(value, key) {
          var options = HTMLReader.Options()
          options.keep = [text]
          do throws(ConversionError) {
            _ = try HTMLReader(checking: options)
          } catch {
            throw problem(
              "'\(key)': " + error.message.replacing("--keep takes", with: "takes"), value.line)
          }
          source.settings.options.set(key, text)
        }
      case "headers": source.fields = try fields(value)
      default: continue
      }
    }
    if !source.fields.all.isEmpty, !WebInputs.isAddress(source.word) {
      throw problem("'headers' are sent to the host of an address, and this source is none", line)
    }
    return source
  }

  private func fields(_ value: PaperNode) throws(ConversionError) -> HTTPFields {
    guard case .map(let entries, _) = value else {
      throw problem("'headers' are names with values: { Cookie: \"session=…\" }", value.line)
    }
    var fields = HTTPFields()
    for entry in entries {
      let (name, line, value) = (entry.key, entry.line, entry.value)
      let count = fields.all.count
      fields.add(name, try text(value, name))
      if fields.all.count == count { throw problem("'\(name)' and its value are no header", line) }
    }
    return fields
  }

  // MARK: - Values

  private func text(_ value: PaperNode, _ key: String) throws(ConversionError) -> String {
    guard case .scalar(let text, let line) = value else {
      throw problem("'\(key)' is a text, not a list", value.line)
    }
    if text.isEmpty { throw problem("'\(key)' is empty", line) }
    return text
  }

  /// A text or a list of them.
  private func texts(_ value: PaperNode, _ key: String) throws(ConversionError) -> [String] {
    guard case .list(let nodes, _) = value else { return [try text(value, key)] }
    var all: [String] = []
    for node in nodes { all.append(try text(node, key)) }
    return all
  }

  private func number(_ value: PaperNode, _ key: String) throws(ConversionError) -> Int {
    let text = try text(value, key)
    guard let number = Int(text), number >= 1 else {
      throw wrong(key, "a whole number of at least 1", text, value.line)
    }
    return number
  }

  private func flag(_ value: PaperNode, _ key: String) throws(ConversionError) -> Bool {
    let text = try text(value, key)
    switch text.lowercased() {
    case "true", "yes", "on": return true
    case "false", "no", "off": return false
    default: throw wrong(key, "true or false", text, value.line)
    }
  }

  private func language(_ value: PaperNode, _ key: String) throws(ConversionError) -> String {
    let text = try text(value, key)
    guard Inputs.isLanguageTag(text) else {
      throw wrong(key, "a BCP 47 tag, such as en or pt-BR", text, value.line)
    }
    return text
  }

  private func choice<Choice: RawRepresentable & CaseIterable>(
    _ value: PaperNode, _ key: String
  ) throws(ConversionError) -> Choice where Choice.RawValue == String {
    let text = try text(value, key)
    guard let choice = Choice(rawValue: text) else {
      let words = Choice.allCases.map(\.rawValue)
      let near = Nearest.word(to: text, among: words).map { ": did you mean \($0)?" } ?? ""
      throw wrong(key, "one of \(words.joined(separator: ", "))", text, value.line, near)
    }
    return choice
  }

  /// A path of the file: from the user's folder, or from the file's own.
  private func resolved(_ path: String) -> String {
    if path.hasPrefix("~/"), let home = UserFolder.home { return home + path.dropFirst() }
    if path.hasPrefix("/") || path == "-" { return path }
    let folder = FilePath(file).folder
    return folder.isEmpty || folder == "." ? path : folder + "/" + path
  }

  // MARK: - Problems

  private func problem(_ message: String, _ line: Int) -> ConversionError {
    ConversionError(.badInput, message, file: file, line: line)
  }

  private func wrong(
    _ key: String, _ what: String, _ text: String, _ line: Int, _ more: String = ""
  ) -> ConversionError {
    problem("'\(key)' is \(what), not '\(text)'\(more)", line)
  }

  private func unknown(_ key: String, _ line: Int, among known: [String]) -> ConversionError {
    guard let near = Nearest.word(to: key.lowercased(), among: known) else {
      return problem("there is no key '\(key)'", line)
    }
    return problem("there is no key '\(key)'; did you mean '\(near)'?", line)
  }

  private func checkRepeated(
    _ entries: [PaperEntry]
  ) throws(ConversionError) {
    var known: Set<String> = []
    for entry in entries where !known.insert(entry.key).inserted {
      throw problem("the key '\(entry.key)' is given twice", entry.line)
    }
  }
}
