internal import NewsHTML

/// Lines that belong to pictures though no `figcaption` says so: captions in boxes around one
/// picture, credits, counters of galleries.
struct PictureLines {
  /// The elements that are captions.
  private(set) var captions: Set<Int> = []
  /// The lines that only count pictures.
  private(set) var counters: [Int] = []

  private let outline: PageOutline
  private var tree: HTMLTree { outline.tree }

  init(_ chosen: ChosenLines) {
    outline = chosen.outline
    let lines = outline.lines
    var pictures = [0]
    pictures.reserveCapacity(tree.count + 1)
    for node in tree.nodes.indices {
      pictures.append(pictures[node] + (Self.isPicture(tree.nodes[node].tag) ? 1 : 0))
    }
    guard let all = pictures.last, all > 0 else { return }
    for index in lines.indices where chosen.isChosen[index] {
      let line = lines[index]
      guard line.length <= ExtractionWeights.longestCaption, line.kind != .caption,
        line.kind != .heading, line.kind != .cell
      else { continue }
      if isCounter(index) {
        counters.append(index)
        continue
      }
      let block = Int(line.block)
      guard outline.lines(in: block).count <= 2, block > 0 else { continue }
      guard let box = boxOfPicture(around: block, pictures) else {
        if isCredit(index), followsPicture(index, pictures) { captions.insert(block) }
        continue
      }
      let inside = outline.lines(in: box)
      let letters = inside.reduce(0) { $0 + Int(lines[$1].length) }
      let isParagraph = line.kind == .paragraph || line.kind == .item
      guard letters <= ExtractionWeights.longestCaption,
        chosen.length >= letters * 3,
        !isParagraph || isCredit(index) || isInGallery(box, chosen)
      else { continue }
      captions.insert(block)
    }
  }

  private static func isPicture(_ tag: HTMLTag) -> Bool {
    switch tag {
    case .img, .ampImg, .image, .video, .iframe: true
    default: false
    }
  }

  /// The element around a line's that holds one picture, before it, and few words.
  private func boxOfPicture(around block: Int, _ pictures: [Int]) -> Int? {
    var node =
      tree.nodes[block].tag == .div || tree.nodes[block].tag == .section
      ? block : tree.parent(of: block)
    for _ in 0..<3 where node > 0 {
      switch tree.nodes[node].tag {
      case .div, .section, .li, .span, .a, .center, .td: break
      default: return nil
      }
      let count = pictures[tree.end(of: node)] - pictures[node]
      if count > 2 || outline.lines(in: node).count > 4 { return nil }
      if count > 0 {
        return pictures[block] - pictures[node] > 0 ? node : nil
      }
      node = tree.parent(of: node)
    }
    return nil
  }

  /// Whether an element is in a gallery beside an article that has text without it.
  private func isInGallery(_ box: Int, _ chosen: ChosenLines) -> Bool {
    guard let gallery = gallery(around: box) else { return false }
    var inside = 0
    for index in outline.lines(in: gallery) where chosen.isChosen[index] {
      inside += Int(outline.lines[index].length)
    }
    return chosen.length - inside > inside * 2
  }

  /// The outermost element around a box that names call a gallery; an article is none.
  private func gallery(around box: Int) -> Int? {
    var found: Int?
    var node = box
    for _ in 0..<8 where node > 0 {
      if tree.nodes[node].tag == .article { return found }
      let hint = outline.hints[node]
      if hint.contains(.gallery), !hint.contains(.body) { found = node }
      node = tree.parent(of: node)
    }
    return found
  }

  /// `Image 1 of 3`, `3/12`.
  private func isCounter(_ index: Int) -> Bool {
    guard outline.lines[index].length <= 24 else { return false }
    let text = outline.text(of: index)
    var numbers = 0
    var wasDigit = false
    var letters = 0
    for byte in text {
      let isDigit = byte >= 0x30 && byte <= 0x39
      if isDigit, !wasDigit { numbers += 1 }
      wasDigit = isDigit
      if (byte | 0x20) >= 0x61, (byte | 0x20) <= 0x7A { letters += 1 }
    }
    guard numbers == 2, letters <= 12 else { return false }
    if letters <= 4, gallery(around: Int(outline.lines[index].block)) != nil { return true }
    return LineWords(text).contains(.picture)
  }

  /// Whether a line says who took a picture: in brackets, after a colon, with the mark of copyright.
  private func isCredit(_ index: Int) -> Bool {
    guard outline.lines[index].length <= 160 else { return false }
    let text = outline.text(of: index).drop { $0 <= 0x20 }
    guard let first = text.first, LineWords(Array(text)).contains(.credit) else { return false }
    let start = text.prefix(30)
    return first == UInt8(ascii: "(") || start.contains(UInt8(ascii: ":"))
      || start.starts(with: [0xC2, 0xA9]) || text.contains(UInt8(ascii: "|"))
      || text.count <= 40 && !outline.lines[index].endsSentence
  }

  /// Whether nothing but a picture stands between a line and the one before it.
  private func followsPicture(_ index: Int, _ pictures: [Int]) -> Bool {
    let before = index > 0 ? Int(outline.lines[index - 1].end) : 0
    return pictures[Int(outline.lines[index].first)] - pictures[before] > 0
  }
}
