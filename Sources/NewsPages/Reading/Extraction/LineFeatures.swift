internal import NewsBytes
internal import NewsHTML

/// What can be counted of each line of a page and of what stands around it: what the learned judge of
/// lines looks at (``LineModel``).
///
/// No feature is a word of a language. Shares are in thousandths, all are cut at 32,767.
struct LineFeatures {
  /// How many features a line has.
  static let count = names.count

  /// The features' names, in their order.
  static let names: [String] = {
    var names = [
      "length", "links%", "links", "stops", "stops%", "ends", "kind", "tag", "place%",
      "good-before%",
      "depth", "title", "after-headline",
    ]
    names += hints.map { "hint-" + $0.name }
    names += tags.map { "in-\($0)" }
    for level in levels { names += ["up\(level)-good%", "up\(level)-links%", "up\(level)-lines"] }
    for offset in neighbours {
      names += ["at\(offset)-length", "at\(offset)-links%", "at\(offset)-kind", "at\(offset)-ends"]
    }
    names += ["good-left", "good-right"]
    names += ["like-count", "like-length", "like-links%", "like-up-count"]
    names += ["copyright", "at-sign", "digits%", "capitals%", "colon", "twice", "wide%"]
    names += ["pictures-before", "pictures-after"]
    names += ["page-lines", "page-good", "page-links%"]
    names += ["by-text", "by-name", "in-container", "kept", "to-start", "to-end", "declared"]
    names += ["headline-up", "headline-lines", "middle-up", "middle-lines", "up-tag"]
    return names
  }()

  private static let hints: [(name: String, hint: ElementHint)] = [
    ("body", .body), ("content", .content), ("lead", .lead), ("navigation", .navigation),
    ("comments", .comments), ("share", .share), ("related", .related), ("ad", .advertising),
    ("about", .about), ("side", .side), ("footer", .footer), ("header", .header),
    ("offer", .offer), ("overlay", .overlay), ("caption", .caption), ("teaser", .teaser),
    ("widget", .widget), ("legal", .legal), ("gallery", .gallery), ("title", .title),
    ("embed", .embed), ("author", .author), ("date", .date), ("kicker", .kicker),
    ("consent", .consent), ("disclosure", .disclosure),
  ]
  private static let tags: [HTMLTag] = [
    .nav, .header, .footer, .aside, .form, .article, .main, .section, .figure, .li, .table,
    .blockquote, .details, .dl,
  ]
  /// The bit of each tag by its number; none for those that are not asked for.
  private static let tagBits: [UInt32] = HTMLTag.allCases.map { tag in
    tags.firstIndex(of: tag).map { 1 << UInt32($0) } ?? 0
  }
  /// The bits of all hints, and the place of each bit's among them.
  private static let hintBits = hints.reduce(0) { $0 | $1.hint.rawValue }
  private static let hintPlaces: [UInt8] = (0..<64).map { bit in
    UInt8(clamping: hints.firstIndex { $0.hint.rawValue == 1 << UInt64(bit) } ?? 0)
  }
  private static let levels = [1, 2, 3, 5]
  private static let neighbours = [-3, -2, -1, 1, 2, 3]
  private static let window = 8

  /// One line's after the other's.
  private(set) var values: [Int16] = []

  /// Where the rules found the article.
  struct Found {
    var byText: Int
    var byName: Int
    var container: Int
    /// Which lines they kept.
    var kept: [Bool]
    /// Which lines the page's own data has in the article; empty where it has none.
    var declared: [Bool]
  }

  private let outline: PageOutline
  private var tree: HTMLTree { outline.tree }
  private var good: [Int] = [0]
  private var length: [Int] = [0]
  private var links: [Int] = [0]
  private var pictures: [Int] = []

  /// Lines whose elements have the same names.
  private struct Like {
    var count = 0
    var length = 0
    var links = 0
  }

  /// What is counted of lines with the same key, looked up once a line.
  private struct Groups<Value> {
    private let empty: Value
    private var numbers: [Int: Int]
    private var values: [Value] = []
    private var ofLines: [Int] = []

    init(of empty: Value, lines: Int) {
      self.empty = empty
      numbers = Dictionary(minimumCapacity: lines)
      ofLines.reserveCapacity(lines)
    }

    /// Counts the next line.
    mutating func add(_ key: Int, _ count: (inout Value) -> Void) {
      let number = numbers[key, default: values.count]
      if number == values.count {
        numbers[key] = number
        values.append(empty)
      }
      ofLines.append(number)
      count(&values[number])
    }

    subscript(line: Int) -> Value { values[ofLines[line]] }
  }

