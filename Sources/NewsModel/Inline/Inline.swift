/// A part of a line of text.
///
/// Text is normalised as HTML renders it: a run of white space is one blank, none stands at the
/// start or end of a block or around a ``lineBreak``, and a line break in the source between two
/// Chinese or Japanese characters is nothing (CSS Text 4, segment break transformation).
///
/// More cases may come: a `switch` outside NewsKit wants an `@unknown default`. A string literal is a
/// ``text(_:)``.
#if hasAttribute(nonexhaustive)
  @nonexhaustive
#endif
public enum Inline: Sendable, Hashable {
  /// Plain text, never empty, no markup in it. Neighbouring texts are merged by readers.
  case text(String)
  /// Stressed text: `em`, `i`.
  case emphasis([Inline])
  /// Important text: `strong`, `b`.
  case strong([Inline])
  /// Text no longer valid: `s`, `del`.
  case strikethrough([Inline])
  /// Lowered text.
  case `subscript`([Inline])
  /// Raised text.
  case superscript([Inline])
  /// Program code.
  case code(String)
  /// A link.
  indirect case link(Link)
  /// A picture in the line.
  indirect case image(Image)
  /// A forced new line: `br`.
  case lineBreak
  /// Text with its reading.
  indirect case ruby(Ruby)
  /// A formula in TeX.
  case math(String)
  /// A reference to the ``Footnote`` of that label.
  case footnote(String)
  /// Text with a meaning, anchor, class, language or direction of its own.
  indirect case span(Span)
}
