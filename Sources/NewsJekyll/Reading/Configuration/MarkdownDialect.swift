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
    for entry in given.entries where entry.value != .null || entry.key == "math_engine" {
      let value = entry.value
      options.set(
        entry.key, to: value.list?.map(\.rubyText).joined(separator: ",") ?? value.rubyText)
    }
    // The quirks are the GFM parser's.
    if options.input == .kramdown { options.blocksEndParagraphs = false }
    return options
  }
}