  init(_ outline: PageOutline, found: Found) {
    self.outline = outline
    let lines = outline.lines
    var likes = Groups(of: Like(), lines: lines.count)
    var upLikes = Groups(of: 0, lines: lines.count)
    var copies = Groups(of: 0, lines: lines.count)
    var traits: [Traits] = []
    traits.reserveCapacity(lines.count)
    good.reserveCapacity(lines.count + 1)
    length.reserveCapacity(lines.count + 1)
    links.reserveCapacity(lines.count + 1)
    for line in lines {
      let worth = LineWorth(line)
      good.append(good[good.count - 1] + worth.good)
      length.append(length[length.count - 1] + Int(line.length))
      links.append(links[links.count - 1] + Int(line.linkLength))
      likes.add(self.likeness(of: Int(line.block))) { like in
        like.count += 1
        like.length += Int(line.length)
        like.links += Int(line.linkLength)
      }
      upLikes.add(self.likeness(of: max(tree.parent(of: Int(line.block)), 0))) { $0 += 1 }
      let trait = Traits(tree, nodes: Int(line.first)..<Int(line.end))
      traits.append(trait)
      copies.add(trait.hash) { $0 += 1 }
    }
    countPictures()
    let total = max(good[good.count - 1], 1)
    let all = max(length[length.count - 1], 1)
    let texts = outline.lines(in: found.byText)
    let names = outline.lines(in: found.byName)
    let container = outline.lines(in: found.container)
    let first = firstHeadline()
    let middle = middleOfText()
    // As it is now: what is being set would be copied for each question.
    let counted = self
    values = Array(unsafeUninitializedCapacity: lines.count * Self.count) { values, filled in
      guard let start = values.baseAddress else { return }
      var row = Row(start)
      var headline = -1
      for (index, line) in lines.enumerated() {
        let block = Int(line.block)
        let isTitle = line.length < 400 && outline.isTitle(index)
        if isTitle || tree.nodes[block].tag == .h1 { headline = index }
        row.add(Int(line.length))
        row.add(Self.share(Int(line.linkLength), Int(line.length)))
        row.add(Int(line.links))
        row.add(Int(line.stops))
        row.add(Self.share(Int(line.stops), Int(line.length)))
        row.add(line.endsSentence ? 1 : 0)
        row.add(Int(line.kind.rawValue))
        row.add(Int(tree.nodes[block].tag.rawValue))
        row.add(Self.share(index, lines.count))
        row.add(Self.share(good[index], total))
        row.add(Int(tree.nodes[block].depth))
        row.add(isTitle ? 1 : 0)
        row.add(headline < 0 ? -1 : index - headline)
        counted.addAncestors(of: block, total, to: &row)
        for offset in Self.neighbours {
          let other = index + offset
          guard lines.indices.contains(other) else {
            for _ in 0..<4 { row.add(-1) }
            continue
          }
          row.add(Int(lines[other].length))
          row.add(Self.share(Int(lines[other].linkLength), Int(lines[other].length)))
          row.add(Int(lines[other].kind.rawValue))
          row.add(lines[other].endsSentence ? 1 : 0)
        }
        row.add(good[index] - good[max(index - Self.window, 0)])
        row.add(good[min(index + 1 + Self.window, lines.count)] - good[index + 1])
        let like = likes[index]
        row.add(like.count)
        row.add(like.length / max(like.count, 1))
        row.add(Self.share(like.links, like.length))
        row.add(upLikes[index])
        traits[index].append(to: &row)
        row.add(copies[index])
        row.add(traits[index].wide)
        let before = index > 0 ? Int(lines[index - 1].end) : 0
        let after = index + 1 < lines.count ? Int(lines[index + 1].first) : tree.count
        row.add(pictures[Int(line.first)] - pictures[before])
        row.add(pictures[after] - pictures[Int(line.end)])
        row.add(lines.count)
        row.add(total / 10)
        row.add(Self.share(links[links.count - 1], all))
        row.add(texts.contains(index) ? 1 : 0)
        row.add(names.contains(index) ? 1 : 0)
        row.add(container.contains(index) ? 1 : 0)
        row.add(found.kept[index] ? 1 : 0)
        row.add(index - container.lowerBound)
        row.add(container.upperBound - index)
        row.add(found.declared.isEmpty ? 0 : found.declared[index] ? 2 : 1)
        counted.addDistance(from: block, to: first, &row)
        counted.addDistance(from: block, to: middle, &row)
        row.add(Int(tree.nodes[max(tree.parent(of: block), 0)].tag.rawValue))
      }
      filled = lines.count * Self.count
      assert(row.count == filled)
    }
  }

  /// The first headline of the page.
  private func firstHeadline() -> Int? {
    for (index, line) in outline.lines.enumerated() {
      let block = Int(line.block)
      if tree.nodes[block].tag == .h1 || line.kind == .heading && outline.isTitle(index) {
        return block
      }
    }
    return nil
  }

  /// Where half of the page's running text is read.
  private func middleOfText() -> Int? {
    let half = good[good.count - 1] / 2
    guard half > 0, let index = good.firstIndex(where: { $0 > half }) else { return nil }
    return Int(outline.lines[index - 1].block)
  }

