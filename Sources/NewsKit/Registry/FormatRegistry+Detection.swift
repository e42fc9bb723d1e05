extension FormatRegistry {
  /// How many bytes from the beginning readers and collections are shown to recognise their own.
  public static let recognizedBytes = 4096

  /// What reads an input.
  public enum Recognition: Sendable {
    /// A collection opens it.
    case collection(CollectionRegistration)
    /// A reader reads it whole.
    case reader(ReaderRegistration)
  }

  /// What reads an input: by what its bytes are, then by the media type that was declared, then by
  /// the extension of its path.
  ///
  /// Who is certain (100) wins, of several the one registered last: it knows its own among what looks
  /// like another's. Else a declared media type decides, else an extension, among those that do not
  /// object; else who is surest.
  ///
  /// - Parameters:
  ///   - head: the first bytes, ``recognizedBytes`` of them where there are as many.
  ///   - source: what is known besides; its own bytes are not looked at.
  /// - Returns: `nil` if nothing is known of such an input.
  public func recognize(head: ArraySlice<UInt8>, of source: Source) -> Recognition? {
    recognize(head: head, of: source, among: candidates)
  }

  func recognize(
    head: ArraySlice<UInt8>, of source: Source, among candidates: [Candidate]
  ) -> Recognition? {
    if let path = source.path, Self.mayBeClaimed(path),
      let position = candidates.indices.first(where: {
        candidates[$0].claims?(path, head) ?? false
      })
    {
      return candidates[position].recognition
    }
    var best: (position: Int, confidence: Int)?
    for position in candidates.indices {
      let confidence = candidates[position].recognize(head)
      if confidence > best?.confidence ?? 0 || confidence >= 100
        || confidence > 0 && confidence == best?.confidence && candidates[position].isCollection
      {
        best = (position, confidence)
      }
    }
    if let best, best.confidence >= 100 { return candidates[best.position].recognition }
    if let type = source.mediaType?.lowercased(), !Self.genericTypes.contains(type),
      let candidate = candidates.last(where: { $0.isCollection && $0.format.mediaType == type })
        ?? candidates.first(where: { $0.format.mediaType == type })
    {
      return candidate.recognition
    }
    if let name = source.path.map({ FilePath($0).name.lowercased() }),
      let candidate = Self.candidate(for: name, among: candidates),
      // Text of any format is called so: what it is decides.
      candidate.format.mediaType != "text/plain" || best == nil
    {
      return candidate.recognition
    }
    return best.map { candidates[$0.position].recognition }
  }

  /// Whether a file may be a page of a site, by its name.
  private static func mayBeClaimed(_ path: String) -> Bool {
    guard let suffix = FilePath(path).fileExtension else { return false }
    return [
      "md", "markdown", "mdown", "mkd", "mkdn", "mkdown", "html", "htm",
    ].contains(suffix)
  }

  /// The one with the longest extension that a name has: `warc.gz` before `gz`; the first of equals.
  private static func candidate(for name: String, among candidates: [Candidate]) -> Candidate? {
    var found: (candidate: Candidate, length: Int)?
    for candidate in candidates {
      for suffix in candidate.format.extensions
      where suffix.utf8.count > found?.length ?? 0 && name.utf8.count > suffix.utf8.count + 1
        && name.hasSuffix("." + suffix)
      {
        found = (candidate, suffix.utf8.count)
      }
    }
    return found?.candidate
  }

  /// The reader for some bytes.
  ///
  /// - Throws: ``ConversionError`` (`badInput`) if no reader knows them.
  public func reader(for source: Source) throws(ConversionError) -> ReaderRegistration {
    let head = source.bytes.prefix(Self.recognizedBytes)
    if case .reader(let reader)? = recognize(head: head, of: source, among: readerCandidates) {
      return reader
    }
    throw unrecognized(source)
  }

  /// The error for an input that nothing is known of.
  func unrecognized(_ source: Source) -> ConversionError {
    let names = readers.map(\.format.name) + collections.map(\.format.name)
    var known: [String] = []
    for name in names where !known.contains(name) { known.append(name) }
    let declared = source.mediaType.map { " (it is declared as \($0))" } ?? ""
    return ConversionError(
      .badInput,
      "the format is not recognised\(declared); name it with --from (\(known.joined(separator: ", ")))",
      file: source.name)
  }

  /// Types that servers give to whatever they do not know.
  private static let genericTypes: Set<String> = [
    "application/octet-stream", "binary/octet-stream", "text/plain", "application/x-download",
  ]
}

/// A reader or a collection, as far as recognising goes.
struct Candidate: Sendable {
  let format: Format
  let recognize: @Sendable (ArraySlice<UInt8>) -> Int
  let recognition: FormatRegistry.Recognition
  let isCollection: Bool
  let claims: (@Sendable (String, ArraySlice<UInt8>) -> Bool)?

  init(_ reader: ReaderRegistration) {
    format = reader.format
    recognize = reader.recognize
    recognition = .reader(reader)
    isCollection = false
    claims = reader.claims
  }

  init(_ collection: CollectionRegistration) {
    format = collection.format
    recognize = collection.recognize
    recognition = .collection(collection)
    isCollection = true
    claims = nil
  }
}
