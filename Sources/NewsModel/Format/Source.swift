/// Bytes to read an article from, with what is known of them.
public struct Source: Sendable {
  /// The bytes.
  public var bytes: [UInt8]
  /// The path of the file, if it is one.
  public var path: String?
  /// The address the bytes were fetched from, to resolve links against.
  public var url: String?
  /// The character encoding that the transport named, for example `gb2312`.
  public var charset: String?
  /// The language to assume where the text names none, BCP 47.
  public var language: String?
  /// The root folder of the site, if it was named rather than found.
  public var siteRoot: String?
  /// The folder that was named as input, where the file was found in one: what the file refers to
  /// may lie anywhere in it. Otherwise it must lie in the file's own folder or its site.
  public var inputFolder: String?
  /// Whether the user trusts it: what it refers to may then lie anywhere.
  public var isTrusted = false

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
