internal import NewsBytes
internal import NewsModel
internal import NewsRecords

/// Opens lines: a page with what is known of it, a text, or an article in the canonical form.
struct LineUnpacker: ItemUnpacker {
  /// A line with more members than this is no record of a table.
  private static let mostMembers = 4096
  /// What is carried through of one member.
  private static let largestCarried = 1 << 16

  func unpack(
    _ packed: Source, limits: Limits, diagnostics: inout Diagnostics
  ) throws(ConversionError) -> CollectionItem.Content? {
    let line = try Line(packed.bytes, diagnostics: &diagnostics)
    if line.isArticle {
      var article = packed
      article.mediaType = "application/json"
      article.metadata.id = line.known.metadata.id
      return .source(article)
    }
    var page = packed
    page.url = line.known.url
    page.metadata = line.known.metadata
    page.retrieved = line.known.metadata.retrieved
    if let error = line.error, line.content == nil { return .unreadable(page, error) }
    switch line.content {
    case .text(let text)?:
      guard var article = TextArticle.article(text) else { break }
      article.metadata.canonicalURL = page.url
      article.metadata.fill(from: page.metadata)
      return .entry(Publication.Entry(article, from: page))
    case .page(let text)?:
      page.bytes = Array(text.utf8)
      // It was decoded before; what it says of its bytes is of those it had.
      page.charset = "utf-8"
      page.mediaType = line.type ?? "text/html"
      return .source(page)
    case .encoded(let text)?:
      guard let bytes = Base64.decoded(text.utf8) else {
        return .unreadable(page, ConversionError(.badInput, "its bytes are no Base64"))
      }
      page.bytes = bytes
      page.charset = line.encoding
      page.mediaType = line.type ?? "text/html"
      return .source(page)
    case nil: break
    }
    return .unreadable(
      page,
      ConversionError(
        .badInput, "the line has neither a page (html, bytes) nor text nor an article's body"))
  }

  func identified(_ packed: Source) -> Source {
    var source = packed
    guard var members = try? JSONMembers(packed.bytes) else { return source }
    var known = LineMetadata()
    var count = 0
    while count < Self.mostMembers, let member = try? members.next() {
      count += 1
      guard let key = LineKey(member.key), member.value.count < 1 << 14 else { continue }
      switch key {
      case .id, .url:
        if let value = try? members.parsed(member.value) {
          known.take(key, named: member.key, value)
        }
      default: break
      }
    }
    source.url = known.url
    source.metadata.id = known.metadata.id
    return source
  }

  /// A line taken apart.
  private struct Line {
    enum Content {
      case page(String)
      case encoded(String)
      case text(String)
    }
    var known = LineMetadata()
    var content: Content?
    var encoding: String?
    var type: String?
    /// Whether it is an article in the canonical form, or a digest of such.
    var isArticle = false
    /// What a record has failed by before.
    var error: ConversionError?

    init(_ bytes: [UInt8], diagnostics: inout Diagnostics) throws(ConversionError) {
      var members = try JSONMembers(bytes)
      var count = 0
      while let member = try members.next() {
        count += 1
        if count > LineUnpacker.mostMembers {
          throw ConversionError(
            .limitExceeded, "the line has more than \(LineUnpacker.mostMembers) members")
        }
        guard let key = LineKey(member.key) else {
          if member.key == "sections", members.first(of: member.value) == UInt8(ascii: "[") {
            isArticle = true
          } else if member.value.count > LineUnpacker.largestCarried {
            diagnostics.warn(
              .documentCut, "the member '\(member.key)' is too large to be carried through")
          } else {
            known.carry(member.key, try members.parsed(member.value))
          }
          continue
        }
        try take(key, member, of: members)
      }
    }

    private mutating func take(
      _ key: LineKey, _ member: JSONMembers.Member, of members: JSONMembers
    ) throws(ConversionError) {
      if key == .body, members.first(of: member.value) == UInt8(ascii: "[") {
        isArticle = true
        return
      }
      let value = try members.parsed(member.value)
      let text = LineMetadata.text(value)
      switch key {
      case .html: content = text.map { .page($0) } ?? content
      case .bytes:
        if let text, Self.isFree(content) { content = .encoded(text) }
      case .text:
        // The page says more than the text that others made of it.
        if let text, content == nil { content = .text(text) }
      case .content:
        guard let text, Self.isFree(content) else { break }
        content = text.utf8.first { $0 > 0x20 } == UInt8(ascii: "<") ? .page(text) : .text(text)
      case .encoding: encoding = text
      case .type:
        type = text.map { String($0.prefix { $0 != ";" && $0 != " " }).lowercased() }
        if encoding == nil, let text, let label = text.range(ofCharset: "charset=") {
          encoding = label
        }
      case .schema:
        if text?.hasPrefix("newskit-") ?? false { isArticle = true }
      case .error:
        let message = value["message"].flatMap(LineMetadata.text)
        guard let message else {
          known.carry(member.key, value)
          break
        }
        let code = value["code"].flatMap(LineMetadata.text) ?? "bad-input"
        error = ConversionError(.init(rawValue: code), message)
      case .body: known.carry(member.key, value)
      default: known.take(key, named: member.key, value)
      }
    }

    /// Whether nothing better was met yet.
    private static func isFree(_ content: Content?) -> Bool {
      switch content {
      case nil, .text?: true
      default: false
      }
    }
  }
}

extension String {
  /// What follows a word, up to the next blank or semicolon, without quotes.
  fileprivate func range(ofCharset word: String) -> String? {
    var rest = lowercased()[...]
    while !rest.isEmpty, !rest.hasPrefix(word) { rest.removeFirst() }
    let label = rest.dropFirst(word.count).prefix { $0 != ";" && $0 != " " }
    let plain = label.filter { $0 != "\"" && $0 != "'" }
    return plain.isEmpty ? nil : String(plain)
  }
}
