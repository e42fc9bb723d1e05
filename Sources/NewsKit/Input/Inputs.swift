internal import NewsBytes
internal import NewsText

/// What a conversion or a digest is made of: files, folders, sites, patterns, addresses, standard
/// input, and whatever holds many articles.
///
/// ```swift
/// let converter = try Converter(to: "epub")
/// let inputs = Inputs(["posts/", "more/*.md"])
/// let digest = try Pipeline(converter).digest(Digest(), of: inputs)
/// ```
///
/// A folder stands for the articles in it: those of a collection of its build, such as a Jekyll
/// site's posts, or else all files below it that some reader knows, collections within it included.
/// A pattern (`posts/**/*.md`) stands for what matches it. Nothing is opened before its turn comes.
public struct Inputs: Sendable {
  /// Paths, patterns, folders, addresses, `-` for standard input.
  public var words: [String]
  /// The language to assume where a text names none, BCP 47.
  public var language: String?
  /// Whether the user trusts them: what they name may then be opened outside their own folders.
  public var isTrusted = false
  /// The address of the original, where the input does not know its own.
  public var url: String?
  /// How single inputs are taken, by their place in ``words``.
  public var settings: [Int: InputSettings] = [:]
  /// Where the text of feeds' entries is taken from.
  public var fullText = FullText.feed
  /// Whether articles on the web that are cut into several pages are put together.
  public var joinsPages = false
  /// Whether a site's front page stands for its feed, where it names one.
  public var takesFeedsOfSites = false
  /// The inputs that are feeds: a page among them, whichever, stands for the feed that it names.
  public var feedsOfSites: Set<Int> = []

  /// Names inputs.
  public init(_ words: [String], language: String? = nil, url: String? = nil) {
    self.words = words
    self.language = language
    self.url = url
  }

  /// These inputs and more.
  public func adding(_ words: [String]) -> Inputs {
    var all = self
    all.words += words
    return all
  }

  /// Whether a word stands for several inputs before it is opened: a folder or a pattern.
  public static func isSeveral(_ word: String) -> Bool {
    if word == "-" || isAddress(word) { return false }
    return FileTree.isFolder(word) || !FileTree.exists(word) && FilePattern(word) != nil
  }
}

extension Inputs {
  /// Whether a word is a language's tag (BCP 47): `pt-BR`, not `english`.
  public static func isLanguageTag(_ word: String) -> Bool {
    guard let tag = LanguageTag.normalized(word) else { return false }
    return !word.contains("_") && !word.contains(".") && !tag.isEmpty
  }

  /// Whether a word is an address (`https://…`) and no file of such a name.
  static func isAddress(_ word: String) -> Bool {
    guard let scheme = word.place(of: "://") else { return false }
    return word[..<scheme.lowerBound].allSatisfy { $0.isASCII && $0.isLetter }
      && scheme.lowerBound > word.startIndex && !FileTree.exists(word)
  }

  /// What an input is called, for the names of outputs: a file's name, what the path of an address
  /// ends in, else its host.
  public static func name(of word: String) -> String {
    if word == "-" { return "stdin" }
    guard isAddress(word), let scheme = word.place(of: "://") else {
      return FilePath(word).name
    }
    let path = word[scheme.upperBound...].prefix { $0 != "?" && $0 != "#" }
    let parts = path.split(separator: "/")
    guard parts.count > 1, let last = parts.last else {
      // A host has dots, and no extension.
      guard let host = parts.first?.prefix(while: { $0 != ":" }) else { return "page" }
      return String(host.map { $0 == "." ? "-" : $0 })
    }
    return String(last)
  }

  /// A title for a digest of what was named first: the name of a folder.
  ///
  /// A folder that is called what a site's folder of posts is called says nothing: the one above it
  /// does.
  static func title(ofFolder input: String) -> String? {
    guard FileTree.isFolder(input) else { return nil }
    var folder = FileSystem.absolute(input)
    while FilePath(folder).name.utf8.first == UInt8(ascii: "_") { folder = FilePath(folder).folder }
    let name = FilePath(folder).name
    return name.isEmpty ? nil : name
  }
}