  /// How many elements up the one is that holds both, and how many lines it has.
  private func addDistance(from block: Int, to other: Int?, _ row: inout Row) {
    guard let other else {
      row.add(-1)
      row.add(-1)
      return
    }
    var node = block
    var level = 0
    while node > 0, level < 40, !(node <= other && other < tree.end(of: node)) {
      node = tree.parent(of: node)
      level += 1
    }
    row.add(level)
    row.add(outline.lines(in: max(node, 0)).count)
  }

  /// The features of a line.
  func row(_ index: Int) -> ArraySlice<Int16> {
    values[(index * Self.count)..<((index + 1) * Self.count)]
  }

  private static func share(_ part: Int, _ whole: Int) -> Int { part * 1000 / max(whole, 1) }

  /// The room for the features, filled one by one: there are thousands of them on a page.
  private struct Row {
    private let start: UnsafeMutablePointer<Int16>
    private(set) var count = 0

    /// - Parameter start: room for the features of all lines.
    init(_ start: UnsafeMutablePointer<Int16>) { self.start = start }

    mutating func add(_ value: Int) {
      (start + count).initialize(to: Int16(clamping: value))
      count += 1
    }
  }

  private func addAncestors(of block: Int, _ total: Int, to row: inout Row) {
    var nearest = InlineArray<32, Int>(repeating: 9)
    var unseen = Self.hintBits
    var isIn: UInt32 = 0
    var node = block
    var level = 0
    var ups = InlineArray<4, Int>(repeating: HTMLTree.root)
    var up = 0
    while node > 0, level < 24 {
      if level < 9 {
        // Each hint counts where it stands first.
        var fresh = outline.hints[node].rawValue & unseen
        unseen &= ~fresh
        while fresh != 0 {
          nearest[Int(Self.hintPlaces[fresh.trailingZeroBitCount])] = level
          fresh &= fresh &- 1
        }
      }
      let tag = tree.nodes[node].tag
      isIn |= Self.tagBits[Int(tag.rawValue)]
      if up < Self.levels.count, Self.levels[up] == level {
        ups[up] = node
        up += 1
      }
      level += 1
      node = tree.parent(of: node)
    }
    for index in Self.hints.indices { row.add(nearest[index]) }
    for index in Self.tags.indices { row.add(isIn & 1 << UInt32(index) != 0 ? 1 : 0) }
    for index in Self.levels.indices {
      let range = outline.lines(in: ups[index])
      row.add(Self.share(good[range.upperBound] - good[range.lowerBound], total))
      row.add(
        Self.share(
          links[range.upperBound] - links[range.lowerBound],
          length[range.upperBound] - length[range.lowerBound]))
      row.add(range.count)
    }
  }

  /// What elements of a kind share: tag and classes.
  private func likeness(of node: Int) -> Int {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325 ^ UInt64(tree.nodes[node].tag.rawValue)
    for byte in tree.value(.class, of: node) ?? [] {
      // Numbers part what is alike.
      if byte >= 0x30, byte <= 0x39 { continue }
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
    }
    return Int(truncatingIfNeeded: hash)
  }

  private mutating func countPictures() {
    pictures.reserveCapacity(tree.count + 1)
    pictures.append(0)
    for node in tree.nodes.indices {
      let isPicture: Bool =
        switch tree.nodes[node].tag {
        case .img, .ampImg, .image, .video, .iframe, .svg: true
        default: false
        }
      pictures.append(pictures[node] + (isPicture ? 1 : 0))
    }
  }

  /// What the characters of a line are.
  private struct Traits {
    var hash = 0
    var wide = 0
    private var copyright = 0
    private var atSign = 0
    private var digits = 0
    private var capitals = 0
    private var colon = 0

    init(_ tree: HTMLTree, nodes: Range<Int>) {
      var hash: UInt64 = 0xcbf2_9ce4_8422_2325
      var letters = 0
      var wide = 0
      var digits = 0
      var capitals = 0
      var previous: UInt8 = 0
      for node in nodes where tree.nodes[node].tag == .text {
        tree.text(of: node).withUnsafeBufferPointer { text in
          for byte in text where byte > 0x20 {
            letters += 1
            hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
            switch byte {
            case 0x30...0x39: digits += 1
            case 0x41...0x5A: capitals += 1
            case 0x40: atSign = 1
            case 0xA9: if previous == 0xC2 { copyright = 1 }
            case 0xE3...0xEF: wide += 3
            default: break
            }
            previous = byte
          }
        }
      }
      self.hash = Int(truncatingIfNeeded: hash)
      self.digits = LineFeatures.share(digits, letters)
      self.capitals = LineFeatures.share(capitals, letters)
      self.wide = LineFeatures.share(wide, letters)
      colon = previous == UInt8(ascii: ":") ? 1 : 0
    }

    func append(to row: inout Row) {
      row.add(copyright)
      row.add(atSign)
      row.add(digits)
      row.add(capitals)
      row.add(colon)
    }
  }
}
