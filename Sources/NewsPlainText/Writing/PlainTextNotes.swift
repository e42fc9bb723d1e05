import NewsModel

/// The numbered notes of an article: addresses and footnotes, in order of reference.
struct PlainTextNotes {
  enum Note {
    case address(String)
    case footnote(Footnote)
  }

  private(set) var all: [Note] = []
  private var addresses: [String: Int] = [:]
  private var labels: [String: Int] = [:]
  private var footnotes: [String: Footnote] = [:]
  private var order: [String] = []

  /// Makes the notes that a text may refer to known.
  mutating func define(_ footnotes: [Footnote]) {
    for footnote in footnotes where self.footnotes[footnote.label] == nil {
      self.footnotes[footnote.label] = footnote
      order.append(footnote.label)
    }
  }

  /// The number of an address.
  mutating func number(ofAddress address: String) -> Int {
    if let number = addresses[address] { return number }
    all.append(.address(address))
    addresses[address] = all.count
    return all.count
  }

  /// The number of a footnote, or `nil` if there is none of that label.
  mutating func number(ofFootnote label: String) -> Int? {
    if let number = labels[label] { return number }
    guard let footnote = footnotes[label] else { return nil }
    all.append(.footnote(footnote))
    labels[label] = all.count
    return all.count
  }

  /// Gives a number to every note that nothing refers to.
  mutating func addUnreferenced() {
    for label in order { _ = number(ofFootnote: label) }
  }
}
