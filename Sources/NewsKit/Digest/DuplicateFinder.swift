internal import NewsAddress

/// Finds articles that are in a digest already: of the same address, or of the same text.
///
/// Whole texts are compared only where their beginnings are the same, which hardly ever happens.
struct DuplicateFinder {
  private var addresses: Set<String> = []
  /// The first article of each beginning, until another begins alike and it is read further.
  private var firsts: [Fingerprint: Publication.Entry?] = [:]
  /// The texts that were read whole.
  private var texts: Set<Fingerprint> = []

  /// Takes in an article; whether it is none of those before it. One that is there already is noted.
  mutating func isNew(
    _ entry: Publication.Entry, beginning: Fingerprint?, diagnostics: inout Diagnostics
  ) -> Bool {
    let isNewText = isNewText(entry, beginning)
    let address = entry.metadata.canonicalURL.flatMap(Self.address)
    let isNewAddress = address.map { addresses.insert($0).inserted } ?? true
    if isNewText && isNewAddress { return true }
    let title = entry.metadata.title ?? "an article"
    diagnostics.add(
      Diagnostic(
        .note, .duplicateLeftOut, "'\(title)' is in the digest already and left out",
        file: entry.origin?.path))
    return false
  }

  /// Whether it reports something that none before it reported.
  private mutating func isNewText(_ entry: Publication.Entry, _ beginning: Fingerprint?) -> Bool {
    guard let beginning else { return true }
    guard let first = firsts.updateValue(nil, forKey: beginning) else {
      firsts[beginning] = .some(entry)
      return true
    }
    if let text = first.flatMap({ Fingerprint(of: $0) }) { texts.insert(text) }
    return Fingerprint(of: entry).map { texts.insert($0).inserted } ?? true
  }

  /// What the spellings of an article's address have in common; `nil` for a home page, which careless
  /// sites name as the address of every article.
  private static func address(_ url: String) -> String? {
    guard let key = WebAddress(url).pageKey,
      key.utf8.contains(UInt8(ascii: "/")) || key.utf8.contains(UInt8(ascii: "?"))
    else { return nil }
    return key
  }
}
