/// Bytes to read articles from, with what is known of them from outside.
///
/// What the text itself declares comes first, always. What is known from outside fills what the text
/// lacks: ``metadata`` is applied after reading (``Metadata/fill(from:)``), ``language`` is assumed
/// where the text names none, ``charset`` and ``mediaType`` decide before anything is guessed.
public struct Source: Sendable {
  /// The bytes.
  public var bytes: [UInt8]
  /// The path of the file, if it is one.
  public var path: String?
  /// The address the bytes were fetched from, after redirects, to resolve links against.
  public var url: String?
  /// The address that relative references are resolved against, where it is not ``url``.
  public var base: String?
  /// The Internet media type that a transport or container declares, for example `text/html`,
  /// without parameters.
  public var mediaType: String?
  /// The character encoding that a transport or container declares, for example `gb2312`.
  public var charset: String?
  /// When the bytes were fetched or archived.
  public var retrieved: Timestamp?
  /// When the bytes were last changed, as a transport or an archive declares. Not a date of the
  /// article: servers give the time of the last build for every page.
  public var lastModified: Timestamp?
  /// Whether the bytes were got from the web, and do not only say so as an archive's do: then their
  /// pictures may be got there, too.
  public var isFetched = false
  /// The language to assume where the text names none, BCP 47.
  public var language: String?
  /// The root folder of the site, if it was named rather than found.
  public var siteRoot: String?
  /// The folder that was named as input, where the file was found in one: what the file refers to
  /// may lie anywhere in it. Otherwise it must lie in the file's own folder or its site.
  public var inputFolder: String?
  /// Whether the user trusts it: what it refers to may then lie anywhere.
  public var isTrusted = false
  /// What a feed, an export or an archive knows of the article besides its text. Fills what the text
  /// lacks.
  public var metadata = Metadata()
  /// The collection it came in, an archive or a feed: see ``Origin/collection``.
  public var collection: String?

  /// Describes bytes to read.
  public init(
    bytes: [UInt8], path: String? = nil, url: String? = nil, charset: String? = nil,
    language: String? = nil, siteRoot: String? = nil
  ) {
    self.bytes = bytes
    self.path = path
    self.url = url
    self.charset = charset
    self.language = language
    self.siteRoot = siteRoot
  }
}

extension Source {
  /// The file or address, for messages.
  public var name: String? { path ?? url }

  /// The address that relative references are resolved against, if one is known.
  public var referenceBase: String? { base ?? url }
}
