public import NewsModel

/// Names for files of articles: safe on every system, stable, and unique in one batch.
///
/// A pattern such as `{date}-{slug}` is filled from the metadata: `{date}`, `{title}`, `{slug}`,
/// `{language}`, `{section}`; what an article does not say is left out with the hyphen beside it.
public struct FileNaming: Sendable {
  /// What a Jekyll post must be called.
  public static let jekyll = "{date}-{slug}"

  private let pattern: String
  private var used: Set<String> = []

  /// Bytes of a name at most: file systems take 255, with an extension and a number.
  static let byteLimit = 180

  /// Makes names of a pattern.
  ///
  /// - Throws: ``ConversionError/Code/badOption`` for a word in braces that is not known.
  public init(pattern: String = Self.jekyll) throws(ConversionError) {
    self.pattern = pattern
    for part in pattern.split(separator: "{", omittingEmptySubsequences: false).dropFirst() {
      let word = String(part.prefix { $0 != "}" })
      guard ["date", "title", "slug", "language", "section"].contains(word) else {
        throw ConversionError(
          .badOption,
          "'{\(word)}' is not known; a name is made of {date}, {title}, {slug}, {language}, {section}"
        )
      }
    }
  }

  /// The name of the next article's file, with its extension.
  public mutating func next(for metadata: Metadata, extension suffix: String) -> String {
    var filled = pattern
    for (word, value) in Self.values(metadata) {
      filled = Self.replacing("{\(word)}", with: value, in: filled)
    }
    var stem = Self.safe(filled)
    if stem.isEmpty { stem = "article" }
    if Self.reserved.contains(stem.lowercased()) { stem += "-" }
    var name = stem
    var number = 2
    // File systems that ignore case must not mix two up.
    while !used.insert(name.lowercased()).inserted {
      name = "\(stem)-\(number)"
      number += 1
    }
    return suffix.isEmpty ? name : name + "." + suffix
  }

  private static func values(_ metadata: Metadata) -> [(String, String)] {
    let date = metadata.published.map { timestamp in
      var day = timestamp
      day.time = nil
      return day.iso8601
    }
    let slug = metadata.slug ?? metadata.title
    return [
      ("date", date ?? ""), ("title", safe(metadata.title ?? "")), ("slug", safe(slug ?? "")),
      ("language", safe(metadata.language ?? "")), ("section", safe(metadata.section ?? "")),
    ]
  }

  private static func replacing(_ word: String, with value: String, in text: String) -> String {
    text.split(separator: word, omittingEmptySubsequences: false).joined(separator: value)
  }

  /// Names that Windows keeps for devices.
  private static let reserved: Set<String> = [
    "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8",
    "com9", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
  ]

  /// Letters and digits of any script, everything else a hyphen; cut at a character.
  private static func safe(_ text: String) -> String {
    var result = ""
    var bytes = 0
    var isAfterHyphen = true
    for scalar in text.unicodeScalars {
      let keeps =
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        || scalar.properties.generalCategory == .nonspacingMark || scalar == "_" || scalar == "."
      if keeps, !(scalar == "." && isAfterHyphen) {
        bytes += UTF8.width(scalar)
        if bytes > byteLimit { break }
        result.unicodeScalars.append(scalar)
        isAfterHyphen = false
      } else if !isAfterHyphen {
        bytes += 1
        result.append("-")
        isAfterHyphen = true
      }
    }
    while let last = result.last, last == "-" || last == "." { result.removeLast() }
    return result
  }
}
