import Foundation
import NewsKit
import NewsKitTesting
import NewsTestSupport
import Testing

/// The conformance kits, run on every format that is built in.
@Suite struct ConformanceTests {
  static let readers = FormatRegistry.standard.readers.map(\.format.name)
  static let writers = FormatRegistry.standard.writers.map(\.format.name).filter { $0 != "pdf" }

  @Test(arguments: readers)
  func reader(_ name: String) async throws {
    let registration = try FormatRegistry.standard.reader(named: name)
    let samples = try Self.examples(for: name) + Self.written(as: name) + Self.own(of: name)
    let report = await ReaderConformance(registration, samples: samples, damages: 12).run()
    #expect(report.problems.isEmpty, "\(report.problems.prefix(20).joined(separator: "\n"))")
    print("conformance of the \(name) reader: \(report.checks) checks, \(samples.count) samples")
  }

  @Test(arguments: writers)
  func writer(_ name: String) async throws {
    let registration = try FormatRegistry.standard.writer(named: name)
    var conformance = WriterConformance(registration)
    if registration.format.mediaType == "application/epub+zip", EPUBCheck.isAvailable {
      conformance.inspect = { name, book in
        // "every sample" has the small ones too; each run starts a Java machine.
        let isChecked = ["every sample", "everything", "empty", "publication"].contains(name)
        return isChecked ? (try? await EPUBCheck.messages(for: book)) ?? [] : []
      }
    }
    let report = await conformance.run()
    #expect(report.problems.isEmpty, "\(report.problems.prefix(20).joined(separator: "\n"))")
    print("conformance of the \(name) writer: \(report.checks) checks")
  }

  /// The files of `Examples` that a reader recognises as its own.
  private static func examples(for name: String) throws -> [Source] {
    let folder = Repository.root.appending(path: "Examples").path
    return try FileManager.default.subpathsOfDirectory(atPath: folder).sorted()
      .map { folder + "/" + $0 }
      .filter { path in [".md", ".html", ".rss", ".atom", ".eml"].contains { path.hasSuffix($0) } }
      .filter {
        !$0.contains("/.build") && !$0.contains("/_includes/") && !$0.contains("/_layouts/")
      }
      .map { try Source(file: $0) }
      .filter { (try? FormatRegistry.standard.reader(for: $0).format.name) == name }
  }

  /// Samples of formats that nothing is written in, and whose files are known by their place.
  private static func own(of name: String) -> [Source] {
    guard name == "obsidian" else { return [] }
    let note = """
      ---
      title: A note
      tags: [river]
      ---
      See [[Another note|the other one]] and ==this==. ^first

      > [!tip]+ A callout
      > Text of it.

      ![[picture.png|300]] #tag/nested %%a comment%% and $x^2$.
      """
    return [Source(bytes: Array(note.utf8), path: "note.md")]
  }

  /// The sample articles, written by the writer of the same name, if there is one.
  private static func written(as name: String) throws -> [Source] {
    guard let registration = try? FormatRegistry.standard.writer(named: name) else { return [] }
    let writer = try registration.make(FormatOptions(), WriterEnvironment())
    return try [SampleArticle.everything, SampleArticle.chinese, SampleArticle.arabic].map {
      var diagnostics = Diagnostics()
      let bytes = try writer.write(Publication($0), diagnostics: &diagnostics)
      let suffix = registration.format.extensions.first ?? name
      return Source(bytes: bytes, path: "written." + suffix)
    }
  }
}
