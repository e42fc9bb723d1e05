internal import NewsBytes
internal import NewsModel

/// What programs that save pages write into them: where the page was, and when it was saved.
///
/// Browsers write `<!-- saved from url=(0028)https://harbour.example/news -->`, SingleFile a comment with
/// `url:` and `saved date:`.
struct SavedPage: Sendable {
  /// The page's address.
  var url: String
  /// When it was saved.
  var date: Timestamp?

  /// Such comments stand at a page's beginning.
  private static let head = 1 << 13

  /// What one kind of comment or the other has.
  private static let saved = Array("aved with SingleFile".utf8)
  private static let opening = Array("<!--".utf8)
  private static let closing = Array("-->".utf8)

  /// Finds the comment in a page, UTF-8.
  init?(_ page: [UInt8]) {
    var rest = page.prefix(Self.head)
    while let open = rest.place(of: Self.opening) {
      let comment = rest[(open + 4)...]
      guard let close = comment.place(of: Self.closing) else { return nil }
      defer { rest = rest[(close + 3)...] }
      guard
        comment[..<close].place(of: UInt8(ascii: "(")) != nil
          || comment[..<close].place(of: Self.saved) != nil
      else { continue }
      let text = String(decoding: comment[..<close], as: UTF8.self)
      if let found = Self.browser(text) ?? Self.singleFile(text) {
        self = found
        return
      }
    }
    return nil
  }

  private init(url: String, date: Timestamp?) {
    self.url = url
    self.date = date
  }

  private static func browser(_ comment: String) -> SavedPage? {
    let text = comment.drop { $0.isWhitespace }
    let mark = "saved from url=("
    guard text.prefix(mark.count).lowercased() == mark else { return nil }
    let digits = text.dropFirst(mark.count).prefix { $0.isASCII && $0.isNumber }
    let rest = text[digits.endIndex...]
    guard !digits.isEmpty, rest.first == ")" else { return nil }
    return address(rest.dropFirst().prefix { !$0.isWhitespace }).map {
      SavedPage(url: $0, date: nil)
    }
  }

  private static func singleFile(_ comment: String) -> SavedPage? {
    guard comment.contains("Page saved with SingleFile") else { return nil }
    var url: String?
    var date: Timestamp?
    for line in comment.split(whereSeparator: \.isNewline) {
      let line = line.drop { $0.isWhitespace }
      if line.hasPrefix("url:") {
        url = url ?? address(line.dropFirst(4).drop { $0.isWhitespace }.prefix { !$0.isWhitespace })
      } else if line.hasPrefix("saved date:") {
        // `Tue May 05 2026 10:11:12 GMT+0200 (Central European Summer Time)`
        let words = line.dropFirst(11).split(separator: " ").prefix { !$0.hasPrefix("(") }
        let text = words.map { $0.hasPrefix("GMT") && $0.count > 3 ? $0.dropFirst(3) : $0 }
        date = date ?? Timestamp(rfc5322: text.joined(separator: " "))
      }
    }
    return url.map { SavedPage(url: $0, date: date) }
  }

  private static func address(_ text: Substring) -> String? {
    let start = text.prefix(8).lowercased()
    return start.hasPrefix("http://") || start.hasPrefix("https://") ? String(text) : nil
  }
}

extension SavedPage {
  /// Whether a reference leads to a file that was saved beside the page: `./Harbour_files/bridge.jpg`.
  static func isBeside(_ reference: String) -> Bool {
    var path = reference[...]
    if path.hasPrefix("./") { path = path.dropFirst(2) }
    guard let slash = path.firstIndex(of: "/"), slash > path.startIndex else { return false }
    let folder = path[..<slash].lowercased()
    return !folder.contains(":") && folders.contains { folder.hasSuffix($0) }
  }

  /// What browsers call the folder beside a page, in the languages that they speak.
  private static let folders = [
    "_files", ".files", "_file", "-dateien", "_fichiers", "_archivos", "_arquivos", "_bestanden",
    "-filer", "_tiedostot", "_soubory", "_pliki", "_dosyalar", "-filer", "_elemei", "_datoteke",
  ]
}
