public import NewsModel

/// What every writer must do, checked on a writer of your own.
///
/// ```swift
/// @Test func conforms() async {
///   let report = await WriterConformance(GopherWriter.registration).run()
///   #expect(report.problems == [])
/// }
/// ```
///
/// It checks that the format and its options are described and taken; that every sample of
/// ``SampleArticle`` and a publication of several sections are written, the same each time, from
/// several tasks, and with any number of jobs; that a text format loses none of the text; that an
/// error of the sink comes out. A writer that crashes on hostile text takes the test run with it.
public struct WriterConformance: Sendable {
  /// The writer, as it is registered.
  public var registration: WriterRegistration
  /// Options to write with.
  public var options: FormatOptions
  /// Words of ``SampleArticle/words`` that the format has no place for.
  public var unwritten: Set<String>
  /// Looks at what was written, for example with a validator, and says what is wrong with it.
  ///
  /// `name` is that of the sample; "every sample" is a publication of all of them.
  public var inspect: @Sendable (_ name: String, _ bytes: [UInt8]) async -> [String]

  /// Describes a run.
  public init(
    _ registration: WriterRegistration, options: FormatOptions = FormatOptions(),
    unwritten: Set<String> = [],
    inspect: @escaping @Sendable (_ name: String, _ bytes: [UInt8]) async -> [String] = { _, _ in []
    }
  ) {
    self.registration = registration
    self.options = options
    self.unwritten = unwritten
    self.inspect = inspect
  }

  /// Makes all checks.
  public func run() async -> ConformanceReport {
    var report = ConformanceReport()
    report.checkFormat(registration.format)
    report.checkOptions(registration.options) { options throws(ConversionError) in
      _ = try registration.make(options, WriterEnvironment())
    }
    guard let writer = make(jobs: 1, &report), let parallel = make(jobs: 4, &report) else {
      return report
    }
    var publications = SampleArticle.all.map { ($0.name, Publication($0.article)) }
    publications.append(("publication", SampleArticle.publication))
    let everySample = SampleArticle.all.map { Publication.Entry($0.article) }
    publications.append(
      ("every sample", Publication(title: "Samples", sections: [.init(entries: everySample)])))
    publications.append((Self.nothing, Publication(sections: [])))
    for (name, publication) in publications {
      let writing = Writing(publication, writer)
      report.checkMessages(writing.diagnostics, of: name)
      if let error = writing.error { report.checkMessage(error.message, of: name) }
      report.check(
        writing.error == nil || name == Self.nothing,
        "\(name) is not written: \(writing.error?.message ?? "")")
      report.check(writing == Writing(publication, writer), "\(name) is written differently again")
      let together = Writing(publication, parallel)
      report.check(
        writing.bytes == together.bytes, "\(name) is written differently by several jobs")
      if writing.error != nil { continue }
      for problem in await inspect(name, writing.bytes) {
        report.check(false, "\(name): \(problem)")
      }
    }
    await checkTasks(writer, &report)
    checkWords(writer, &report)
    checkSink(writer, &report)
    return report
  }

  /// A publication without articles, which a format may refuse.
  private static let nothing = "nothing"

  private func make(jobs: Int, _ report: inout ConformanceReport) -> (any ArticleWriter)? {
    do throws(ConversionError) {
      return try registration.make(options, WriterEnvironment(jobs: jobs))
    } catch {
      report.check(false, "the writer cannot be made: \(error)")
      return nil
    }
  }

  private func checkTasks(_ writer: any ArticleWriter, _ report: inout ConformanceReport) async {
    let writings = await withTaskGroup(of: Writing.self) { group in
      for _ in 0..<8 { group.addTask { Writing(SampleArticle.publication, writer) } }
      var writings: [Writing] = []
      for await writing in group { writings.append(writing) }
      return writings
    }
    report.check(
      writings.allSatisfy { $0 == writings[0] },
      "a publication is written differently by several tasks")
  }

  private func checkWords(_ writer: any ArticleWriter, _ report: inout ConformanceReport) {
    guard registration.format.isText else { return }
    let written = Writing(Publication(SampleArticle.everything), writer).bytes
    let text = String(decoding: written, as: UTF8.self)
    report.check(Array(text.utf8) == written, "the text is not UTF-8")
    for word in SampleArticle.words where !unwritten.contains(word) {
      report.check(text.contains(word), "'\(word)' of SampleArticle.everything is lost")
    }
  }

  private func checkSink(_ writer: any ArticleWriter, _ report: inout ConformanceReport) {
    var sink = FullSink()
    var diagnostics = Diagnostics()
    do throws(ConversionError) {
      try writer.write(SampleArticle.publication, to: &sink, diagnostics: &diagnostics)
      report.check(false, "the sink's error is lost")
    } catch {
      report.check(error == FullSink.error, "the sink's error became: \(error)")
    }
  }
}

/// A sink that takes nothing, like a full disk.
private struct FullSink: ByteSink {
  static let error = ConversionError(.inputOutput, "the disk is full")

  mutating func write(_ bytes: [UInt8]) throws(ConversionError) { throw Self.error }
}

/// What came of writing a publication.
private struct Writing: Sendable, Equatable {
  var bytes: [UInt8] = []
  var diagnostics: [Diagnostic] = []
  var error: ConversionError?

  init(_ publication: Publication, _ writer: any ArticleWriter) {
    var collected = Diagnostics()
    do throws(ConversionError) {
      bytes = try writer.write(publication, diagnostics: &collected)
    } catch {
      self.error = error
    }
    diagnostics = collected.all
  }
}
