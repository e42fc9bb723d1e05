import NewsModel

/// What groups of lines of a plain text are: title, headings, quotations, lists, paragraphs.
struct TextOutline {
  private let limits: Limits
  /// Characters that underline headings, in the order in which they appear.
  private var underlines: [Unicode.Scalar] = []
  /// Columns that the text is wrapped at, as far as one can tell; `nil` where paragraphs are lines.
  private var wrapWidth: Int?
  /// Whether paragraphs open with an indented line, so that this says nothing of quotations.
  private var indentsParagraphs = false
  private(set) var isFlattened = false

  /// Wider lines are paragraphs: nobody wraps there.
  private static let widest = 110

  init(limits: Limits) { self.limits = limits }

  // MARK: Title

  /// The title with the blocks behind it.
  mutating func article(_ lines: [TextLine]) -> (title: String?, body: [Block]) {
    measure(lines)
    var groups = Self.groups(lines[...])
    var title: String?
    if groups.count > 1, let first = groups.first, let text = titleText(first) {
      title = text
      groups.removeFirst()
    }
    return (title, blocks(groups, depth: 0))
  }

  /// A first line that is set off: underlined, or short and no sentence.
  private mutating func titleText(_ group: ArraySlice<TextLine>) -> String? {
    guard let line = group.first, line.width <= 160, Self.marker(line) == nil,
      line.text.first != ">", line.ruleCharacter == nil
    else { return nil }
    let text = Self.collapsed(line.text)
    if group.count == 2, let rule = group.last?.ruleCharacter {
      underlines.append(rule)
      return text
    }
    guard group.count == 1 || group.count == 2 && group.allSatisfy({ $0.width <= 100 }) else {
      return nil
    }
    guard let last = group.last?.text.unicodeScalars.last,
      !".。,，;；:：、".unicodeScalars.contains(last) || Self.isAbbreviation(text)
    else { return nil }
    if group.count == 1 { return text }
    // A title of two lines has no sentence in it.
    let whole = Self.joined(group)
    return whole.contains(". ") || whole.contains("。") ? nil : whole
  }

  /// `… Inc.`, `… U.S.`: a full stop that ends no sentence, in a line that is short.
  private static func isAbbreviation(_ text: String) -> Bool {
    guard text.hasSuffix("."), text.count <= 60,
      let word = text.dropLast().split(separator: " ").last
    else { return false }
    return word.contains(".") || ["Inc", "Co", "Ltd", "Jr", "Sr", "Corp"].contains(word)
  }

  // MARK: Lines

  private mutating func measure(_ lines: [TextLine]) {
    let widths = lines.lazy.filter { !$0.isBlank }.map(\.width)
    let longest = widths.max() ?? 0
    wrapWidth = longest <= Self.widest ? longest : nil
    var first = 0
    var indented = 0
    var isAfterBlank = true
    for line in lines {
      if !line.isBlank, isAfterBlank {
        first += 1
        if line.indent > 0 { indented += 1 }
      }
      isAfterBlank = line.isBlank
    }
    indentsParagraphs = indented * 2 > first
  }

  private static func groups(_ lines: ArraySlice<TextLine>) -> [ArraySlice<TextLine>] {
    lines.split(whereSeparator: \.isBlank)
  }

  // MARK: Blocks

  private mutating func blocks(_ groups: [ArraySlice<TextLine>], depth: Int) -> [Block] {
    var blocks: [Block] = []
    var index = 0
    while index < groups.count {
      let group = groups[index]
      index += 1
      guard let line = group.first else { continue }
      if group.count == 1, line.ruleCharacter != nil {
        blocks.append(.thematicBreak)
      } else if group.count == 2, let rule = group.last?.ruleCharacter, line.width <= 160,
        Self.marker(line) == nil
      {
        blocks.append(heading(line, rule))
      } else if line.text.first == ">" {
        blocks.append(quote(group, depth: depth))
      } else if let marker = Self.marker(line) {
        // Items with blank lines between them go on.
        var items = [group]
        while index < groups.count, let next = groups[index].first,
          Self.marker(next)?.isOrdered == marker.isOrdered
            || next.indent >= line.indent + marker.width && next.indent >= 2
        {
          items.append(groups[index])
          index += 1
        }
        blocks += list(items, marker, depth: depth)
      } else if !indentsParagraphs, line.indent >= 2, group.allSatisfy({ $0.indent >= 2 }),
        !line.hasWideIndent
      {
        var inner = [group]
        while index < groups.count, groups[index].allSatisfy({ $0.indent >= 2 }) {
          inner.append(groups[index])
          index += 1
        }
        blocks.append(.quote(Quote(inner.flatMap(paragraphs))))
      } else {
        blocks += paragraphs(group)
      }
    }
    return blocks
  }

