package import NewsModel
internal import NewsText

/// What those who filter millions of articles ask of each, found in one pass over its text.
package struct Signals: Sendable, Hashable {
  /// The language that the text itself shows, as a BCP 47 tag; `nil` where it is not clear.
  package var language: String?
  /// How sure that is, 0 to 1.
  package var languageConfidence = 0.0
  /// Characters (Unicode scalars) of the body's text.
  package var characters = 0
  /// Words of the body's text; in scripts that part no words, characters.
  package var words = 0
  /// Paragraphs.
  package var paragraphs = 0
  /// Links.
  package var links = 0
  /// Pictures.
  package var images = 0
  /// The share of the characters that are within links, 0 to 1.
  package var linkShare = 0.0
  /// SimHash of the body's text, 16 hexadecimal digits.
  package var simHash = ""
  /// MinHash of the body's text, 32 numbers of 32 bits; none for a text without words.
  package var minHash: [UInt32] = []

  /// Looks at an article.
  package init(_ article: Article) {
    let text = article.body.plainText
    var detector = LanguageDetector()
    if let title = article.metadata.title { detector.add(title) }
    detector.add(text)
    language = detector.language
    languageConfidence = detector.confidence
    characters = text.unicodeScalars.count
    var all = Words()
    all.add(text)
    words = all.hashes.count
    var linked = 0
    article.body.walk { block in
      switch block {
      case .paragraph: paragraphs += 1
      default: break
      }
    } inlines: { inline in
      switch inline {
      case .link(let link):
        links += 1
        linked += link.content.plainText.unicodeScalars.count
      case .image: images += 1
      default: break
      }
    }
    linkShare = characters == 0 ? 0 : min(1, Double(linked) / Double(characters))
    let signatures = NearDuplicate(all.hashes)
    let digits = String(signatures.simHash, radix: 16)
    simHash = String(repeating: "0", count: 16 - digits.count) + digits
    minHash = signatures.minHash
  }

  /// As a value of an article's metadata (``Metadata/extra``): numbers between 0 and 1 in
  /// thousandths.
  package var value: MetadataValue {
    var map = MetadataMap()
    if let language { map["language"] = .string(language) }
    map["languageConfidence"] = .number(Self.rounded(languageConfidence))
    map["characters"] = .integer(characters)
    map["words"] = .integer(words)
    map["paragraphs"] = .integer(paragraphs)
    map["links"] = .integer(links)
    map["images"] = .integer(images)
    map["linkShare"] = .number(Self.rounded(linkShare))
    map["simhash"] = .string(simHash)
    map["minhash"] = .list(minHash.map { .integer(Int($0)) })
    return .map(map)
  }

  private static func rounded(_ share: Double) -> Double { (share * 1000).rounded() / 1000 }
}
