/// The texts of a digest so far.
///
/// Whole texts are compared only where their beginnings are the same, which hardly ever happens.
struct TextsSeen {
  /// What was seen that begins alike: one article, not read further, or several texts.
  private enum Alike {
    case entry(Publication.Entry)
    case texts(Set<Fingerprint>)
  }

  private var seen: [Fingerprint: Alike] = [:]

  /// Takes in an article; whether it says something that none before it said.
  mutating func isNew(_ entry: Publication.Entry) -> Bool {
    guard let beginning = Fingerprint(ofBeginning: entry.article) else { return true }
    var texts: Set<Fingerprint>
    switch seen[beginning] {
    case nil:
      seen[beginning] = .entry(entry)
      return true
    case .entry(let first)?: texts = Set([Fingerprint(of: first.article)].compactMap(\.self))
    case .texts(let known)?: texts = known
    }
    guard let text = Fingerprint(of: entry.article) else { return true }
    let isNew = texts.insert(text).inserted
    seen[beginning] = .texts(texts)
    return isNew
  }
}
