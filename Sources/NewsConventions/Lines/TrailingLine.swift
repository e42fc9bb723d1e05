internal import NewsAddress
internal import NewsBlocks
internal import NewsModel

/// Lines below an article that lead away from it.
enum TrailingLine {
  /// The address that is all of a paragraph.
  static func address(_ content: [Inline]) -> String? {
    guard content.count == 1 else { return nil }
    switch content[0] {
    case .link(let link):
      let text = link.content.plainText
      guard PlainText.isAddress(text), !text.contains(" ") else { return nil }
      return link.url
    case .text(let text):
      return PlainText.isAddress(text) && !text.contains(" ") ? text : nil
    default: return nil
    }
  }

  /// Whether an address at the end belongs to the text: the line before it announces it, or it leads
  /// to a film or the like, which is no article's original.
  static func belongs(_ address: String, to block: Block?) -> Bool {
    if SiteName.isNoArticle(address) { return true }
    guard case .paragraph(let paragraph)? = block else { return false }
    let text = PlainText.collapsed(paragraph.content.plainText)
    // `Original:` is a label, and announces nothing else.
    return (text.hasSuffix(":") || text.hasSuffix("：")) && text.count > longestLabel
  }

  private static let longestLabel = 20

  /// What links back begin with, in lower case.
  private static let openings = [
    "返回", "回到", "首页", "上一页", "上一篇", "下一篇", "back to", "back home", "home", "return to", "go back",
    "zurück", "zur startseite", "startseite", "retour", "accueil", "volver", "inicio", "voltar",
    "torna", "на главную", "назад", "トップへ", "ホームへ", "一覧へ", "목록", "العودة",
  ]

  /// Whether a paragraph is nothing but links back to the site.
  static func isNavigation(_ content: [Inline]) -> Bool {
    var links = 0
    for inline in content {
      switch inline {
      case .link(let link):
        let text = trimmed(link.content.plainText.lowercased())
        guard text.count <= 40, openings.contains(where: { text.hasPrefix($0) }) else {
          return false
        }
        links += 1
      case .text(let text):
        if let first = text.utf8.first, isOfLetter(first) { return false }
        guard text.allSatisfy({ " |｜·•/<>«»‹›←→[]【】".contains($0) || $0 == "\u{A0}" }) else {
          return false
        }
      case .lineBreak: continue
      default: return false
      }
    }
    return links > 0
  }

  /// What a link back leads to, its verb left out; `nil` where it is only a verb.
  static func destination(_ text: String) -> String? {
    let text = trimmed(text)
    let lower = text.lowercased()
    guard let verb = openings.first(where: { lower.hasPrefix($0) }) else { return nil }
    let rest = PlainText.collapsed(String(text.dropFirst(verb.count)))
    return rest.isEmpty ? nil : rest
  }

  /// The last part of an address's path in lower case, without an extension: `category/news.html`
  /// gives `news`.
  static func lastPart(of address: String) -> String? {
    let path = address.prefix { $0 != "?" && $0 != "#" }
    guard let last = path.split(separator: "/").last else { return nil }
    let name = last.split(separator: ".").first.map(String.init) ?? ""
    return name.isEmpty ? nil : name.lowercased()
  }

  /// Whether a byte is the first of a letter, with which nearly all text begins: of ASCII or of a
  /// part of Unicode that has none of the marks between links.
  private static func isOfLetter(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x41...0x5A, 0x61...0x7A, 0xC3...0xCD, 0xCF...0xE1, 0xE4...0xEE: true
    default: false
    }
  }

  private static func trimmed(_ text: String) -> String {
    String(text.drop { " «‹←<[【\u{A0}".contains($0) })
  }
}
