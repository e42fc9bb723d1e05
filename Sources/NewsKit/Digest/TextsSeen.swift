/// The texts of a digest so far.
///
/// Whole texts are compared only where their beginnings are the same, which hardly ever happens.
struct TextsSeen {
  /// The first article of each beginning, until another begins alike and it is read further.
  private var firsts: [Fingerprint: Publication.Entry?] = [:]
  /// The texts that were read whole.
  private var texts: Set<Fingerprint> = []

  /// Takes in an article; whether its text is one that none before it said.
  mutating func isNew(_ entry: Publication.Entry) -> Bool {
    guard let beginning = Fingerprint(ofBeginning: entry) else { return true }
    guard let first = firsts.updateValue(nil, forKey: beginning) else {
      firsts[beginning] = .some(entry)
      return true
    }
    if let text = first.flatMap({ Fingerprint(of: $0) }) { texts.insert(text) }
    return Fingerprint(of: entry).map { texts.insert($0).inserted } ?? true
  }
}
