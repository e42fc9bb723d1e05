/// What a dialect of Markdown can say, and what it takes for markup.
package struct MarkdownFlavor: Sendable, Hashable {
  /// Its name, as in `--to`.
  package var name: String
  /// Pipe tables, with a head of one row.
  var hasTables = true
  /// `~~struck~~`.
  var hasStrikethrough = true
  /// `- [x]`.
  var hasTasks = true
  /// `[^1]`.
  var hasFootnotes = true
  /// Whether bare addresses in text become links.
  var linksBareAddresses = true
  /// Formulas as GitHub has them: between `$`` and ``$`, and in code of the language `math`.
  var hasMath = true
  /// Whether it is kramdown, with its own rules: definition lists, attribute lists, `$$`,
  /// typographic quotes, pipes that make tables of any line.
  var isKramdown = false
  /// Whether Liquid reads the text first.
  var isLiquid = false
  /// Whether it is Goldmark in a page of Hugo: shortcodes, definition lists, `{#name}` at headings.
  var isHugo = false

  /// CommonMark with GitHub's extensions.
  package static let gfm = MarkdownFlavor(name: "gfm")
  /// CommonMark alone; what it lacks is HTML.
  package static let commonmark = MarkdownFlavor(
    name: "commonmark", hasTables: false, hasStrikethrough: false, hasTasks: false,
    hasFootnotes: false, linksBareAddresses: false, hasMath: false)
  /// kramdown.
  package static let kramdown = MarkdownFlavor(
    name: "kramdown", linksBareAddresses: false, hasMath: false, isKramdown: true)
  /// Goldmark in a page of Hugo.
  package static let hugo = MarkdownFlavor(name: "hugo", hasMath: false, isHugo: true)
  /// kramdown in a Jekyll post.
  package static let jekyll = MarkdownFlavor(
    name: "jekyll", linksBareAddresses: false, hasMath: false, isKramdown: true, isLiquid: true)
}
