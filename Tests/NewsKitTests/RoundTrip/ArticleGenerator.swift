import NewsKit

/// Random articles of every shape, the same for the same seed.
///
/// They are in the form that readers give: text without blanks at its ends, neighbouring texts
/// merged, notes in order of reference. Their words are chosen to be taken for markup.
struct ArticleGenerator {
  private var state: UInt64
  private var notes: [String] = []
  private var anchors = 0
  private var isInMetadata = false

  init(seed: UInt64) { state = (seed &+ 1) &* 0xD134_2543_DE82_EF95 ^ (seed << 32) }

  // MARK: Chance

  /// SplitMix64.
  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }

  private mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }
  private mutating func chance(_ percent: Int) -> Bool { below(100) < percent }
  private mutating func pick<Element>(_ list: [Element]) -> Element { list[below(list.count)] }

  // MARK: Articles

  mutating func article() -> Article {
    notes = []
    anchors = 0
    var article = Article()
    isInMetadata = true
    article.metadata = metadata()
    isInMetadata = false
    article.body = blocks(depth: 0, count: 1 + below(6))
    var written = 0
    // Notes may refer to notes.
    while written < notes.count {
      let label = notes[written]
      written += 1
      article.footnotes.append(
        Footnote(label: label, content: blocks(depth: 3, count: 1 + below(2), isNote: true)))
    }
    return article
  }

  private mutating func metadata() -> Metadata {
    var metadata = Metadata()
    if chance(80) { metadata.title = words(6) }
    if chance(20) { metadata.alternativeTitle = words(4) }
    for _ in 0..<below(3) {
      metadata.authors.append(
        Person(
          name: words(2), url: chance(30) ? "https://x.org/\(below(9))" : nil,
          isOrganization: chance(20)))
    }
    if chance(30) { metadata.byline = words(3) }
    if chance(70) { metadata.published = timestamp() }
    if chance(20) { metadata.modified = timestamp() }
    if chance(20) { metadata.dateline = words(1) }
    if chance(20) { metadata.section = words(1) }
    for _ in 0..<below(3) { metadata.categories.append(words(1)) }
    for _ in 0..<below(3) { metadata.tags.append(words(2)) }
    if chance(40) { metadata.slug = pick(["a-b", "2022-x", "true", "123", "中文", "~"]) }
    if chance(20) { metadata.url = "/a/b.html" }
    if chance(60) { metadata.language = pick(["en", "zh-CN", "no", "ar"]) }
    if chance(10) { metadata.direction = pick([.leftToRight, .rightToLeft]) }
    if chance(30) { metadata.publisher = Organization(name: words(2), url: chance(50) ? "u" : nil) }
    if chance(30) { metadata.source = Organization(name: words(2), url: chance(50) ? "u" : nil) }
    if chance(30) { metadata.canonicalURL = "https://x.org/?a=b&c=d#e" }
    if chance(20) {
      metadata.leadImage = LeadImage(
        source: "/a b.png", alternative: chance(50) ? words(2) : nil,
        caption: chance(50) ? words(2) : nil)
    }
    if chance(30) { metadata.summary = words(9) + (chance(30) ? "\n\n" + words(2) : "") }
    if chance(10) { metadata.editor = words(1) }
    if chance(10) { metadata.rights = words(1) }
    for _ in 0..<below(4) {
      metadata.extra[pick(["layout", "x", "a b", "title", "extra", "no", "1", "date", "中"])] =
        value(depth: 0)
    }
    return metadata
  }

  private mutating func timestamp() -> Timestamp {
    var time: Timestamp.Time?
    if chance(80) {
      time = Timestamp.Time(
        hour: below(24), minute: below(60), second: below(60),
        nanosecond: chance(20) ? 1000 * below(1_000_000) : 0,
        offset: chance(80) ? pick([0, 28_800, -19_800, 3600]) : nil)
    }
    return Timestamp(year: 1990 + below(50), month: 1 + below(12), day: 1 + below(28), time: time)!
  }

  private mutating func value(depth: Int) -> MetadataValue {
    switch below(depth > 2 ? 6 : 8) {
    case 0: return .null
    case 1: return .bool(chance(50))
    case 2: return .integer(below(1000) - 500)
    case 3: return .number(pick([0.5, 1, -2.25, 1e30, 1.5e-7]))
    case 4: return .timestamp(timestamp())
    case 5:
      return .string(
        chance(80)
          ? words(3)
          : pick([
            "", "1", "1.5", "yes", "2020-01-01", "a: b", "- x", "# y", "x #y", " lead", "tab\tx",
            "l1\nl2", "1:30", "0x1F", "null", "~", "'", "\"q\"", "*a", "&a", "!t", "%d", "@x", "`y",
            "{a}", "[b]", "a,b", "=", "<<", "?", "é", "😀 x", "\u{A0}",
          ]))
    case 6: return .list((0..<below(3)).map { _ in value(depth: depth + 1) })
    default:
      var map: MetadataMap = [:]
      for _ in 0..<below(3) { map[pick(["a", "b", "yes", "1", "x y"])] = value(depth: depth + 1) }
      return .map(map)
    }
  }

  // MARK: Blocks

  private mutating func blocks(depth: Int, count: Int, isNote: Bool = false) -> [Block] {
    (0..<count).map { _ in block(depth: depth, isNote: isNote) }
  }

  private mutating func block(depth: Int, isNote: Bool) -> Block {
    if depth > 3 || chance(40) { return paragraph(mayHaveAttributes: true) }
    switch below(isNote ? 4 : 14) {
    case 0: return .code(code())
    case 1: return .list(list(depth: depth + 1))
    case 2:
      return .quote(
        Quote(
          blocks(depth: depth + 1, count: 1 + below(3)), source: chance(20) ? "https://q/" : nil,
          attributes: attributes(20)))
    case 3: return paragraph(mayHaveAttributes: false)
    case 4:
      return .heading(
        Heading(level: 1 + below(6), line(4, mayBreak: true), attributes: attributes(30)))
    case 5, 6: return .table(table(depth: depth + 1))
    case 7:
      let image = Block.paragraph(Paragraph([.image(image())]))
      return .figure(
        Figure(
          chance(70) ? [image] : [image, .table(table(depth: 4))],
          caption: chance(80) ? [.paragraph(Paragraph(line(4)))] : [], attributes: attributes(20)))
    case 8: return .thematicBreak
    case 9: return .math(pick(["x^2_1", "a < b & c", "\\frac{1}{2}\n+ y"]))
    case 10:
      return .details(
        Details(
          summary: line(3), content: blocks(depth: depth + 1, count: 1 + below(2)),
          isOpen: chance(30), attributes: attributes(20)))
    case 11:
      var said = attributes(100)
      if said.isEmpty { said.classes = ["x"] }
      return .division(Division(blocks(depth: depth + 1, count: 1 + below(3)), attributes: said))
    case 12:
      var items: [DefinitionList.Item] = []
      for _ in 0..<(1 + below(3)) {
        items.append(.term(line(2), attributes(10)))
        items.append(.definition(blocks(depth: depth + 2, count: 1 + below(2)), attributes(10)))
      }
      return .definitionList(DefinitionList(items: items, attributes: attributes(10)))
    default:
      return .media(
        Media(
          pick([.video, .audio, .embed]), source: "https://v.org/a.mp4",
          title: chance(50) ? "T \"q\"" : nil))
    }
  }

  private mutating func paragraph(mayHaveAttributes: Bool) -> Block {
    .paragraph(
      Paragraph(line(8, mayBreak: true), attributes: mayHaveAttributes ? attributes(10) : .none))
  }

  private mutating func list(depth: Int) -> List {
    let isTight = chance(60)
    let kind: List.Kind =
      chance(60)
      ? .unordered
      : .ordered(
        start: chance(70) ? 1 : below(100),
        style: chance(90) ? .decimal : pick([.lowerAlpha, .upperRoman]))
    var items: [List.Item] = []
    for index in 0..<(1 + below(4)) {
      var content: [Block] = []
      if isTight {
        if chance(90) { content.append(paragraph(mayHaveAttributes: false)) }
        if depth < 4, chance(30) { content.append(.list(list(depth: depth + 1))) }
        if chance(15) { content.append(.code(code())) }
        if depth < 4, chance(10) {
          content.append(.quote(Quote([paragraph(mayHaveAttributes: false)])))
        }
      } else {
        if index == 0 { content.append(paragraph(mayHaveAttributes: false)) }
        content += blocks(depth: depth + 1, count: below(3))
      }
      var task: Bool?
      if case .paragraph(let first)? = content.first, first.attributes.isEmpty, chance(15) {
        task = chance(50)
      }
      items.append(List.Item(content, task: task, attributes: attributes(3)))
    }
    return List(kind, isTight: isTight, items: items, attributes: attributes(5))
  }

  private mutating func code() -> CodeBlock {
    let lines = (0..<(1 + below(4))).map { _ in
      pick([
        "let x = 1", "  indented", "", "```", "~~~~", "<b>&amp;</b>", "# no", "中文", "\tx", "- y",
        "> z",
      ])
    }
    var text = lines.joined(separator: "\n")
    while text.last == "\n" { text.removeLast() }
    var said = attributes(10)
    // On code it names the programming language.
    said.language = nil
    return CodeBlock(
      text.isEmpty ? "x" : text, language: chance(50) ? pick(["swift", "c++", "中"]) : nil,
      attributes: said)
  }

  private mutating func table(depth: Int) -> Table {
    let columns = 1 + below(4)
    let alignments = (0..<columns).map { _ in
      chance(50) ? nil : pick([Table.Alignment.left, .center, .right])
    }
    let isPlain = chance(70)
    func cell(_ column: Int, isHeader: Bool, _ generator: inout Self) -> Table.Cell {
      var content: [Block] =
        generator.chance(90) ? [.paragraph(Paragraph(generator.line(3, mayBreak: true)))] : []
      if !isPlain, depth < 3, generator.chance(20) {
        content.append(.list(generator.list(depth: 4)))
      }
      return Table.Cell(
        content, isHeader: isHeader, columnSpan: isPlain ? 1 : 1 + generator.below(2),
        alignment: alignments[column], attributes: isPlain ? .none : generator.attributes(10))
    }
    func row(isHeader: Bool, _ generator: inout Self) -> Table.Row {
      Table.Row((0..<columns).map { cell($0, isHeader: isHeader, &generator) })
    }
    var table = Table()
    if !isPlain, chance(30) { table.caption = [.paragraph(Paragraph(line(3)))] }
    if isPlain || chance(50) { table.head = [row(isHeader: true, &self)] }
    let rows = (0..<(isPlain ? below(4) : 1 + below(3))).map { _ in row(isHeader: false, &self) }
    if !rows.isEmpty { table.bodies = [rows] }
    if !isPlain, chance(30) { table.foot = [row(isHeader: false, &self)] }
    return table
  }

  private mutating func attributes(_ percent: Int) -> Attributes {
    guard chance(percent) else { return .none }
    var attributes = Attributes()
    if chance(50) {
      anchors += 1
      attributes.id = "a\(anchors)"
    }
    if chance(40) { attributes.classes = chance(70) ? ["note"] : ["big", "x-1"] }
    if chance(20) { attributes.language = "fr" }
    if chance(10) { attributes.direction = .rightToLeft }
    return attributes
  }

  // MARK: Lines

  private static let words = [
    "word", "The", "end.", "5*3", "*", "**", "_", "snake_case", "_x_", "[x]", "[a](b)", "[", "]",
    "](", "<b>", "<", ">", "&amp;", "&", "AT&T", "&#35;", "#", "#tag", "1.", "2)", "-", "+", "=",
    "===", "---", "***", "http://x.org/a", "https://x.org", "www.x.org", "a@b.co", "中文", "日本語",
    "“引号”", "，", "！", "。", "「注」", "~~", "~", "`", "``", "\\", "\\*", "|", "a|b", "{%", "{{x}}",
    "{:.c}", ":", "^", "[^1]", "!", "![x]", "$5", "$$", "'q'", "\"q\"", "--", "...", "é", "עברית",
    "😀", "a\u{A0}b", "it’s", "—", "x:", "[y]:", "<!--", "<?php", "</p>", "http:", "don't",
    "2022年3月7日",
    "(c)", "*[HTML]:", "^^", "::", "x--y", "%20", "A.", "i)", "0.", "|---|",
  ]

  /// Words that front matter is not refused for: with both anchors and aliases it may be.
  private static let calmWords = words.filter { !$0.hasPrefix("*") }

  /// Words with blanks between them, or none.
  private mutating func words(_ count: Int) -> String {
    let words = isInMetadata ? Self.calmWords : Self.words
    var text = pick(words)
    for _ in 0..<below(count) {
      if chance(75) { text += " " }
      text += pick(words)
    }
    return text
  }

  /// A line, perhaps of several rows.
  private mutating func line(_ count: Int, mayBreak: Bool = false) -> [Inline] {
    var content = inlines(count, depth: 0)
    if mayBreak, chance(12) { content += [.lineBreak] + inlines(count, depth: 0) }
    return content
  }

  private mutating func inlines(_ count: Int, depth: Int, inLink: Bool = false) -> [Inline] {
    var content: [Inline] = []
    func endsInText() -> Bool { if case .text? = content.last { true } else { false } }
    for index in 0..<(1 + below(count)) {
      let isFirst = index == 0
      if (isFirst && chance(50)) || (!endsInText() && !isFirst && chance(70)) || depth > 3 {
        if endsInText() { continue }
        // Blanks only where something stands on both sides.
        let lead = !isFirst && chance(60) ? " " : ""
        content.append(.text(lead + words(4)))
        continue
      }
      if case .text(let text)? = content.last, chance(60) {
        content[content.count - 1] = .text(text + " ")
      }
      content.append(piece(depth: depth, inLink: inLink))
    }
    // Nothing ends in a blank.
    if case .text(let text)? = content.last, text.hasSuffix(" ") {
      content[content.count - 1] = .text(String(text.dropLast()))
    }
    return content
  }

  private mutating func piece(depth: Int, inLink: Bool) -> Inline {
    let inner = { (generator: inout Self, link: Bool) in
      generator.inlines(2, depth: depth + 1, inLink: link)
    }
    switch below(22) {
    case 0...3: return .emphasis(inner(&self, inLink))
    case 4...7: return .strong(inner(&self, inLink))
    case 8: return .strikethrough(inner(&self, inLink))
    case 9: return .subscript(inner(&self, inLink))
    case 10: return .superscript([.text(words(1))])
    case 11, 12:
      return .code(pick(["x", "a`b", "``", "<b>", "a|b", "*x*", "\\", "`", "中文", "a b", "&amp;"]))
    case 13...15:
      if inLink { return .strong([.text("nested")]) }
      let url = pick([
        "https://x.org/", "/a", "#x", "a b", "http://x.org/中文", "u(v)", "u(", "mailto:a@b.co",
        "?a=b&copy;c", "<x>", "a\\b", "https://x.org/%E4%B8%AD", "x*y_z*",
      ])
      if chance(20) {
        return .link(Link(url, [.text(url.hasPrefix("mailto:") ? String(url.dropFirst(7)) : url)]))
      }
      return .link(
        Link(
          url, inner(&self, true),
          title: chance(20) ? pick(["t", "a \"b\"", "c\\d", "&amp;"]) : nil,
          attributes: attributes(5)))
    case 16: return .image(image())
    case 17:
      return .ruby(
        Ruby([
          .init(base: [.text("漢")], reading: [.text("かん")]),
          .init(base: [.text("字")], reading: [.text("じ")]),
        ]))
    case 18: return .math(pick(["x_1^2", "a<b", "\\alpha * y"]))
    case 19:
      if inLink || notes.count > 8 || depth > 2 { return .code("n") }
      notes.append("\(notes.count + 1)")
      return .footnote(notes[notes.count - 1])
    default:
      let kinds: [Span.Kind?] = [
        .mark, .insertion, .small, .keyboard, .sample, .variable, .citation, .quotation,
        .abbreviation("long \"x\""), .abbreviation(nil), .time("2020-01-01"), .time(nil), nil,
      ]
      var kind = pick(kinds)
      let said = attributes(30)
      if kind == nil, said.isEmpty { kind = .mark }
      return .span(Span(kind, inner(&self, inLink), attributes: said))
    }
  }

  private mutating func image() -> Image {
    Image(
      pick(["a.png", "/图.png", "a b.png", "x(y).png"]),
      alternative: pick(["", "alt", "a *b* [c]", "“中”!"]),
      title: chance(20) ? "T" : nil, width: chance(20) ? 640 : nil, height: chance(10) ? 480 : nil,
      attributes: attributes(10))
  }
}