  private mutating func heading(_ line: TextLine, _ rule: Unicode.Scalar) -> Block {
    let rank: Int
    if let known = underlines.firstIndex(of: rule) {
      rank = known
    } else {
      rank = underlines.count
      underlines.append(rule)
    }
    return .heading(
      Heading(level: min(max(rank + 1, 2), 6), Self.inlines(Self.collapsed(line.text))))
  }

  private mutating func quote(_ group: ArraySlice<TextLine>, depth: Int) -> Block {
    let inner = group.map { line in
      var text = line.text
      if text.first == ">" { text = text.dropFirst() }
      return TextLine(text, number: line.number)
    }
    guard depth < min(limits.depth, 32) else {
      isFlattened = true
      return .quote(Quote(Self.groups(inner[...]).flatMap(paragraphs)))
    }
    return .quote(Quote(blocks(Self.groups(inner[...]), depth: depth + 1)))
  }

  // MARK: Lists

  struct Marker {
    var isOrdered: Bool
    var number = 0
    /// Columns up to the item's text.
    var width: Int
  }

  /// What begins an item: a dash, a star, a bullet, or a number with a full stop.
  static func marker(_ line: TextLine) -> Marker? {
    var scalars = line.text.unicodeScalars[...]
    guard let first = scalars.popFirst() else { return nil }
    var width = 1
    if "-*+•·◦‣●○■".unicodeScalars.contains(first) {
      let isBullet = "•◦‣●○■".unicodeScalars.contains(first)
      guard let next = scalars.first, next.properties.isWhitespace || isBullet else { return nil }
      while let blank = scalars.first, blank.properties.isWhitespace {
        scalars.removeFirst()
        width += 1
      }
      return scalars.isEmpty ? nil : Marker(isOrdered: false, width: width)
    }
    guard ("0"..."9").contains(first) else { return nil }
    var number = Int(first.value) - 0x30
    while let digit = scalars.first, ("0"..."9").contains(digit), width < 4 {
      number = number * 10 + Int(digit.value) - 0x30
      scalars.removeFirst()
      width += 1
    }
    guard let mark = scalars.popFirst(), ".)".unicodeScalars.contains(mark), scalars.first == " "
    else { return nil }
    width += 1
    while scalars.first == " " {
      scalars.removeFirst()
      width += 1
    }
    return scalars.isEmpty ? nil : Marker(isOrdered: true, number: number, width: width)
  }

  private func list(
    _ groups: [ArraySlice<TextLine>], _ first: Marker, depth: Int
  ) -> [Block] {
    var items: [[[TextLine]]] = []
    for group in groups {
      var isNewParagraph = true
      for line in group {
        if let marker = Self.marker(line), marker.isOrdered == first.isOrdered {
          var text = line
          text.text = Self.text(of: line)
          text.width = max(0, line.width - marker.width)
          items.append([[text]])
        } else if isNewParagraph, !items.isEmpty {
          items[items.count - 1].append([line])
        } else if !items.isEmpty {
          let last = items[items.count - 1].count - 1
          items[items.count - 1][last].append(line)
        }
        isNewParagraph = false
      }
    }
    // One item alone is a line that happens to begin so.
    guard items.count > 1 else { return groups.flatMap(paragraphs) }
    let isTight = groups.count == 1
    let kind: List.Kind =
      first.isOrdered ? .ordered(start: first.number, style: .decimal) : .unordered
    return [
      .list(
        List(
          kind, isTight: isTight,
          items: items.map { parts in
            List.Item(parts.map { .paragraph(Paragraph(Self.inlines(Self.joined($0[...])))) })
          }))
    ]
  }

