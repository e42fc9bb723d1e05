import Kramdown
import NewsCommonMark
import NewsFrontMatter
import NewsModel

/// The Markdown that a site's configuration chooses, with its settings.
enum MarkdownDialect {
  /// kramdown, Jekyll's own choice.
  case kramdown(Kramdown.Options)
  /// GitHub-flavoured Markdown: `markdown: GFM` or one of the CommonMark plugins.
  case commonMark(CommonMark.Options)

  /// Reads the settings of a configuration.
  init(_ configuration: MetadataMap) {
    let name = configuration["markdown"]?.rubyText.lowercased() ?? "kramdown"
    if name.hasPrefix("commonmark") || name == "gfm" {
      self = .commonMark(Self.commonMarkOptions(configuration, name: name))
    } else {
      self = .kramdown(Self.kramdownOptions(configuration["kramdown"]?.map ?? [:]))
    }
  }

  /// Markdown as HTML, both UTF-8.
  ///
  /// - Parameters:
  ///   - isChecked: whether the text is known to be UTF-8.
  ///   - warn: receives what was repaired, with its line in the Markdown.
  func html(
    of text: [UInt8], isChecked: Bool = false, warn: (String, Int) -> Void = { _, _ in }
  ) -> [UInt8] {
    switch self {
    case .kramdown(let options):
      let output =
        isChecked
        ? Kramdown.html(of: UTF8Span(unchecked: text.span), options: options)
        : Kramdown.html(of: text, options: options)
      for warning in output.warnings { warn(warning.message, warning.line) }
      return output.html
    case .commonMark(let options): return CommonMark.html(of: text, options: options)
    }
  }

  // MARK: - Settings

  /// The settings of jekyll-commonmark; GitHub's own takes all extensions.
  private static func commonMarkOptions(
    _ configuration: MetadataMap, name: String
  ) -> CommonMark.Options {
    var options = CommonMark.Options()
    let given = configuration["commonmark"]?.map ?? [:]
    let flags = Set((given["options"]?.list ?? []).map { $0.rubyText.uppercased() })
    if name == "commonmark" {
      let named = (given["extensions"]?.list ?? []).map { $0.rubyText.lowercased() }
      options.extensions = Set(named.compactMap(CommonMark.Extension.init(rawValue:)))
      options.footnotes = flags.contains("FOOTNOTES")
    }
    options.smart = flags.contains("SMART")
    options.hardBreaks = flags.contains("HARDBREAKS")
    return options
  }

  /// The settings under `kramdown:`, under kramdown's own names.
  private static func kramdownOptions(_ given: MetadataMap) -> Kramdown.Options {
    var options = Kramdown.Options.jekyll
    func flag(_ key: String, _ current: Bool) -> Bool {
      switch given[key] {
      case .bool(let value): value
      case .string(let text): text == "true"
      default: current
      }
    }
    if let input = given["input"]?.string, input.lowercased() == "kramdown" {
      options.input = .kramdown
      options.blocksEndParagraphs = false
    }
    if case .list(let quirks)? = given["gfm_quirks"] {
      let names = quirks.map(\.rubyText)
      options.blocksEndParagraphs = names.contains("paragraph_end")
      options.typographicSymbols = !names.contains("no_auto_typographic")
    } else if let quirks = given["gfm_quirks"]?.string {
      let names = quirks.split(separator: ",").map(String.init)
      options.blocksEndParagraphs = names.contains("paragraph_end")
      options.typographicSymbols = !names.contains("no_auto_typographic")
    }
    options.hardWrap = flag("hard_wrap", options.hardWrap)
    options.autoIDs = flag("auto_ids", options.autoIDs)
    options.autoIDPrefix = given["auto_id_prefix"]?.string ?? options.autoIDPrefix
    options.parseBlockHTML = flag("parse_block_html", options.parseBlockHTML)
    options.parseSpanHTML = flag("parse_span_html", options.parseSpanHTML)
    for name in [
      "entity_output", "footnote_backlink", "footnote_backlink_inline", "footnote_prefix",
      "math_engine",
    ] {
      if let value = given[name] { options.set(name, to: value.rubyText) }
    }
    if case .integer(let first)? = given["footnote_nr"] { options.firstFootnoteNumber = first }
    if case .integer(let offset)? = given["header_offset"] { options.headerOffset = offset }
    options.removeLineBreaksForCJK = flag(
      "remove_line_breaks_for_cjk", options.removeLineBreaksForCJK)
    if let quotes = given["smart_quotes"] {
      let names =
        quotes.list?.map(\.rubyText) ?? quotes.rubyText.split(separator: ",").map(String.init)
      if names.count == 4 { options.smartQuotes = names }
    }
    if let levels = tocLevels(given["toc_levels"]) { options.tocLevels = levels }
    return options
  }

  /// `1..3`, `1,2,3` or a list.
  private static func tocLevels(_ value: MetadataValue?) -> Set<Int>? {
    guard let value else { return nil }
    if let list = value.list { return Set(list.compactMap { Int($0.rubyText) }) }
    let text = value.rubyText
    let bounds = text.split(separator: ".").compactMap { Int($0) }
    if bounds.count == 2, text.contains(".."), bounds[0] <= bounds[1] {
      return Set(bounds[0]...bounds[1])
    }
    return Set(text.split(separator: ",").compactMap { Int($0) })
  }
}
