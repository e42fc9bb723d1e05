import NewsModel

extension MarkdownRenderer {
  /// Writes a list as Markdown where that can say it, else as HTML.
  mutating func write(_ list: List, alternates: Bool) {
    guard isPlain(list) else {
      var loose = list
      loose.isTight = false
      if !isLossless, list.isTight, isPlain(loose) { return write(loose, alternates: alternates) }
      return html([.list(list)])
    }
    let needsBlanks = !list.isTight
    var number = 1
    if case .ordered(let start, _) = list.kind { number = start }
    for (index, item) in list.items.enumerated() {
      if index > 0 { separate(needsBlanks ? 1 : 0) }
      var marker: [UInt8] =
        list.kind.isOrdered
        ? Array("\(number)\(alternates ? ")" : ".") ".utf8) : [alternates ? 0x2A : 0x2D, 0x20]
      let width = marker.count
      if let task = item.task, !item.content.isEmpty {
        let box = task ? "checked " : ""
        marker += Array(
          (flavor.hasTasks && isAtLineStart && !(item.content.first?.looksTicked ?? false && !task)
            ? task ? "[x] " : "[ ] " : "<input type=\"checkbox\" \(box)disabled> ").utf8)
      }
      container(marker: marker, prefix: [UInt8](repeating: 0x20, count: width)) {
        $0.blocks(item.content, isTight: list.isTight)
        // Nothing else makes a list of one short item loose.
        if $0.isLossless, needsBlanks, list.items.count == 1, item.content.count == 1,
          !$0.flavor.isKramdown
        {
          $0.separate(1)
          $0.line("<!-- -->".utf8)
        }
      }
      number += 1
    }
  }

  /// Whether Markdown has a form for a list.
  private func isPlain(_ list: List) -> Bool {
    guard list.attributes.isEmpty, !list.items.isEmpty else { return false }
    if case .ordered(let start, let style) = list.kind {
      guard style == .decimal, start >= 0, start < 999_999_999 - list.items.count else {
        return false
      }
    }
    for item in list.items {
      guard item.attributes.isEmpty, item.number == nil else { return false }
      if item.task != nil, !item.content.startsWithText { return false }
      if list.isTight, !isJoinable(item.content) { return false }
    }
    return true
  }

  /// Whether blocks can stand one below the other without blank lines.
  private func isJoinable(_ blocks: [Block]) -> Bool {
    if blocks.count(where: \.isParagraph) > 1 { return false }
    if flavor.isKramdown, blocks.count > 2 { return false }
    // A list is looked into once, as the second of a pair or as the first of all: for each of its
    // neighbours anew, the work would double with every level of lists within lists.
    for (index, (one, other)) in zip(blocks, blocks.dropFirst()).enumerated() {
      switch (one, other) {
      case (.paragraph(let paragraph), _) where !paragraph.attributes.isEmpty: return false
      case (.heading(let heading), _)
      where !heading.attributes.isEmpty && !(hasAutoIDs && heading.attributes.onlyID):
        return false
      case (.paragraph, .list(let list)):
        guard list.interruptsParagraph, isPlain(list) else { return false }
      case (.list(let one), .list(let other)):
        guard one.kind.isOrdered != other.kind.isOrdered, index > 0 || isPlain(one), isPlain(other)
        else { return false }
      case (.quote(let quote), .list(let list)):
        guard quote.attributes.isEmpty, quote.source == nil, list.interruptsParagraph,
          isPlain(list)
        else { return false }
      case (.paragraph, .code(let code)), (.list, .code(let code)), (.heading, .code(let code)):
        guard code.attributes.isEmpty, !code.text.isEmpty else { return false }
        // kramdown's own parser takes a fence for text that stands below text.
        if flavor.isKramdown { guard case .heading = one else { return false } }
      case (.paragraph, .quote(let quote)), (.list, .quote(let quote)),
        (.heading, .quote(let quote)):
        guard quote.attributes.isEmpty, quote.source == nil else { return false }
        if case .list(let list) = one, index == 0, !isPlain(list) { return false }
      case (.paragraph, .heading(let heading)), (.list, .heading(let heading)):
        guard heading.attributes.isEmpty || hasAutoIDs && heading.attributes.onlyID else {
          return false
        }
      case (.paragraph, .thematicBreak), (.heading, .thematicBreak), (.thematicBreak, .code),
        (.heading, .heading), (.thematicBreak, .heading):
        break
      default: return false
      }
    }
    return true
  }
}

extension Attributes {
  /// Whether there is nothing but an anchor.
  fileprivate var onlyID: Bool { classes.isEmpty && language == nil && direction == nil }
}

extension Block {
  /// Whether text has a ticked box in it: cmark-gfm looks for one in the whole line.
  fileprivate var looksTicked: Bool {
    guard case .paragraph(let paragraph) = self else { return false }
    let text = paragraph.content.plainText
    return text.contains("[x") || text.contains("[X")
  }

  var isParagraph: Bool { if case .paragraph = self { true } else { false } }
}

extension [Block] {
  /// Whether a box to tick has text after it.
  fileprivate var startsWithText: Bool {
    if case .paragraph(let paragraph)? = first {
      paragraph.attributes.isEmpty && !paragraph.content.isEmpty
    } else {
      false
    }
  }
}

extension List {
  /// Whether a paragraph ends where this begins, without a blank line.
  fileprivate var interruptsParagraph: Bool {
    if case .ordered(let start, _) = kind, start != 1 { return false }
    return items.first?.content.isEmpty == false
  }
}
