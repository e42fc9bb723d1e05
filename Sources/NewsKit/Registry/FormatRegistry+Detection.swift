extension FormatRegistry {
  /// How many bytes from the beginning readers are shown to recognise their own.
  package static let recognizedBytes = 4096

  /// The reader for some bytes: by what they are, then by the extension of their path.
  ///
  /// A reader that is certain (100) wins, of several the one registered last: it knows its own among
  /// what looks like another's. Else an extension decides among those that do not object; else the
  /// reader with the most confidence.
  public func reader(for source: Source) throws(ConversionError) -> ReaderRegistration {
    let head = source.bytes.prefix(Self.recognizedBytes)
    var best: (position: Int, confidence: Int)?
    for position in readers.indices {
      let confidence = readers[position].recognize(head)
      if confidence > best?.confidence ?? 0 || confidence >= 100 { best = (position, confidence) }
    }
    if let best, best.confidence >= 100 { return readers[best.position] }
    if let suffix = source.path.flatMap({ FilePath($0).fileExtension }),
      let reader = readers.first(where: { $0.format.extensions.contains(suffix) })
    {
      return reader
    }
    if let best { return readers[best.position] }
    throw ConversionError(
      .badInput,
      "the format is not recognised; name it with --from (\(readers.map(\.format.name).joined(separator: ", ")))",
      file: source.path)
  }
}
