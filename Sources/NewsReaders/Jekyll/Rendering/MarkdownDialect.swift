import NewsMarkup
import NewsModel

/// The Markdown that a site's configuration chooses, with its settings.
enum MarkdownDialect {
  /// kramdown, Jekyll's own choice.
  case kramdown
  /// GitHub-flavoured Markdown: `markdown: GFM` or one of the CommonMark plugins.
  case commonMark(CommonMark.Options)

  /// Reads the settings of a configuration.
  init(_ configuration: MetadataMap) {
    let name = configuration["markdown"]?.rubyText.lowercased() ?? "kramdown"
    if name.hasPrefix("commonmark") || name == "gfm" {
      self = .commonMark(Self.commonMarkOptions(configuration, name: name))
    } else {
      self = .kramdown
    }
  }

  /// Markdown as HTML, both UTF-8.
  func html(of text: [UInt8]) -> [UInt8] {
    switch self {
    case .kramdown: CommonMark.html(of: text)
    case .commonMark(let options): CommonMark.html(of: text, options: options)
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
}
