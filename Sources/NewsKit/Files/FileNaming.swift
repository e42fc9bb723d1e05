public import NewsModel

/// Names for files of articles: safe on every system, stable, and unique in one batch.
///
/// A pattern such as `{date}-{slug}` or `{year}/{month}/{title}` is filled from the metadata; what an
/// article does not say is left out with the hyphen beside it. A slash makes folders. What is filled
/// in has letters and digits of any script, `_` and `.`, and a hyphen for everything else.
public struct FileNaming: Sendable {
  /// A word that stands in braces.
  public enum Word: String, Sendable, CaseIterable {
    /// The day of publication, `2022-03-07`.
    case date
    /// Its year.
    case year
    /// Its month, `03`.
    case month
    /// Its day of the month, `07`.
    case day
    /// The headline.
    case title
    /// The article's slug, else its headline in small letters.
    case slug
    /// The first author.
    case author
    /// The first category.
    case category
    /// The section, as a newspaper has them.
    case section
    /// The publisher.
    case publisher
    /// The language, `pt-BR`.
    case language
    /// The name of the file it was read from, without the extension.
    case file
  }

  /// What a Jekyll post must be called.
  public static let jekyll = "{date}-{slug}"

  /// The pieces of each folder's and the file's name.
  private let components: [[Piece]]
  private var used = UniqueNames()

  /// Whether the file's own name is the same for all.
  private var isSameForAll: Bool {
    components.last?.contains { if case .word = $0 { true } else { false } } == false
  }
  /// The day to name articles after that have none, for formats that demand one; none if `nil`.
  public var dayOfUndated: Timestamp?
  /// Whether the names make the addresses of articles, as those of Jekyll and Hugo do: where a name is
  /// taken and gets a number, the article's slug gets it, too.
  public var areAddresses = false

  private enum Piece: Sendable {
    case text(String)
    case word(Word)
  }

  /// Bytes of a name at most: file systems take 255, with an extension and a number.
  static let byteLimit = 180

  /// Makes names of a pattern.
  ///
  /// - Throws: ``ConversionError/Code/badOption`` for a word in braces that is not known, and for a
  ///   pattern without any.
  public init(pattern: String = Self.jekyll) throws(ConversionError) {
    var components: [[Piece]] = []
    for component in pattern.split(separator: "/") {
      components.append(try Self.pieces(of: component))
    }
    let hasWord = components.contains { component in
      component.contains { if case .word = $0 { true } else { false } }
    }
    if !hasWord {
      throw ConversionError(
        .badOption, "the name '\(pattern)' is the same for all; it is made of \(Self.words)")
    }
    self.components = components
  }

  /// The words that a name is made of, for people.
  public static var words: String {
    Word.allCases.map { "{\($0.rawValue)}" }.joined(separator: ", ")
  }

  private static func pieces(of component: Substring) throws(ConversionError) -> [Piece] {
    var pieces: [Piece] = []
    var rest = component
    while let brace = rest.firstIndex(of: "{") {
      if brace > rest.startIndex { pieces.append(.text(String(rest[..<brace]))) }
      let after = rest[rest.index(after: brace)...]
      guard let close = after.firstIndex(of: "}"),
        let word = Word(rawValue: String(after[..<close]))
      else {
        let name = after.prefix { $0 != "}" }
        throw ConversionError(
          .badOption, "'{\(name)}' is not known; a name is made of \(words)")
      }
      pieces.append(.word(word))
      rest = after[after.index(after: close)...]
    }
    if !rest.isEmpty { pieces.append(.text(String(rest))) }
    return pieces
  }

  /// The path of the next article's file, with its extension, below the folder of the batch.
  ///
  /// - Parameters:
  ///   - metadata: what is known of the article.
  ///   - file: the path of the file it was read from.
  ///   - suffix: the extension, without a dot.
  public mutating func next(
    for metadata: Metadata, file: String? = nil, extension suffix: String
  ) -> String {
    numbered(for: metadata, file: file, extension: suffix).path
  }

