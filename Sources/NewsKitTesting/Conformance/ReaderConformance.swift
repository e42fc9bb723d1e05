public import NewsModel

/// What every reader must do, checked on a reader of your own.
///
/// ```swift
/// @Test func conforms() async {
///   let report = await ReaderConformance(
///     GopherReader.registration, samples: [Source(bytes: Array(page.utf8))]
///   ).run()
///   #expect(report.problems == [])
/// }
/// ```
///
/// It checks that the format and its options are described and taken; that samples are read, the
/// same each time and from several tasks at once; that articles keep the model's rules (see
/// ``ArticleIrregularities``) and the limits; that damaged and hostile bytes end in articles or a
/// `ConversionError`. A reader that crashes or hangs on them takes the test run with it.
public struct ReaderConformance: Sendable {
  /// The reader, as it is registered.
  public var registration: ReaderRegistration
  /// Well-formed inputs, at least one.
  public var samples: [Source]
  /// Options to read the samples with.
  public var options: FormatOptions
  /// How many damaged variants of each sort are made of a sample.
  public var damages: Int

  /// Describes a run.
  public init(
    _ registration: ReaderRegistration, samples: [Source], options: FormatOptions = FormatOptions(),
    damages: Int = 32
  ) {
    self.registration = registration
    self.samples = samples
    self.options = options
    self.damages = damages
  }

  /// Makes all checks.
  public func run() async -> ConformanceReport {
    var report = ConformanceReport()
    report.checkFormat(registration.format)
    report.checkOptions(registration.options) { options throws(ConversionError) in
      _ = try registration.make(options)
    }
    report.check(!samples.isEmpty, "there is no sample")
    let reader: any ArticleReader
    do throws(ConversionError) {
      reader = try registration.make(options)
    } catch {
      report.check(false, "the reader cannot be made: \(error)")
      return report
    }
    for (index, sample) in samples.enumerated() {
      let name = sample.path ?? "sample \(index + 1)"
      checkSample(sample, name, reader, &report)
      await checkTasks(sample, name, reader, &report)
      checkDamages(sample, name, seed: UInt64(index), reader, &report)
    }
    for (name, bytes) in DamagedBytes.hostile {
      check(Reading(Source(bytes: bytes), reader), of: name, checksText: false, &report)
    }
    return report
  }

  private func checkSample(
    _ sample: Source, _ name: String, _ reader: any ArticleReader,
    _ report: inout ConformanceReport
  ) {
    let reading = Reading(sample, reader)
    check(reading, of: name, &report)
    report.check(reading.error == nil, "\(name) is not read: \(reading.error?.message ?? "")")
    report.check(reading.articles != [], "\(name) gives no article")
    report.check(reading == Reading(sample, reader), "\(name) is read differently the second time")
    let isRecognized =
      registration.recognize(sample.bytes.prefix(4096)) > 0
      // What is known by the place where it lies is recognised neither by bytes nor by name.
      || registration.claims != nil
      || registration.format.extensions.contains { sample.path?.hasSuffix("." + $0) == true }
    report.check(isRecognized, "\(name) is recognised neither by its bytes nor by its name")

    var shallow = Limits.standard
    shallow.depth = 4
    let limited = Reading(sample, reader, limits: shallow)
    check(limited, of: name + ", at most 4 deep", limits: shallow, &report)
  }

  private func checkTasks(
    _ sample: Source, _ name: String, _ reader: any ArticleReader,
    _ report: inout ConformanceReport
  ) async {
    let readings = await withTaskGroup(of: Reading.self) { group in
      for _ in 0..<8 { group.addTask { Reading(sample, reader) } }
      var readings: [Reading] = []
      for await reading in group { readings.append(reading) }
      return readings
    }
    report.check(
      readings.allSatisfy { $0 == readings[0] }, "\(name) is read differently by several tasks")
  }

  private func checkDamages(
    _ sample: Source, _ name: String, seed: UInt64, _ reader: any ArticleReader,
    _ report: inout ConformanceReport
  ) {
    var damaged = DamagedBytes(count: damages, seed: seed)
    for (number, bytes) in damaged.variants(of: sample.bytes).enumerated() {
      var source = sample
      source.bytes = bytes
      let reading = Reading(source, reader)
      check(reading, of: "\(name), damaged (\(number))", checksText: false, &report)
    }
  }

  private func check(
    _ reading: Reading, of name: String, limits: Limits = .standard, checksText: Bool = true,
    _ report: inout ConformanceReport
  ) {
    report.checkMessages(reading.diagnostics, of: name)
    if let error = reading.error { report.checkMessage(error.message, of: name) }
    for article in reading.articles {
      let found = ArticleIrregularities(of: article, limits: limits)
      let irregularities = checksText ? found.all : found.structure
      report.check(
        irregularities.isEmpty, "\(name): \(irregularities.prefix(3).joined(separator: "; "))")
    }
  }
}

/// What came of reading some bytes.
private struct Reading: Sendable, Equatable {
  var articles: [Article] = []
  var diagnostics: [Diagnostic] = []
  var error: ConversionError?

  init(_ source: Source, _ reader: any ArticleReader, limits: Limits = .standard) {
    var collected = Diagnostics(file: source.path)
    do throws(ConversionError) {
      articles = try reader.readArticles(source, limits: limits, diagnostics: &collected)
    } catch {
      self.error = error
    }
    diagnostics = collected.all
  }
}
