internal import NewsBlocks
internal import NewsBytes
internal import NewsHTML

/// The text of an article in the data that a page's scripts draw it from: `__NEXT_DATA__`,
/// `window.__STATE__ = {…}`, streamed components, `application/json`.
///
/// A last resort, for pages that show nothing without their scripts. It knows no site: of all texts
/// in the data it takes those that stand at one kind of place and are most.
struct StateScript {
  /// Scripts with fewer bytes hold no article.
  private static let shortest = 160
  /// No more bytes of scripts are read.
  private static let longest = 16 << 20
  /// Text of fewer letters is a label; a Chinese or Japanese character counts as two.
  private static let shortText = 40
  /// An article has this many letters.
  private static let enough = 120
  /// No more texts are looked at.
  private static let mostTexts = 100_000

  /// Texts that stand at one kind of place.
  private struct Group {
    var texts: [(place: [Int], text: String)] = []
    var letters = 0
    var weight = 1
    var hasMarkup = false
  }

  private var groups: [String: Group] = [:]
  private var order: [String] = []
  private var count = 0

  /// The article's markup, or `nil` where no script has any.
  static func markup(in tree: HTMLTree) -> String? {
    var state = StateScript()
    var streamed: [UInt8] = []
    var read = 0
    for node in tree.nodes.indices where tree.nodes[node].tag == .script {
      let type = tree.string(.type, of: node)?.lowercased() ?? ""
      guard !type.contains("ld+json"), !type.contains("template"), !type.contains("math") else {
        continue
      }
      for child in (node + 1)..<max(tree.end(of: node), node + 1)
      where tree.nodes[child].tag == .rawText || tree.nodes[child].tag == .text {
        let text = tree.text(of: child)
        read += text.count
        guard text.count >= shortest || !streamed.isEmpty, read <= longest else { continue }
        for value in values(in: text, isData: type.contains("json")) {
          // Parts of one text, in order.
          if case .array(let parts) = value, parts.count == 2, case .number("1") = parts[0],
            case .string(let part) = parts[1]
          {
            streamed += part.utf8
          } else {
            state.collect(value)
          }
        }
      }
    }
    if !streamed.isEmpty {
      for line in streamed.split(separator: 0x0A) {
        for value in values(in: line, isData: true) { state.collect(value) }
      }
    }
    return state.best
  }

  /// The values in a script: all of it, or what it assigns and passes on.
  private static func values(in text: ArraySlice<UInt8>, isData: Bool) -> [LooseJSON] {
    if isData { return LooseJSON(text).map { [$0] } ?? [] }
    var values: [LooseJSON] = []
    var index = text.startIndex
    while index < text.endIndex, values.count < 64 {
      guard text[index] == UInt8(ascii: "{") || text[index] == UInt8(ascii: "["),
        let before = text[..<index].suffix(4).last(where: { $0 > 0x20 }),
        before == UInt8(ascii: "=") || before == UInt8(ascii: "("),
        let after = text[(index + 1)...].prefix(8).first(where: { $0 > 0x20 }),
        after == UInt8(ascii: "\"") || after == UInt8(ascii: "{") || after == UInt8(ascii: "[")
          || after == UInt8(ascii: "1")
      else {
        index += 1
        continue
      }
      guard let (value, end) = LooseJSON.first(in: text[index...]) else { break }
      values.append(value)
      index = max(end, index + 1)
    }
    return values
  }

  // MARK: - Collecting

  private mutating func collect(_ value: LooseJSON) {
    // A stack of its own: what is read is no deeper than LooseJSON goes, but wide.
    var stack: [(value: LooseJSON, keys: [String], place: [Int])] = [(value, [], [])]
    while let (value, keys, place) = stack.popLast(), count < Self.mostTexts {
      switch value {
      case .object(let entries):
        for (offset, entry) in entries.enumerated().reversed() {
          // Texts in texts (`children` of `children`) are at one kind of place.
          let path = keys.last == entry.key ? keys : keys + [entry.key]
          stack.append((entry.value, path, place + [offset]))
        }
      case .array(let elements):
        for (offset, element) in elements.enumerated().reversed() {
          stack.append((element, keys, place + [offset]))
        }
      case .string(let text): add(text, keys, place)
      default: break
      }
    }
  }

