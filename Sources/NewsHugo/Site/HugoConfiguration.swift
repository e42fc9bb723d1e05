import NewsFiles
import NewsFrontMatter
import NewsModel

/// What a site's configuration says, as far as it matters to its pages.
struct HugoConfiguration: Sendable {
  /// What builds the site.
  enum Generator: Sendable {
    case hugo
    case zola
  }

  let generator: Generator
  /// The file it was read from.
  let file: String?
  let keys: FrontMatterKeys
  /// The languages by their tags in small letters, as the site writes them.
  let languages: [String: FrontMatterKeys]
  /// The language of files that name none, as the site calls it.
  let defaultLanguage: String?
  /// The folders of content, relative to the root, each with the language of what is in it.
  let contentFolders: [(path: String, language: String?)]
  /// What is odd about it.
  private(set) var remarks: [String] = []

  /// Reads the configuration below a root folder; `nil` if there is none.
  ///
  /// - Throws: ``ConversionError`` where it is not what its extension says.
  init?(root: String, boundary: FileBoundary) throws(ConversionError) {
    guard let found = try Self.read(root: root, boundary: boundary) else { return nil }
    var keys = FrontMatterKeys(found.values)
    if found.isFolder {
      keys = FrontMatterKeys(Self.completed(found.values, root: root, boundary: boundary))
    }
    self.keys = keys
    file = found.file
    generator =
      keys["base_url"] != nil && keys["baseurl"] == nil ? .zola : .hugo
    var languages: [String: FrontMatterKeys] = [:]
    var folders: [(path: String, language: String?)] = []
    let content = keys.text("contentdir").map(Self.trimmed) ?? "content"
    for entry in keys["languages"]?.map?.entries ?? [] {
      let tag = entry.key.lowercased()
      let language = FrontMatterKeys(entry.value.map ?? [:])
      languages[tag] = language
      if let folder = language.text("contentdir").map(Self.trimmed) {
        folders.append((folder, tag))
      }
    }
    let defaultLanguage =
      (keys.text("defaultcontentlanguage") ?? keys.text("default_language"))?.lowercased()
    if let defaultLanguage, languages[defaultLanguage] == nil {
      languages[defaultLanguage] = FrontMatterKeys([:])
    }
    self.languages = languages
    self.defaultLanguage = defaultLanguage
    // The longest first: a language's folder may lie in that of another.
    if !folders.contains(where: { $0.path == content }) { folders.append((content, nil)) }
    contentFolders = folders.sorted {
      ($1.path.utf8.count, $0.path) < ($0.path.utf8.count, $1.path)
    }
  }

  /// A site of no configuration.
  init() {
    (generator, file, keys, languages) = (.hugo, nil, FrontMatterKeys([:]), [:])
    (defaultLanguage, contentFolders) = (nil, [])
  }

  private static func trimmed(_ path: String) -> String {
    FileSystem.components(of: path).filter { $0 != "." }.joined(separator: "/")
  }

  // MARK: Files

  private static let names = ["hugo", "config"]
  private static let extensions = ["toml", "yaml", "yml", "json"]

  /// Whether a folder has a configuration that Hugo or Zola would take, and content.
  static func isSite(_ folder: String) -> Bool {
    // Asked of every folder above a page: most have neither.
    guard FileSystem.kind(of: folder + "/content") == .folder else {
      // The content may be called otherwise, if the configuration is Hugo's by its name.
      guard extensions.contains(where: { FileSystem.kind(of: folder + "/hugo." + $0) == .file }),
        let configuration = try? HugoConfiguration(
          root: folder, boundary: FileBoundary(around: [folder]))
      else { return false }
      return configuration.contentFolders.contains {
        FileSystem.kind(of: folder + "/" + $0.path) == .folder
      }
    }
    guard let file = mainFile(of: folder) else { return false }
    if FileSystem.name(of: file).hasPrefix("hugo.") || file.contains("/config/_default/") {
      return true
    }
    // Other programs have such a file, too.
    guard let read = try? read(root: folder, boundary: FileBoundary(around: [folder])) else {
      return FileSystem.pathExtension(of: file) == ".toml"
    }
    let keys = FrontMatterKeys(read.values)
    return ["baseurl", "base_url", "title", "languagecode", "theme"].contains { keys[$0] != nil }
  }

  private static func mainFile(of folder: String) -> String? {
    for name in names {
      for suffix in extensions {
        let path = folder + "/" + name + "." + suffix
        if FileSystem.kind(of: path) == .file { return path }
      }
    }
    for name in names {
      for suffix in extensions {
        let path = folder + "/config/_default/" + name + "." + suffix
        if FileSystem.kind(of: path) == .file { return path }
      }
    }
    return nil
  }

  private static func read(
    root: String, boundary: FileBoundary
  ) throws(ConversionError) -> (values: MetadataMap, file: String, isFolder: Bool)? {
    guard let file = mainFile(of: root), let bytes = boundary.read(file).bytes else { return nil }
    return (
      try values(bytes, of: file), file, file.hasPrefix(root + "/config/_default/")
    )
  }

  private static func values(
    _ bytes: [UInt8], of file: String
  ) throws(ConversionError) -> MetadataMap {
    let syntax: FrontMatterBlock.Syntax =
      switch FileSystem.pathExtension(of: file) {
      case ".toml": .toml
      case ".json": .json
      default: .yaml
      }
    return try FrontMatterBlock.values(
      ofDocument: bytes, syntax: syntax, what: "the site's configuration", path: file)
  }

  /// With what the other files of `config/_default` say, each under the key that it is named after.
  private static func completed(
    _ values: MetadataMap, root: String, boundary: FileBoundary
  ) -> MetadataMap {
    var values = values
    let folder = root + "/config/_default"
    for (name, _) in FileSystem.entries(in: folder) {
      let suffix = FileSystem.pathExtension(of: name)
      let key = String(name.dropLast(suffix.count)).lowercased()
      guard extensions.contains(String(suffix.dropFirst())), !names.contains(key),
        let bytes = boundary.read(folder + "/" + name).bytes,
        let more = try? Self.values(bytes, of: folder + "/" + name)
      else { continue }
      let parts = key.split(separator: ".")
      // `params.de.toml` is that of a language.
      guard parts.count == 1 else { continue }
      values[String(parts[0])] = .map(more)
    }
    return values
  }

  // MARK: Settings

  /// Where the site is on the web, without a slash at its end.
  var address: String? {
    guard var address = keys.text("baseurl") ?? keys.text("base_url") else { return nil }
    while address.hasSuffix("/") { address.removeLast() }
    return address.contains("://") || address.hasPrefix("/") ? address : nil
  }

  /// The title of the site in a language.
  func title(_ language: String?) -> String? {
    language.flatMap { languages[$0]?.text("title") } ?? keys.text("title")
      ?? defaultLanguage.flatMap { languages[$0]?.text("title") }
  }

  /// The tag of a language of the site.
  func languageTag(_ language: String?) -> String? {
    let language = language ?? defaultLanguage
    if let language, let keys = languages[language],
      let code = keys.text("locale") ?? keys.text("languagecode")
    {
      return code
    }
    if language == nil || language == defaultLanguage,
      let code = keys.text("locale") ?? keys.text("languagecode")
    {
      return code
    }
    return language
  }

  /// A parameter of the site.
  func parameter(_ name: String) -> MetadataValue? {
    (keys.map("params") ?? keys.map("extra"))?[name]
  }
}