  /// The same, with the number that it got because its name was taken.
  mutating func numbered(
    for metadata: Metadata, file: String? = nil, extension suffix: String
  ) -> (path: String, number: Int?) {
    var dated = metadata
    dated.published = dated.published ?? dayOfUndated
    let names = components.map { pieces in
      Self.name(
        pieces.map { piece in
          switch piece {
          case .text(let text): text
          case .word(let word): Self.value(of: word, dated, file: file)
          }
        }.joined())
    }
    var folders = names.dropLast().filter { !$0.isEmpty }
    let last = names.last ?? ""
    let stem = Self.unreserved(last.isEmpty ? "article" : last)
    folders = folders.map(Self.unreserved)
    let folder = folders.map { $0 + "/" }.joined()
    // File systems that ignore case must not mix two up; composed and decomposed characters are
    // equal to Swift as they are to them.
    var number: Int?
    func tried(_ name: String, _ next: Int) -> String {
      number = next
      return "\(name)-\(next)"
    }
    let path: String
    if isSameForAll, let last = folders.last {
      // `{slug}/index`: the folder is what tells files apart.
      let above = folders.dropLast().map { $0 + "/" }.joined()
      path =
        used.next(above + last, key: { $0.lowercased() }) { tried(above + last, $0) } + "/" + stem
    } else {
      path = used.next(folder + stem, key: { $0.lowercased() }) { tried(folder + stem, $0) }
    }
    return (suffix.isEmpty ? path : path + "." + suffix, number)
  }

  private static func value(of word: Word, _ metadata: Metadata, file: String?) -> String {
    let value: String? =
      switch word {
      case .date: metadata.published.map { day(of: $0) }
      case .year: metadata.published.map { String(day(of: $0).prefix { $0 != "-" }) }
      case .month: metadata.published.map { String(day(of: $0).dropLast(3).suffix(2)) }
      case .day: metadata.published.map { String(day(of: $0).suffix(2)) }
      case .title: metadata.title
      case .slug: metadata.slug ?? metadata.title?.lowercased()
      case .author: metadata.authors.first?.name ?? metadata.byline
      case .category: metadata.categories.first
      case .section: metadata.section
      case .publisher: metadata.publisher?.name ?? metadata.source?.name
      case .language: metadata.language
      case .file: file.map { FilePath(FilePath($0).name).withoutExtension }
      }
    return name(value ?? "")
  }

  /// `2022-03-07`.
  private static func day(of timestamp: Timestamp) -> String {
    var day = timestamp
    day.time = nil
    return day.iso8601
  }

  /// Names that Windows keeps for devices, whatever the extension.
  private static let reserved: Set<String> = [
    "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8",
    "com9", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9", "conin",
    "conout",
  ]

  private static func unreserved(_ name: String) -> String {
    let stem = name.prefix { $0 != "." }
    return reserved.contains(stem.lowercased()) ? stem + "-" + name.dropFirst(stem.count) : name
  }

  /// Letters and digits of any script, everything else a hyphen; cut at a character.
  private static func name(_ text: String) -> String {
    var result = ""
    var bytes = 0
    var isAfterHyphen = true
    for character in text {
      var kept = ""
      for scalar in character.unicodeScalars
      where scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        || isMark(scalar.properties.generalCategory) || scalar == "_" || scalar == "."
      {
        kept.unicodeScalars.append(scalar)
      }
      if kept.isEmpty || kept == "." && isAfterHyphen {
        if isAfterHyphen { continue }
        kept = "-"
      }
      bytes += kept.utf8.count
      if bytes > byteLimit { break }
      result += kept
      isAfterHyphen = kept == "-"
    }
    while let last = result.last, last == "-" || last == "." { result.removeLast() }
    return result
  }

  private static func isMark(_ category: Unicode.GeneralCategory) -> Bool {
    switch category {
    case .nonspacingMark, .spacingMark: true
    default: false
    }
  }
}
