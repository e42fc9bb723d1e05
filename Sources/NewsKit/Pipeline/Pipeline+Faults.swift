internal import NewsFiles

extension Pipeline {
  /// Before a run is repeated because an input made it fail: finds all inputs that would.
  ///
  /// Each is read and written alone, to nowhere, as it would be into any output; filters, which may
  /// do what must not be done twice, are left out.
  func findFaults(in opened: OpenedInputs) {
    guard FaultIsolation.isRepeating else { return }
    var items: [String: InputItem] = [:]
    var names: [String] = []
    let all = OpenedInputs(opened.inputs, converter: converter, passesOverStreams: true)
    while let item = all.next() {
      guard item.isReopenable, items.updateValue(item, forKey: item.identifier) == nil else {
        continue
      }
      names.append(item.identifier)
    }
    FaultIsolation.findFaults(in: names, jobs: jobs) { name in
      guard let item = items[name] else { return }
      // What fails in an orderly way is reported by the run itself.
      try? FaultIsolation.working(on: name) { () throws(ConversionError) in
        var outcome = Outcome(input: name)
        guard let reading = try converter.read(item, &outcome) else { return }
        var nowhere = Nowhere()
        _ = try converter.write(reading.entries, from: reading.source, to: &nowhere)
      }
    }
  }

  private struct Nowhere: ByteSink {
    func write(_ bytes: [UInt8]) {}
  }
}
