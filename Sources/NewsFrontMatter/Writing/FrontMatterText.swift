package import NewsAddress
package import NewsModel
import YAML

/// The front matter of a Markdown file: what is known of the article, in Jekyll's keys.
package struct FrontMatterText {
  /// Keys that hold the model's fields; one of the article's own of that name goes under `extra`.
  package static let keys: Set<String> = [
    "title", "subtitle", "date", "last_modified_at", "author", "authors", "byline", "dateline",
    "section", "categories", "tags", "slug", "permalink", "lang", "dir", "publisher", "source",
    "canonical_url", "image", "excerpt", "editor", "rights", "markdown", "auto_ids", "extra",
  ]

  var pairs: [(key: YAMLNode, value: YAMLNode)] = []
  var addresses: FrontMatterAddresses
  /// The addresses that were left out.
  package var refused: RefusedAddresses { addresses.refused }

  /// Puts together the front matter of an article.
  ///
  /// - Parameters:
  ///   - metadata: what is known of it.
  ///   - dialect: the value of `markdown`, which tells readers of the dialect; none for Jekyll.
  ///   - hasAutoIDs: whether headings have the anchors that GitHub and kramdown give them.
  ///   - isLiquid: whether braces in the text would be taken for Liquid.
  ///   - keepsUnsafeLinks: whether addresses stay that run a script.
  package init(
    _ metadata: Metadata, dialect: String?, hasAutoIDs: Bool, isLiquid: Bool,
    keepsUnsafeLinks: Bool
  ) {
    addresses = FrontMatterAddresses(keepsUnsafe: keepsUnsafeLinks)
    let isJekyll = dialect == nil
    let extra = addresses.safe(metadata.extra)
    if isJekyll { add("layout", extra["layout"].map(Self.node) ?? Self.text("post")) }
    if let dialect { add("markdown", Self.text(dialect)) }
    if hasAutoIDs { add("auto_ids", Self.plain("true")) }
    addKnown(metadata, isJekyll: isJekyll)
    // The article's own keys differ from each other: only with the fields can they clash.
    let fields = names
    var clashing: [MetadataMap.Entry] = []
    for entry in extra.entries {
      if isJekyll {
        // Jekyll's reader makes the fields of what the post declares: its own keys come first.
        if entry.key == "layout" || isLiquid && entry.key == "render_with_liquid" { continue }
        if let place = fields.firstIndex(of: entry.key) {
          pairs[place].value = Self.node(entry.value)
        } else {
          add(entry.key, Self.node(entry.value))
        }
      } else if Self.keys.contains(entry.key) {
        // kramdown's files are read as posts are, whose own words stay beside what was made of them.
        if dialect == "kramdown", saysNothingNew(entry) { continue }
        clashing.append(entry)
      } else {
        add(entry.key, Self.node(entry.value))
      }
    }
    if !clashing.isEmpty { add("extra", Self.node(.map(MetadataMap(clashing)))) }
  }

  private var names: [String] = []

  /// Front matter with nothing in it yet.
  init(keepsUnsafeLinks: Bool) {
    addresses = FrontMatterAddresses(keepsUnsafe: keepsUnsafeLinks)
  }

  /// Whether a post's own key is in the front matter already, as it stands there.
  private func saysNothingNew(_ entry: MetadataMap.Entry) -> Bool {
    guard let place = names.firstIndex(of: entry.key) else { return false }
    return pairs[place].value == Self.node(entry.value)
  }

  private mutating func addKnown(_ metadata: Metadata, isJekyll: Bool) {
    add("title", metadata.title)
    add("subtitle", metadata.alternativeTitle)
    if let date = metadata.published { add("date", Self.date(date, isJekyll: isJekyll)) }
    if let date = metadata.modified {
      add("last_modified_at", Self.date(date, isJekyll: isJekyll))
    }
    add(metadata.authors)
    add("byline", metadata.byline)
    add("dateline", metadata.dateline)
    add("section", metadata.section)
    add("categories", metadata.categories)
    add("tags", metadata.tags)
    add("slug", metadata.slug)
    // A path of the site: what has a host is an address of the article.
    let url = metadata.url.flatMap { addresses.judged($0, .citation) }
    let isPath = url.map(SafeAddress.isPath) ?? true
    if isPath { add("permalink", url) }
    add("lang", metadata.language)
    add("dir", metadata.direction?.rawValue)
    add("publisher", metadata.publisher)
    add("source", metadata.source)
    let canonical = metadata.canonicalURL.flatMap { addresses.judged($0, .citation) }
    add("canonical_url", canonical ?? (isPath ? nil : url))
    if let image = metadata.leadImage, let path = addresses.judged(image.source, .picture) {
      var parts = [(Self.text("path"), Self.text(path))]
      if let text = image.alternative { parts.append((Self.text("alt"), Self.text(text))) }
      if let text = image.caption { parts.append((Self.text("caption"), Self.text(text))) }
      add("image", parts.count == 1 ? parts[0].1 : Self.map(parts))
    }
    add("excerpt", metadata.summary)
    add("editor", metadata.editor)
    add("rights", metadata.rights)
  }

  // MARK: Fields

  mutating func add(_ key: String, _ value: YAMLNode) {
    names.append(key)
    pairs.append((Self.text(key), value))
  }

  mutating func add(_ key: String, _ text: String?) {
    if let text { add(key, Self.text(text)) }
  }

  mutating func add(_ key: String, _ list: [String]) {
    if list.isEmpty { return }
    add(key, Self.sequence(list.map { Self.text($0) }, isFlow: true))
  }

  private mutating func add(_ key: String, _ organization: Organization?) {
    guard let organization else { return }
    guard let url = organization.url.flatMap({ addresses.judged($0, .link) }) else {
      return add(key, organization.name)
    }
    add(
      key,
      Self.map([
        (Self.text("name"), Self.text(organization.name)), (Self.text("url"), Self.text(url)),
      ]))
  }

  private mutating func add(_ authors: [Person]) {
    if authors.isEmpty { return }
    let nodes = authors.map { person in
      let url = person.url.flatMap { addresses.judged($0, .link) }
      if url == nil, !person.isOrganization { return Self.text(person.name) }
      var parts = [(Self.text("name"), Self.text(person.name))]
      if let url { parts.append((Self.text("url"), Self.text(url))) }
      if person.isOrganization { parts.append((Self.text("organization"), Self.plain("true"))) }
      return Self.map(parts)
    }
    add("author", nodes.count == 1 ? nodes[0] : Self.sequence(nodes, isFlow: false))
  }

  /// A date as people write it in front matter; one whose zone is not known in quotes for Jekyll,
  /// which takes it for Greenwich's otherwise.
  private static func date(_ timestamp: Timestamp, isJekyll: Bool) -> YAMLNode {
    guard let time = timestamp.time else { return plain(timestamp.iso8601) }
    if isJekyll, time.offset == nil { return scalar(spelt(timestamp), .doubleQuoted) }
    return plain(spelt(timestamp))
  }

  /// `2022-03-07 08:08:22 +0800`.
  private static func spelt(_ timestamp: Timestamp) -> String {
    guard let offset = timestamp.time?.offset else {
      return timestamp.iso8601.replacingT()
    }
    if offset % 60 != 0 { return timestamp.iso8601 }
    var local = timestamp
    local.time?.offset = nil
    let size = offset.magnitude / 60
    return local.iso8601.replacingT() + (offset < 0 ? " -" : " +") + twoDigits(size / 60)
      + twoDigits(size % 60)
  }

  private static func twoDigits(_ number: some BinaryInteger) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }

  // MARK: Nodes

  static func node(_ value: MetadataValue) -> YAMLNode {
    switch value {
    case .null: plain("null")
    case .bool(let bool): plain(bool ? "true" : "false")
    case .integer(let integer): plain(String(integer))
    case .number(let number): plain(spelt(number))
    case .string(let string): text(string)
    case .timestamp(let timestamp):
      plain(timestamp.time == nil ? timestamp.iso8601 : spelt(timestamp))
    case .list(let list):
      sequence(list.map(node), isFlow: list.allSatisfy(isShort))
    case .map(let map): Self.map(map.entries.map { (text($0.key), node($0.value)) })
    }
  }

  private static func isShort(_ value: MetadataValue) -> Bool {
    switch value {
    case .list, .map: false
    // The colons of a time would want quotes within brackets.
    case .timestamp(let timestamp): timestamp.time == nil
    case .string(let string): string.utf8.count < 60
    default: true
    }
  }

  /// A number as YAML 1.1 takes it: with a point before an exponent.
  private static func spelt(_ number: Double) -> String {
    if number.isNaN { return ".nan" }
    if number.isInfinite { return number < 0 ? "-.inf" : ".inf" }
    let text = number.description
    guard let exponent = text.firstIndex(of: "e"), !text.contains(".") else { return text }
    return text[..<exponent] + ".0" + text[exponent...]
  }

  private static func scalar(_ text: String, _ style: YAMLNode.Style) -> YAMLNode {
    .scalar(text, style)
  }

  static func plain(_ text: String) -> YAMLNode { scalar(text, .plain) }

  static func map(_ pairs: [(YAMLNode, YAMLNode)]) -> YAMLNode {
    .mapping(pairs.map { (key: $0.0, value: $0.1) }, isFlow: pairs.isEmpty)
  }

  static func sequence(_ nodes: [YAMLNode], isFlow: Bool) -> YAMLNode {
    .sequence(nodes, isFlow: isFlow || nodes.isEmpty)
  }

  /// Text without quotes where no reader could take it for anything else.
  static func text(_ text: String) -> YAMLNode {
    if text.utf8.contains(0xE2), text.unicodeScalars.contains(where: isOverride) {
      return scalar(text, .doubleQuoted)
    }
    return scalar(
      text,
      isPlain(text)
        ? .plain : text.utf8.contains { $0 == 0x27 || $0 < 0x20 } ? .doubleQuoted : .singleQuoted)
  }

  /// What turns the order of text on a terminal, and its separators of lines: written as escapes.
  static func isOverride(_ scalar: Unicode.Scalar) -> Bool {
    (0x2028...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
  }

  /// The emitter's text with escapes of overrides, which stand between quotation marks.
  private static func withoutOverrides(_ yaml: [UInt8]) -> [UInt8] {
    let text = String(decoding: yaml, as: UTF8.self)
    guard yaml.contains(0xE2), text.unicodeScalars.contains(where: isOverride) else { return yaml }
    var result = ""
    for scalar in text.unicodeScalars {
      if isOverride(scalar) {
        result += "\\u" + String(scalar.value, radix: 16)
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return Array(result.utf8)
  }

  private static let reserved: Set<String> = [
    "null", "true", "false", "yes", "no", "on", "off", "y", "n", "nan", "inf",
  ]

  private static func isPlain(_ text: String) -> Bool {
    guard let first = text.utf8.first, let last = text.utf8.last else { return false }
    let isLetter =
      (first | 0x20) >= 0x61 && (first | 0x20) <= 0x7A || first >= 0x80 || first == 0x2F
    guard isLetter, last != 0x20, last != 0x3A else { return false }
    if text.utf8.count <= 5, reserved.contains(text.lowercased()) { return false }
    var before: UInt8 = 0
    for byte in text.utf8 {
      if byte < 0x20 || byte == 0x23 && before == 0x20 || byte == 0x20 && before == 0x3A {
        return false
      }
      before = byte
    }
    return true
  }

  // MARK: Text

  /// The front matter with its lines of dashes.
  package func bytes() throws(ConversionError) -> [UInt8] {
    var out = Array("---\n".utf8)
    if !pairs.isEmpty {
      guard let yaml = YAMLEmitter.text(of: .mapping(pairs, isFlow: false)) else {
        throw ConversionError(.software, "the front matter cannot be written as YAML")
      }
      out.append(contentsOf: Self.withoutOverrides(yaml))
    }
    out.append(contentsOf: "---\n".utf8)
    return out
  }
}

extension String {
  /// An ISO 8601 time with a blank between date and time.
  fileprivate func replacingT() -> String {
    String(decoding: utf8.map { $0 == UInt8(ascii: "T") ? 0x20 : $0 }, as: UTF8.self)
  }
}