  private mutating func add(_ text: String, _ keys: [String], _ place: [Int]) {
    guard !text.isEmpty, !PlainText.isAddress(text), text.utf8.count < 4 << 20 else { return }
    count += 1
    let path = keys.joined(separator: ".")
    if groups[path] == nil {
      groups[path] = Group(weight: Self.weight(keys))
      order.append(path)
    }
    let bytes = Array(text.utf8)
    let length = TextMeasure(bytes[...]).length
    let hasMarkup =
      bytes.contains(bytesOf: "</p>") || bytes.contains(bytesOf: "<br")
      || bytes.contains(bytesOf: "</div>")
    if length >= Self.shortText, hasMarkup || Self.isProse(text) {
      groups[path]?.letters += length
    }
    if hasMarkup { groups[path]?.hasMarkup = true }
    groups[path]?.texts.append((place, text))
  }

  /// What the keys say of a text: more is surer.
  private static func weight(_ keys: [String]) -> Int {
    var weight = 4
    for key in keys {
      switch key.lowercased() {
      case "body", "content", "articlebody", "html", "paragraphs", "blocks", "fulltext",
        "contenthtml", "bodyhtml", "maincontent", "post", "article", "story":
        weight += 4
      case "comments", "related", "recommended", "footer", "header", "menu", "navigation", "nav",
        "i18n", "translations", "messages", "locale", "config", "settings", "consent", "labels",
        "ads", "seo", "meta", "css", "styles":
        weight -= 3
      case "excerpt", "summary", "description", "teaser", "caption", "alt", "title": weight -= 2
      default: break
      }
    }
    return max(weight, 1)
  }

  /// Whether a text is made of sentences, not of code.
  private static func isProse(_ text: String) -> Bool {
    var blanks = 0
    var signs = 0
    var wide = 0
    for byte in text.utf8.prefix(400) {
      switch byte {
      case 0x20: blanks += 1
      case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: ";"), UInt8(ascii: "="),
        UInt8(ascii: "<"), UInt8(ascii: "_"), UInt8(ascii: "/"):
        signs += 1
      case 0xE3...0xEF: wide += 1
      default: break
      }
    }
    let count = min(text.utf8.count, 400)
    return signs * 25 <= count && (blanks * 16 >= count || wide * 6 >= count)
  }

  // MARK: - The best

  private var best: String? {
    var best: Group?
    for path in order {
      guard let group = groups[path], group.letters >= Self.enough else { continue }
      if group.letters * group.weight > best.map({ $0.letters * $0.weight }) ?? 0 { best = group }
    }
    guard let best else { return nil }
    if best.hasMarkup {
      // The longest is the article; others are other articles, or it is in parts.
      let texts = best.texts.map(\.text)
      let longest = texts.max { $0.utf8.count < $1.utf8.count } ?? ""
      let isWhole = longest.utf8.count * 2 > texts.reduce(0) { $0 + $1.utf8.count }
      return isWhole ? longest : texts.joined(separator: "\n")
    }
    return Self.paragraphs(best.texts)
  }

  /// Texts as paragraphs; those that lie together below one element of a list are one.
  private static func paragraphs(_ texts: [(place: [Int], text: String)]) -> String {
    // As deep as all are the same, they lie in the list of paragraphs.
    let depth = texts.map(\.place.count).min() ?? 0
    var common = 0
    if let first = texts.first, let last = texts.last {
      while common < min(first.place.count, last.place.count),
        first.place[common] == last.place[common]
      {
        common += 1
      }
    }
    var result = ""
    var before: ArraySlice<Int>?
    for (place, text) in texts {
      let paragraph = place.prefix(min(common + 1, depth))
      if paragraph != before || result.isEmpty { result += "\n<p>" }
      result += escaped(text)
      before = paragraph
    }
    return result
  }

  private static func escaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): bytes += "&amp;".utf8
      case UInt8(ascii: "<"): bytes += "&lt;".utf8
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
