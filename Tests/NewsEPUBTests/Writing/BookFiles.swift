import Foundation
import NewsModel
import NewsTestSupport
@testable import NewsEPUB

/// The files of a book that was just written, unpacked by `unzip`.
struct BookFiles {
  private var files: [String: [UInt8]] = [:]
  /// What the writer said.
  let diagnostics: [Diagnostic]

  init(
    of publication: Publication, options: EPUBWriter.Options = .init(),
    environment: WriterEnvironment = WriterEnvironment()
  ) throws {
    var diagnostics = Diagnostics()
    let book = try EPUBWriter(options: options, environment: environment)
      .write(publication, diagnostics: &diagnostics)
    self.diagnostics = diagnostics.all
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "newskit-book-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "book.epub")
    try Data(book).write(to: file)
    _ = try ProgramRun.output(of: ["unzip", "-q", "-o", file.path, "-d", folder.path])
    let root = folder.path + "/"
    for case let url as URL in FileManager.default.enumerator(
      at: folder, includingPropertiesForKeys: nil) ?? .init()
    where !url.hasDirectoryPath {
      files[String(url.path.dropFirst(root.count))] = Array(try Data(contentsOf: url))
    }
  }

  /// The names of all files in alphabetical order.
  var names: [String] { files.keys.sorted() }

  /// A file's bytes.
  func bytes(_ name: String) -> [UInt8]? { files[name] }

  /// A file as text.
  func text(_ name: String) -> String? { files[name].map { String(decoding: $0, as: UTF8.self) } }
}
