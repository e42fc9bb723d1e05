extension Inline: ExpressibleByStringLiteral {
  /// Plain text: `.emphasis(["really"])`.
  public init(stringLiteral text: String) { self = .text(text) }

  /// A link: `.link("https://example.org", "the report")`.
  public static func link(_ url: String, _ content: Inline...) -> Inline {
    .link(Link(url, content))
  }

  /// A picture in the line: `.image("chart.png", alternative: "Sales, falling")`.
  public static func image(_ source: String, alternative: String) -> Inline {
    .image(Image(source, alternative: alternative))
  }
}
