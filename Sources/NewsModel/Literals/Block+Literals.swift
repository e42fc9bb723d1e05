/// A paragraph in quotation marks, inlines between the words:
/// `"The bridge \(.link("https://example.org", "opened")) on \(.strong(["Monday"]))."`
///
/// White space is one blank, as in HTML.
extension Block: ExpressibleByStringInterpolation {
  /// A paragraph of plain text.
  public init(stringLiteral text: String) {
    var line = StringInterpolation(literalCapacity: text.utf8.count, interpolationCount: 0)
    line.appendLiteral(text)
    self.init(stringInterpolation: line)
  }

  /// A paragraph of texts and inlines.
  public init(stringInterpolation line: StringInterpolation) {
    var content = line.content
    content.trimStart()
    content.trimEnd()
    self = .paragraph(Paragraph(content))
  }

  /// The line of a paragraph as it is put together.
  public struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var content: [Inline] = []

    /// Starts an empty line.
    public init(literalCapacity: Int, interpolationCount: Int) {
      content.reserveCapacity(2 * interpolationCount + 1)
    }

    /// Adds what stands between the interpolations.
    public mutating func appendLiteral(_ literal: String) {
      var text = ""
      for character in literal {
        if character != " ", character != "\n", character != "\t" {
          text.append(character)
        } else if text.last != " " {
          text.append(" ")
        }
      }
      content.appendJoining(.text(text))
    }

    /// Adds an inline.
    public mutating func appendInterpolation(_ inline: Inline) { content.appendJoining(inline) }

    /// Adds several inlines.
    public mutating func appendInterpolation(_ inlines: [Inline]) {
      for inline in inlines { content.appendJoining(inline) }
    }

    /// Adds text.
    public mutating func appendInterpolation(_ text: some StringProtocol) {
      appendLiteral(String(text))
    }

    /// Adds a number.
    public mutating func appendInterpolation(_ number: some BinaryInteger) {
      appendLiteral(String(number))
    }
  }

  /// A heading: `.heading(2, "What comes next")`.
  public static func heading(_ level: Int, _ content: Inline...) -> Block {
    .heading(Heading(level: level, content))
  }

  /// A quotation: `.quote("We knew.", "All of us.")`.
  public static func quote(_ content: Block...) -> Block { .quote(Quote(content)) }

  /// A picture with a caption: `.figure("bridge.jpg", alternative: "A bridge", caption: "The bridge")`.
  public static func figure(
    _ source: String, alternative: String = "", caption: Block...
  ) -> Block {
    .figure(
      Figure(
        [.paragraph(Paragraph([.image(Image(source, alternative: alternative))]))],
        caption: caption))
  }

  /// A bulleted list, a paragraph an item: `.bullets("Bread", "Wine")`.
  public static func bullets(_ items: Block...) -> Block {
    .list(List(.unordered, items: items.map { List.Item([$0]) }))
  }
}
