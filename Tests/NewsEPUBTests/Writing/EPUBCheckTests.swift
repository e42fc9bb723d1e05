import Foundation
import NewsKitTesting
import NewsModel
import NewsTestSupport
import Testing
@testable import NewsEPUB

/// EPUBCheck over books of ordinary and of hostile articles, in one run.
@Suite struct EPUBCheckTests {
  @Test(.enabled(if: EPUBCheck.isAvailable)) func everyBookIsClean() throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "newskit-books-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var count = 0
    for (name, publication) in Self.publications {
      count += 1
      var diagnostics = Diagnostics()
      let book = try EPUBWriter(environment: WriterEnvironment(resources: SamplePictures()))
        .write(publication, diagnostics: &diagnostics)
      let file = name.replacing(" ", with: "-").replacing("/", with: "-")
      try Data(book).write(to: folder.appending(path: "\(count)-\(file).epub"))
    }
    let script = Repository.root.appending(path: "Tests/EPUBCheck/run").path
    let printed = try ProgramRun.output(of: [script, folder.path])
    #expect(printed.contains("\(count) books, 0 messages"))
    print("EPUBCheck: \(count) books, no fatal, error, warning or usage message")
  }

  /// Every sample by itself, all of them together, and what EPUBCheck is known to reject.
  static var publications: [(name: String, publication: Publication)] {
    var all = SampleArticle.all.map { ($0.name, Publication($0.article)) }
    all.append(("digest", SampleArticle.publication))
    let hostile = HostileArticles.all
    all += hostile.map { ($0.name, Publication($0.article)) }
    let everything = SampleArticle.all.map(\.article) + hostile.map(\.article)
    all.append(
      (
        "all together",
        Publication(
          title: "<All> & \"together\"",
          sections: [
            Publication.Section(entries: everything.map { Publication.Entry($0) }),
            Publication.Section(
              title: "  ", entries: HostileArticles.linked.map { Publication.Entry($0) }),
            Publication.Section(title: "Empty", entries: []),
          ])
      ))
    return all
  }
}
