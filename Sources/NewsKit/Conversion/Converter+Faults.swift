internal import NewsFiles

extension Converter {
  /// Before a run is repeated because an input made it fail: finds all inputs that would.
  ///
  /// Each is read and written alone, to nowhere, as it would be into any output; filters, which may
  /// do what must not be done twice, are left out.
  func findFaults(
    in inputs: [String], jobs: Int, prepare: (inout Source) -> Void
  ) {
    FaultIsolation.findFaults(in: inputs, jobs: jobs) { input in
      // What fails in an orderly way is reported by the run itself.
      try? FaultIsolation.working(on: input) { () throws(ConversionError) in
        var source = try Source(file: input, limits: limits)
        prepare(&source)
        var nowhere = Nowhere()
        let entries = try readUnfiltered(source).result
        _ = try write(entries, from: source, to: &nowhere)
      }
    }
  }

  private struct Nowhere: ByteSink {
    func write(_ bytes: [UInt8]) {}
  }
}
