/// What a format is called and how it is recognised.
public struct Format: Sendable, Hashable {
  /// The name in `--from` and `--to`, for example `epub`.
  public var name: String
  /// Other names that people give it, in small letters: `md`.
  public var aliases: [String]
  /// One line for a list of formats.
  public var summary: String
  /// File extensions without a dot, the usual one first.
  public var extensions: [String]
  /// Internet media type, for example `application/epub+zip`.
  public var mediaType: String
  /// Whether it is text that may go to a terminal.
  public var isText: Bool
  /// What its files in a folder must be called, for example `{date}-{slug}`, where it demands
  /// something.
  public var fileNaming: String?

  /// Describes a format.
  public init(
    name: String, summary: String, extensions: [String], mediaType: String, isText: Bool = true,
    fileNaming: String? = nil, aliases: [String] = []
  ) {
    self.name = name
    self.aliases = aliases
    self.summary = summary
    self.extensions = extensions
    self.mediaType = mediaType
    self.isText = isText
    self.fileNaming = fileNaming
  }
}
