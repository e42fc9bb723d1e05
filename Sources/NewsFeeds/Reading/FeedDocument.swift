internal import NewsModel
internal import NewsXML

/// The entries of an RSS, RDF or Atom document, one after the other.
struct FeedDocument {
  private var records: XMLRecords
  private let address: String?
  private var elements = FeedElements()
  /// What identifies the entries so far: a feed that says one twice means one.
  private(set) var count = 0

  init(_ text: XMLText, address: String?, limits: Limits) {
    self.init(XMLTextStream(text), address: address, limits: limits)
  }

  init(_ text: XMLTextStream, address: String?, limits: Limits) {
    records = XMLRecords(
      text, records: FeedVocabulary.records, vocabulary: FeedVocabulary.prefixes, limits: limits)
    self.address = address
  }

  /// The next entry.
  mutating func next() -> FeedEntry? {
    guard let tree = records.next() else { return nil }
    count += 1
    return elements.entry(tree, address: address)
  }

  /// What is known of the feed as a whole so far; all of it after the last entry.
  var head: FeedHead { elements.head(records.surroundings, address: address) }

  /// Whether it is a feed at all, as far as it was read.
  var isFeed: Bool {
    if count > 0 { return true }
    let outer = records.surroundings
    guard !outer.isEmpty else { return false }
    let root = outer.name(of: XMLTree.root)
    return ["rss", "rdf:RDF", "atom:feed", "feed", "channel", "Channel", "RDF"].contains(root)
  }

  /// Why it could not be read to its end, if its bytes could not be had.
  var failure: ConversionError? { records.failure }

  /// The first fault of the document.
  var fault: (message: String, line: Int)? { records.fault }
}
