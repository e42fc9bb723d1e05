import Foundation
import Kramdown
import Liquid
import NewsKit
import NewsCommonMark
import NewsTestSupport

/// What a browser is given of an article: everything that a writer makes of it, rendered where it is
/// Markdown.
enum HostileDocuments {
  /// The documents of some articles, of every format.
  static func all(of articles: [Article], name: String) throws -> [Browser.Document] {
    let publication =
      articles.count == 1
      ? Publication(articles[0])
      : Publication(
        title: "Digest", sections: [.init(entries: articles.map { Publication.Entry($0) })])
    return try pages(of: publication, name) + rendered(publication, name) + book(publication, name)
  }

  static func written(
    _ publication: Publication, _ format: String, _ options: [String: String] = [:]
  ) throws -> [UInt8] {
    var chosen = FormatOptions()
    for (name, value) in options { chosen.set(name, value) }
    let writer = try FormatRegistry.standard.writer(named: format).make(
      chosen, WriterEnvironment())
    var diagnostics = Diagnostics()
    return try writer.write(publication, diagnostics: &diagnostics)
  }

  /// A fragment as somebody puts it into a page of theirs.
  static func page(_ fragment: [UInt8]) -> [UInt8] {
    Array(
      "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>x</title></head><body>\n".utf8)
      + fragment + Array("\n</body></html>\n".utf8)
  }

  private static func pages(
    of publication: Publication, _ name: String
  ) throws -> [Browser.Document] {
    [
      .init(name + "-page.html", try written(publication, "html")),
      .init(name + "-fragment.html", page(try written(publication, "html", ["fragment": "true"]))),
    ]
  }

  // MARK: Markdown

  private static func rendered(
    _ publication: Publication, _ name: String
  ) throws -> [Browser.Document] {
    var documents: [Browser.Document] = []
    for (format, options) in [
      ("gfm", [:]), ("gfm", ["link-style": "reference", "wrap": "40"]), ("commonmark", [:]),
      ("gfm", ["lossless": "true", "wrap": "40", "link-style": "inline"]),
      ("kramdown", [:]), ("jekyll", ["wrap": "40"]),
    ] as [(String, [String: String])] {
      var markdown = withoutFrontMatter(try written(publication, format, options))
      if format == "jekyll" {
        markdown = Array(Template(String(decoding: markdown, as: UTF8.self)).render().text.utf8)
      }
      let stem = "\(name)-\(format)\(options.count)"
      let isKramdown = format == "kramdown" || format == "jekyll"
      let html = isKramdown ? Kramdown.html(of: markdown).html : CommonMark.html(of: markdown)
      documents.append(.init(stem + ".html", page(html)))
    }
    return documents
  }

  /// The Markdown without its front matter, as a site's generator takes it off.
  private static func withoutFrontMatter(_ text: [UInt8]) -> [UInt8] {
    let mark = Array("\n---\n".utf8)
    guard text.starts(with: Array("---\n".utf8)), let end = text.firstRange(of: mark) else {
      return text
    }
    return Array(text[end.upperBound...])
  }

  // MARK: Books

  private static func book(
    _ publication: Publication, _ name: String
  ) throws -> [Browser.Document] {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "newskit-book-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "book.epub")
    try Data(try written(publication, "epub")).write(to: file)
    _ = try ProgramRun.output(of: ["unzip", "-q", file.path, "-d", folder.path])
    let files = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }
    // What the book says of itself is of interest where metadata are hostile.
    let kinds =
      publication.onlyArticle?.metadata == Metadata()
      ? [".xhtml", ".svg"] : [".xhtml", ".svg", ".opf", ".ncx"]
    return try (files ?? []).sorted().filter { file in kinds.contains { file.hasSuffix($0) } }.map {
      file in
      let bytes = Array(try Data(contentsOf: folder.appending(path: file)))
      // The package and the old contents are XML: a browser opens them, and so may a reader.
      let isXML = file.hasSuffix(".opf") || file.hasSuffix(".ncx")
      return .init(
        "\(name)/\(file.replacing("/", with: "-"))\(isXML ? ".xml" : "")", bytes)
    }
  }
}
