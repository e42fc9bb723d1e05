internal import NewsFiles

/// What a source of a paper gives just now.
public struct SourceReport: Sendable {
  /// The address or path.
  public var source: String
  /// How many articles it has.
  public var entries = 0
  /// When the newest was published.
  public var newest: Timestamp?
  /// How many of them have their whole text.
  public var whole = 0
  /// How many of them are summaries.
  public var summaries = 0
  /// Why it cannot be had.
  public var error: ConversionError?

  /// Looks at sources; nothing is read of the pages behind their entries.
  public static func reports(
    of inputs: Inputs, with converter: Converter, progress: (String) -> Void = { _ in }
  ) -> [SourceReport] {
    var inputs = inputs
    inputs.fullText = .feed
    let opened = OpenedInputs(inputs, converter: converter)
    opened.isChoosing = true
    var reports: [SourceReport] = []
    var places: [String: Int] = [:]
    func with(_ source: String, _ change: (inout SourceReport) -> Void) {
      if places[source] == nil {
        places[source] = reports.count
        reports.append(SourceReport(source: source))
        progress(source)
      }
      if let place = places[source] { change(&reports[place]) }
    }
    while let item = opened.next() {
      for name in opened.takeOpened() { with(name) { _ in } }
      switch item.content {
      case nil: continue
      case .failure(let error)?:
        with(error.file ?? item.identifier) { $0.error = error }
      case .entry(let entry)?:
        with(entry.origin?.url ?? entry.origin?.path ?? item.identifier) { report in
          report.entries += 1
          report.see(entry.metadata)
          if item.offered?.need ?? .optional == .optional {
            report.whole += 1
          } else {
            report.summaries += 1
          }
        }
      case .some:
        let name = item.isAlone ? item.identifier : item.collection ?? item.identifier
        with(name) { report in
          var outcome = Pipeline.Outcome(input: item.name)
          do throws(ConversionError) {
            let read = try converter.read(item, &outcome)
            for entry in read?.entries ?? [] { report.see(entry.metadata) }
            report.entries += read?.entries.count ?? 0
            report.whole += read?.entries.count ?? 0
          } catch {
            report.error = error
          }
        }
      }
    }
    for name in opened.takeOpened() { with(name) { _ in } }
    return reports
  }

  private mutating func see(_ metadata: Metadata) {
    guard let date = metadata.published ?? metadata.modified else { return }
    if let newest, newest.secondsSince1970 >= date.secondsSince1970 { return }
    newest = date
  }
}
