import Foundation
import NewsModel

@testable import NewsHugo

/// A site in a folder of its own, which goes when the test ends.
final class SiteFolder {
  let path: String

  /// Makes a site of files with their texts.
  init(_ files: [String: String]) throws {
    let root = FileManager.default.temporaryDirectory
      .appending(path: "newskit-hugo-\(UUID().uuidString)")
    path = root.path
    for (name, text) in files {
      let file = root.appending(path: name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The articles of the site by their file, and what was reported.
  func read(
    _ options: HugoReader.Options = HugoReader.Options()
  ) throws -> (entries: [String: Publication.Entry], diagnostics: [Diagnostic]) {
    var diagnostics = Diagnostics()
    let site = try HugoSiteCollection(path, options: options, diagnostics: &diagnostics)
    var entries: [String: Publication.Entry] = [:]
    while let item = site.next() {
      guard case .deferred(let open) = item.content, let reader = site.reader else { continue }
      let read = try reader.read(open(.standard), limits: .standard, diagnostics: &diagnostics)
      if let entry = read.first { entries[item.name] = entry }
    }
    return (entries, diagnostics.all)
  }
}

/// Reads a file that belongs to no site.
func readAlone(
  _ text: String, name: String = "page.md"
) throws -> (article: Article, diagnostics: [Diagnostic]) {
  var diagnostics = Diagnostics()
  let source = Source(bytes: Array(text.utf8), path: "/nowhere/\(name)")
  let articles = try HugoReader().readArticles(source, diagnostics: &diagnostics)
  return (articles[0], diagnostics.all)
}
