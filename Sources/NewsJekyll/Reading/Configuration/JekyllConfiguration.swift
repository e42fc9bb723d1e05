import NewsFrontMatter
import NewsModel
import NewsText

/// A site's `_config.yml` with Jekyll's defaults for what it leaves out.
struct JekyllConfiguration: Sendable {
  /// Every setting, as `site.…` shows it to Liquid.
  var values: MetadataMap
  /// How the site tells the time.
  var clock: SiteClock
  /// The sets of front matter defaults, in order.
  var defaults: FrontMatterDefaults
  /// The Markdown of posts and pages.
  var markdown: MarkdownDialect
  /// File extensions that are Markdown, in lower case.
  var markdownExtensions: Set<String>
  /// What ends an excerpt.
  var excerptSeparator: String
  /// The template of the addresses of posts.
  var postPermalink: String
  /// Where collections lie, relative to the source; empty for the source itself.
  var collectionsFolder: String
  /// Labels of the collections besides posts and drafts.
  var collections: [String]
  /// Patterns of what is left out.
  var exclude: [String]
  /// Patterns of what is taken in although it is hidden or excluded.
  var include: [String]
  var showsFuture: Bool
  var showsUnpublished: Bool
  var showsDrafts: Bool
  /// Whether front matter that is not YAML stops a build.
  var isStrict: Bool

  /// The settings of a configuration file, or Jekyll's own without one.
  ///
  /// - Parameter isSite: whether there is a site; a post by itself keeps days without times.
  init(_ given: MetadataMap = [:], isSite: Bool = true) {
    let values = Self.standard.merged(with: given)
    self.values = values
    markdown = MarkdownDialect(values)
    let zoneName = values["timezone"]?.string
    let zone = zoneName.flatMap(TimeZone.init(identifier:))
    clock = SiteClock(zone: zone ?? .current, isExplicit: zone != nil, keepsDays: !isSite)
    collectionsFolder = values["collections_dir"]?.string ?? ""
    defaults = FrontMatterDefaults(
      values["defaults"]?.list ?? [], collectionsFolder: collectionsFolder)
    markdownExtensions = Set(
      (values["markdown_ext"]?.rubyText ?? "").split(separator: ",").map { $0.lowercased() })
    excerptSeparator = values["excerpt_separator"]?.rubyText ?? ""
    let collectionSettings = values["collections"]
    var labels: [String] = []
    switch collectionSettings {
    case .list(let list): labels = list.map(\.rubyText)
    case .map(let map): labels = map.entries.map(\.key)
    default: break
    }
    collections = labels.filter { $0 != "posts" && $0 != "drafts" }
    postPermalink =
      collectionSettings?.map?["posts"]?.map?["permalink"]?.string
      ?? Permalink.template(for: values["permalink"]?.rubyText ?? "date")
    exclude = Self.patterns(values["exclude"]) + Self.defaultExclude
    include = Self.patterns(values["include"])
    showsFuture = values["future"]?.isTruthy ?? false
    showsUnpublished = values["unpublished"]?.isTruthy ?? false
    showsDrafts = values["show_drafts"]?.isTruthy ?? false
    isStrict = values["strict_front_matter"]?.isTruthy ?? false
  }

  /// The settings of a collection.
  func collection(_ label: String) -> MetadataMap {
    values["collections"]?.map?[label]?.map ?? [:]
  }

  /// The template of the addresses of a collection's documents.
  func permalink(ofCollection label: String) -> String {
    if label == "posts" { return postPermalink }
    if let own = collection(label)["permalink"]?.string { return own }
    let style = values["permalink"]?.rubyText ?? "date"
    return "/:collection/:path" + Self.suffix(for: style)
  }

  /// How addresses end in a style: what it adds to `/:path`.
  static func suffix(for style: String) -> String {
    switch style {
    case "pretty": "/"
    case "date", "ordinal", "none": ":output_ext"
    default: style.hasSuffix("/") ? "/" : style.hasSuffix(":output_ext") ? ":output_ext" : ""
    }
  }

  /// Whether a file of this extension, with its dot, is Markdown.
  func isMarkdown(extension fileExtension: String) -> Bool {
    markdownExtensions.contains(fileExtension.dropFirst().lowercased())
  }

  private static func patterns(_ value: MetadataValue?) -> [String] {
    switch value {
    case .list(let list): list.compactMap(\.string)
    case .string(let text): [text]
    default: []
    }
  }

  private static let defaultExclude = [
    ".sass-cache", ".jekyll-cache", "gemfiles", "Gemfile", "Gemfile.lock", "node_modules",
    "vendor/bundle/", "vendor/cache/", "vendor/gems/", "vendor/ruby/",
  ]

  private static let standard: MetadataMap = [
    "source": .string("."), "destination": .string("./_site"), "collections_dir": .string(""),
    "cache_dir": .string(".jekyll-cache"),
    "plugins_dir": .string("_plugins"), "layouts_dir": .string("_layouts"),
    "data_dir": .string("_data"),
    "includes_dir": .string("_includes"), "collections": .map([:]), "safe": .bool(false),
    "include": .list([.string(".htaccess")]), "exclude": .list([]), "encoding": .string("utf-8"),
    "markdown_ext": .string("markdown,mkdown,mkdn,mkd,md"), "strict_front_matter": .bool(false),
    "show_drafts": .null, "limit_posts": .integer(0), "future": .bool(false),
    "unpublished": .bool(false), "markdown": .string("kramdown"), "highlighter": .string("rouge"),
    "lsi": .bool(false), "excerpt_separator": .string("\n\n"), "incremental": .bool(false),
    "permalink": .string("date"), "baseurl": .null, "timezone": .null, "defaults": .list([]),
  ]
}

extension JekyllConfiguration {
  /// Whether there is a time zone of that name.
  static func isZone(_ name: String) -> Bool { TimeZone(identifier: name) != nil }
}
