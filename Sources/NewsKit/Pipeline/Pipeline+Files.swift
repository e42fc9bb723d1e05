internal import NewsFiles

extension Pipeline {
  /// Converts each input to a file of its own in a folder, which is made.
  ///
  /// Files are named after their inputs, or after their articles where a naming is given: then each
  /// article has a file. Names are given in the inputs' order, so that they do not depend on the
  /// number of jobs.
  ///
  /// - Parameters:
  ///   - inputs: what to convert.
  ///   - folder: where outputs go.
  ///   - naming: how files are named after their articles.
  ///   - report: receives each outcome, in the inputs' order.
  public func convert(
    _ inputs: Inputs, into folder: String, naming: FileNaming? = nil, report: (Outcome) -> Void
  ) {
    convert(open(inputs), into: folder, naming: naming, report: report)
  }

  /// The same with inputs that are open already.
  public func convert(
    _ inputs: OpenedInputs, into folder: String, naming: FileNaming? = nil,
    report: (Outcome) -> Void
  ) {
    if let naming {
      convert(inputs, into: folder, named: naming, report: report)
    } else {
      convert(inputs, intoNamesakesIn: folder, report: report)
    }
  }

  private func convert(
    _ inputs: OpenedInputs, intoNamesakesIn folder: String, report: (Outcome) -> Void
  ) {
    let names = LockedValue(OutputNames(folder: folder, format: converter.format))
    run(inputs, takesTurns: true) { item, turn, outcome throws(ConversionError) in
      guard let reading = try read(item, turn, &outcome), !reading.entries.isEmpty else {
        return Optional<Never>.none
      }
      turn.wait()
      let path = names.withLock { $0.output(for: item.name) }
      turn.end()
      try write(reading.entries, of: reading.source, to: path, &outcome)
      return nil
    } report: { outcome, _ in
      report(outcome)
      return .goOn
    }
  }

  private func convert(
    _ inputs: OpenedInputs, into folder: String, named naming: FileNaming,
    report: (Outcome) -> Void
  ) {
    let names = LockedValue(naming)
    let root = folder.hasSuffix("/") ? folder : folder + "/"
    let suffix = converter.format.extensions.first ?? ""
    run(inputs, takesTurns: true) { item, turn, outcome throws(ConversionError) in
      guard let reading = try read(item, turn, &outcome) else { return Optional<Never>.none }
      turn.wait()
      let files = reading.entries.map { entry in
        names.withLock {
          $0.numbered(for: entry.metadata, file: reading.source.path, extension: suffix)
        }
      }
      turn.end()
      for (entry, file) in zip(reading.entries, files) {
        var entry = entry
        let path = root + file.path
        if naming.areAddresses, let number = file.number, let slug = entry.metadata.slug {
          entry.article.metadata.slug = "\(slug)-\(number)"
          outcome.diagnostics.append(
            Diagnostic(
              .warning, .metadataOdd,
              "has the name of an earlier article, '\(slug)': it is \(slug)-\(number) now",
              file: reading.source.path))
        }
        if let day = naming.dayOfUndated, entry.metadata.published == nil {
          outcome.diagnostics.append(
            Diagnostic(
              .warning, .dateInvented,
              "has no date, which \(path) must have: it got \(day.iso8601), change it to the day of publication",
              file: reading.source.path))
        }
        try write([entry], of: reading.source, to: path, &outcome)
      }
      return Optional<Never>.none
    } report: { outcome, _ in
      report(outcome)
      return .goOn
    }
  }

  /// Writes a file, unless a warning is too much; its folder is made.
  private func write(
    _ entries: [Publication.Entry], of source: Source, to path: String, _ outcome: inout Outcome
  ) throws(ConversionError) {
    let entries = try placingMedia(
      of: entries, besides: FilePath(path).folder, &outcome.diagnostics)
    try strictness.check(outcome.diagnostics)
    try FileTree.makeFolder(FilePath(path).folder)
    var file = try AtomicFile(path: path)
    let written = try converter.write(entries, from: source, to: &file)
    try strictness.check(written)
    try file.commit()
    outcome.diagnostics += written
    outcome.outputs.append(path)
  }
}
