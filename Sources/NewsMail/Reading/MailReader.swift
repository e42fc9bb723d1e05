internal import NewsBlocks
internal import NewsHTML
public import NewsModel
internal import NewsText

/// Reads a message (`.eml`): a newsletter, an article sent by post.
///
/// Its HTML part is the text, else its plain one; pictures within the message are written out in their
/// addresses, pictures that only count readers are left out, and links lead where they lead in the end.
public struct MailReader: ArticleReader {
  /// How the format is registered.
  public static let registration = ReaderRegistration(
    format: Format(
      name: "eml", summary: "a message of electronic mail: a newsletter", extensions: ["eml"],
      mediaType: "message/rfc822", aliases: ["email", "mail"]),
    recognize: { MailRecognizer.certainty(of: $0) },
    make: { _ in MailReader() })

  /// Makes a reader.
  public init() {}

  /// Reads a message.
  ///
  /// - Throws: ``ConversionError/Code/badInput`` for one without a text.
  public func read(
    _ source: Source, limits: Limits = .standard, diagnostics: inout Diagnostics
  ) throws(ConversionError) -> [Publication.Entry] {
    let message = MailMessage(source.bytes)
    if message.isCut {
      diagnostics.warn(
        .documentCut, "the message has more parts than are read; the rest is left out")
    }
    let text = MailText(message)
    guard text.part != nil else {
      let isProtected = message.parts.contains {
        ["application/pkcs7-mime", "application/x-pkcs7-mime", "multipart/encrypted"].contains(
          $0.type.value)
      }
      throw ConversionError(
        .badInput,
        isProtected ? "is an encrypted message" : "is a message without a text", file: source.path)
    }
    var article = Article(metadata: MailMetadata.of(message.parts[0].header))
    let (bytes, charset) = text.content
    if text.isHTML {
      try setHTML(bytes, charset, text, source, limits, &article, &diagnostics)
    } else {
      let decoded = TextDecoder.plain(bytes, transport: charset)
      let isFlowed = text.part?.type["format"]?.lowercased() == "flowed"
      let removesBlank = text.part?.type["delsp"]?.lowercased() == "yes"
      article.body = MailPlainText.blocks(
        decoded.utf8, isFlowed: isFlowed, removesBlank: removesBlank)
    }
    if article.body.isEmpty {
      diagnostics.warn(.postEmpty, "'\(article.metadata.title ?? "a message")' has no text")
    }
    return [Publication.Entry(article, from: source)]
  }

  private func setHTML(
    _ bytes: [UInt8], _ charset: String?, _ text: MailText, _ source: Source, _ limits: Limits,
    _ article: inout Article, _ diagnostics: inout Diagnostics
  ) throws(ConversionError) {
    let decoded = TextDecoder.html(bytes, transport: charset)
    if decoded.isRepaired {
      diagnostics.warn(
        .encodingRepaired, "bytes that are not \(decoded.charset.name) were replaced")
    }
    let tree = try HTMLTree(parsing: decoded.utf8, limits: limits, diagnostics: &diagnostics)
    let parts = MailMarkup(tree)
    article.metadata.language =
      article.metadata.language ?? tree.first(.html).flatMap { tree.string(.lang, of: $0) }
    let base = parts.base ?? text.location ?? source.referenceBase
    let pictures = MailPictures(text)
    var options = BlockBuilder.Options.text
    options.keepsAllAnchors = false
    options.language = article.metadata.language
    let builder = BlockBuilder(options: options, limits: limits) { address in
      if let written = pictures.dataAddress(address) { return written }
      let whole = URLReference.resolved(address, against: base)
      return pictures.dataAddress(whole) ?? WrappedLink.target(of: whole)
    }
    let built = builder.blocks(
      of: tree, from: [parts.body], excluding: parts.excluded, diagnostics: &diagnostics)
    article.body = built.blocks
    article.footnotes = built.footnotes
  }
}

/// The HTML of a message, looked through.
struct MailMarkup {
  private let tree: HTMLTree
  /// What its pictures and titles leave out.
  private(set) var excluded: [Bool]
  /// What the text is in.
  let body: Int
  /// The address that its references are relative to.
  let base: String?

  init(_ tree: HTMLTree) {
    self.tree = tree
    body = tree.first(.body) ?? HTMLTree.root
    base = tree.first(.base).flatMap { tree.string(.href, of: $0) }
    excluded = [Bool](repeating: false, count: tree.count)
    for node in body..<tree.end(of: body) {
      switch tree.nodes[node].tag {
      case .img: excluded[node] = isCounter(node)
      case .title, .head: excluded[node] = true
      default:
        // What mailboxes show before a message is opened.
        if tree.value(.class, of: node).map({ ClassTokens.contains($0, "preheader") }) == true,
          isHidden(node)
        {
          excluded[node] = true
        }
      }
    }
  }

  /// Whether a picture is there to be fetched, not to be seen.
  private func isCounter(_ image: Int) -> Bool {
    func size(_ name: HTMLAttributeName) -> Int? {
      tree.string(name, of: image).flatMap { Int($0.prefix { $0.isNumber }) }
    }
    if let width = size(.width), let height = size(.height), width <= 2, height <= 2 { return true }
    let style = (tree.string(.style, of: image) ?? "").lowercased().filter { !$0.isWhitespace }
    let isSmall = { (name: String) in
      ["0", "1px", "0px", "1"].contains { value in
        style.hasPrefix("\(name):\(value);") || style.contains(";\(name):\(value);")
          || style.hasSuffix(";\(name):\(value)") || style == "\(name):\(value)"
      }
    }
    if isSmall("width") && isSmall("height") || style.contains("display:none") { return true }
    if tree.string(.alt, of: image)?.isEmpty == false || size(.width) ?? 0 > 2 { return false }
    let address = (tree.string(.src, of: image) ?? "").lowercased()
    return [
      "/open.", "/open?", "/wf/open", "/track/open", "/pixel", "pixel.gif", "/beacon", "/e/o/",
    ]
    .contains { address.contains($0) }
  }

  private func isHidden(_ node: Int) -> Bool {
    let style = (tree.string(.style, of: node) ?? "").lowercased().filter { !$0.isWhitespace }
    return ["display:none", "max-height:0", "mso-hide:all", "visibility:hidden", "font-size:0"]
      .contains { style.contains($0) }
  }
}
