public import NewsModel

/// Reads a message (`.eml`): a newsletter, an article sent by post.
///
/// Its texts follow each other; where one comes in several forms it is the HTML, else the plain one.
/// Messages within it are read with it. Pictures within the message are written out in their
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
    guard let content = MailContent.of(message) else {
      let isProtected = message.parts.contains {
        ["application/pkcs7-mime", "application/x-pkcs7-mime", "multipart/encrypted"].contains(
          $0.type.value)
      }
      throw ConversionError(
        .badInput,
        isProtected ? "is an encrypted message" : "is a message without a text", file: source.path)
    }
    var article = Article(metadata: MailMetadata.of(message.parts[0].header))
    var maker = MailBlocks(
      message, of: source, language: article.metadata.language, limits: limits)
    article.body = try maker.blocks(of: content, diagnostics: &diagnostics)
    article.footnotes = maker.footnotes
    article.metadata.language = maker.language
    if article.body.isEmpty {
      diagnostics.warn(.postEmpty, "'\(article.metadata.title ?? "a message")' has no text")
    }
    return [Publication.Entry(article, from: source)]
  }
}
