/// Where an article was read from.
public struct Origin: Sendable, Hashable {
  /// The file, as a path.
  public var path: String?
  /// The root folder of the site it belongs to, as a path.
  public var siteRoot: String?
  /// Folders of the site that paths from its root are looked for in besides the root itself: Hugo's
  /// `static`.
  public var pictureFolders: [String] = []
  /// Where that folder is on the web: `https://harbour.example/blog`; the path alone, where no host
  /// is known.
  public var siteURL: String?
  /// The address it was published at, to resolve relative links.
  public var url: String?
  /// Paths within its site that lead to it besides its own, such as those it had before.
  public var aliases: [String] = []
  /// The folder that was named as input, if the file was found in one.
  public var inputFolder: String?
  /// Whether it was got from the web: see ``Source/isFetched``.
  public var isFetched = false

  /// The archive, export or feed it came in, as its collection calls itself
  /// (``ArticleCollection/identifier``): pictures are looked for there.
  public var collection: String?
  /// The section that the user, or a list of inputs, puts all of its input in.
  public var section: String?

  /// Makes an origin.
  public init(
    path: String? = nil, siteRoot: String? = nil, siteURL: String? = nil, url: String? = nil
  ) {
    self.path = path
    self.siteRoot = siteRoot
    self.siteURL = siteURL
    self.url = url
  }
}

extension Origin {
  /// Where a source's articles were read from, as far as the source itself tells.
  public init(of source: Source) {
    self.init(path: source.path, siteRoot: source.siteRoot, url: source.referenceBase)
    collection = source.collection
    inputFolder = source.inputFolder
    isFetched = source.isFetched
  }
}