  private static func text(of item: TextLine) -> Substring {
    guard let marker = marker(item) else { return item.text }
    let scalars = item.text.unicodeScalars.dropFirst(marker.width)
    return Substring(scalars)
  }

  // MARK: Paragraphs

  /// The paragraphs of lines without a blank one between them.
  private func paragraphs(_ group: ArraySlice<TextLine>) -> [Block] {
    var paragraphs: [Block] = []
    var lines: [TextLine] = []
    func end() {
      guard !lines.isEmpty else { return }
      paragraphs.append(.paragraph(Paragraph(inlines(lines))))
      lines = []
    }
    let base = group.map(\.indent).min() ?? 0
    for line in group {
      let opens =
        wrapWidth == nil || line.hasWideIndent || line.indent >= base + 2 && !lines.isEmpty
      if opens { end() }
      lines.append(line)
    }
    end()
    return paragraphs
  }

  /// Lines as one text; those of an address or a verse, all much shorter than the others of the text,
  /// keep their ends.
  private func inlines(_ lines: [TextLine]) -> [Inline] {
    let keepsEnds =
      lines.count > 1 && (wrapWidth ?? 0) >= 60
      && lines.allSatisfy { $0.width * 10 < (wrapWidth ?? 0) * 6 }
    guard keepsEnds else { return Self.inlines(Self.joined(lines[...])) }
    var result: [Inline] = []
    for line in lines {
      if !result.isEmpty { result.append(.lineBreak) }
      result += Self.inlines(Self.collapsed(line.text))
    }
    return result
  }

  /// The text of wrapped lines: a blank for a line end, none between Chinese or Japanese characters.
  private static func joined(_ lines: ArraySlice<TextLine>) -> String {
    var result = ""
    for line in lines {
      let text = collapsed(line.text)
      if let last = result.unicodeScalars.last, let next = text.unicodeScalars.first,
        !(last.isOfChineseOrJapanese && next.isOfChineseOrJapanese)
      {
        result += " "
      }
      result += text
    }
    return result
  }

  /// With one blank for several.
  private static func collapsed(_ text: Substring) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      if byte <= 0x20 || byte == 0x7F {
        if result.last != 0x20 { result.append(0x20) }
      } else {
        result.append(byte)
      }
    }
    while result.last == 0x20 { result.removeLast() }
    return String(decoding: result, as: UTF8.self)
  }

  // MARK: Addresses

  /// The text with its addresses as links.
  private static func inlines(_ text: String) -> [Inline] {
    guard text.contains("://") else { return text.isEmpty ? [] : [.text(text)] }
    var result: [Inline] = []
    var plain: [UInt8] = []
    let bytes = Array(text.utf8)
    var position = 0
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "h"), let end = endOfAddress(bytes, position) {
        if !plain.isEmpty { result.append(.text(String(decoding: plain, as: UTF8.self))) }
        plain = []
        let address = String(decoding: bytes[position..<end], as: UTF8.self)
        result.append(.link(Link(address, [.text(address)])))
        position = end
      } else {
        plain.append(bytes[position])
        position += 1
      }
    }
    if !plain.isEmpty { result.append(.text(String(decoding: plain, as: UTF8.self))) }
    return result
  }

  private static func endOfAddress(_ bytes: [UInt8], _ start: Int) -> Int? {
    let rest = bytes[start...]
    let scheme = rest.starts(with: "https://".utf8) ? 8 : rest.starts(with: "http://".utf8) ? 7 : 0
    guard scheme > 0 else { return nil }
    if start > 0, (0x61...0x7A).contains(bytes[start - 1] | 0x20) { return nil }
    var end = start + scheme
    while end < bytes.count, bytes[end] > 0x20, bytes[end] < 0x80,
      !"<>\"`|".utf8.contains(bytes[end])
    {
      end += 1
    }
    while end > start + scheme, ".,;:!?)]'".utf8.contains(bytes[end - 1]) { end -= 1 }
    return end > start + scheme ? end : nil
  }
}
