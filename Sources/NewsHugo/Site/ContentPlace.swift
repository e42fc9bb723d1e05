import NewsFiles
import NewsModel
import NewsText

/// What a file's place within a site's content says of the page.
struct ContentPlace: Sendable, Hashable {
  /// The path below the folder of content.
  var path: String
  /// The folders that it lies in, those of a bundle of its own left out.
  var sections: [String]
  /// The name that its address is made of: the file's, or that of a bundle's folder.
  var name: String
  /// The language that file name or folder declares.
  var language: String?
  /// Whether it is an `index` file, whose folder is its own.
  var isBundle = false
  /// Whether it is an `_index` file, which says something of a section.
  var isSection = false
  /// With its dot, in small letters.
  var fileExtension: String

  /// Reads a path.
  ///
  /// - Parameters:
  ///   - path: below the folder of content.
  ///   - languages: those that the site has; `nil` where there is no site to ask.
  ///   - language: that of the folder of content.
  init(_ path: String, languages: Set<String>?, language: String? = nil) {
    self.path = path
    self.language = language
    var folders = FileSystem.components(of: path).map(String.init)
    let file = folders.popLast() ?? ""
    fileExtension = FileSystem.pathExtension(of: file)
    var stem = String(file.dropLast(fileExtension.count))
    fileExtension = fileExtension.lowercased()
    let suffix = FileSystem.pathExtension(of: stem)
    if !suffix.isEmpty {
      let tag = String(suffix.dropFirst()).lowercased()
      let isLanguage =
        languages?.contains(tag)
        ?? (tag.utf8.count == 2 && LanguageTag.normalized(tag) != nil)
      if isLanguage {
        self.language = tag
        stem = String(stem.dropLast(suffix.count))
      }
    }
    isSection = stem == "_index"
    isBundle = stem == "index"
    if isBundle {
      name = folders.popLast() ?? ""
    } else {
      name = isSection ? (folders.last ?? "") : stem
    }
    sections = folders
  }

  /// Extensions of files that are read as pages.
  static let readExtensions: Set<String> = [
    ".md", ".markdown", ".mdown", ".mkd", ".html", ".htm",
  ]
  /// Extensions of pages in languages that are not read.
  static let otherExtensions: Set<String> = [
    ".adoc", ".asciidoc", ".ad", ".org", ".rst", ".pandoc", ".pdc",
  ]

  /// Whether the file's name says that it is HTML.
  var isHTML: Bool { fileExtension == ".html" || fileExtension == ".htm" }

  /// The folder that the file lies in, below the folder of content.
  var folder: String { FileSystem.folder(of: path) }
}
