public import NewsModel

/// Gemtext, the text format of the Gemini protocol: one line, one block.
///
/// Follows the format's specification at geminiprotocol.net (`text/gemini`).
public enum Gemtext {
  /// What the format is called.
  public static let format = Format(
    name: "gemtext", summary: "Gemtext, of the Gemini protocol", extensions: ["gmi", "gemini"],
    mediaType: "text/gemini")

  /// The reader, to be registered.
  public static let reader = ReaderRegistration(
    format: format,
    recognize: { head in head.starts(with: Array("=> ".utf8)) ? 60 : 0 },
    make: { _ in GemtextReader() })

  /// The writer, to be registered.
  public static let writer = WriterRegistration(
    format: format,
    options: [
      FormatOption("links", .choice(["after", "none"]), help: "Links after a paragraph, or not.")
    ],
    make: { options, _ throws(ConversionError) in
      GemtextWriter(links: try options.choice("links") ?? .after)
    })
}
