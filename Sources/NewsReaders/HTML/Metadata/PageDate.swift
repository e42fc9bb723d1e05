internal import NewsMarkup
internal import NewsModel

/// The date that readers see, near the headline.
struct PageDate {
  let outline: PageOutline
  let body: Int
  let reader: DateReader
  private var tree: HTMLTree { outline.tree }

  /// The date that stands between the headline and the body, marked as one.
  func besideHeadline() -> Timestamp? {
    guard let headline = headline() else { return nil }
    var found: Timestamp?
    for node in headline..<max(body, headline) {
      guard let date = marked(node), !isForeign(node), !isUpdate(node) else { continue }
      if let found, found != date,
        !(found.year == date.year && found.month == date.month && found.day == date.day)
      {
        // Two dates: the page says which is which only to readers.
        return nil
      }
      found = found ?? date
    }
    return found
  }

  /// The headline above the body.
  private func headline() -> Int? {
    var node = body
    var last: Int?
    node = max(0, body - 4000)
    while node < body {
      if tree.nodes[node].tag == .h1, !outline.excluded[node], !outline.lines(in: node).isEmpty {
        last = node
      }
      node += 1
    }
    return last
  }

  /// A date in an element that is made for dates.
  private func marked(_ node: Int) -> Timestamp? {
    let entry = tree.nodes[node]
    guard entry.tag.rawValue > HTMLTag.rawText.rawValue, !outline.excluded[node],
      entry.tag == .time || outline.hints[node].contains(.date) || isAbbr(node)
    else { return nil }
    return (entry.tag == .time || isAbbr(node) ? machine(node) : nil) ?? text(node)
  }

  private func isUpdate(_ node: Int) -> Bool {
    guard let names = tree.value(.class, of: node) else { return false }
    let text = String(decoding: names.prefix(300), as: UTF8.self).lowercased()
    return text.contains("updated") || text.contains("modified")
  }

  func find() -> Timestamp? {
    var best: (score: Int, date: Timestamp)?
    func offer(_ score: Int, _ date: Timestamp) {
      if best.map({ score > $0.score }) ?? true { best = (score, date) }
    }
    let headline = headline() ?? body
    for node in tree.nodes.indices {
      let entry = tree.nodes[node]
      guard entry.tag.rawValue > HTMLTag.rawText.rawValue else { continue }
      if let property = tree.value(.itemprop, of: node),
        ClassTokens.contains(property, "datePublished"),
        let date = machine(node) ?? text(node)
      {
        return date
      }
      guard let date = marked(node) else { continue }
      // Above the body and close to it is best; in comments and related articles worst.
      var score = 10_000 - min(abs(node - body), 9000)
      if node > headline, node < body { score += 3000 }
      if entry.tag == .time { score += 500 }
      if tree.has(.pubdate, node) { score += 5000 }
      if isUpdate(node) { score -= 4000 }
      if isForeign(node) { score -= 20_000 }
      offer(score, date)
    }
    if let best, best.score > -5000 { return best.date }
    return nearHeadline()
  }

  private func isAbbr(_ node: Int) -> Bool {
    tree.nodes[node].tag == .abbr
      && (tree.value(.class, of: node).map { ClassTokens.contains($0, "published") } ?? false)
  }

  private func machine(_ node: Int) -> Timestamp? {
    for name in [HTMLAttributeName.datetime, .content, .title] {
      if let value = tree.string(name, of: node), let date = reader.date(in: value) { return date }
    }
    return nil
  }

  private func text(_ node: Int) -> Timestamp? {
    guard outline.lines(in: node).count <= 4, tree.end(of: node) - node <= 80 else { return nil }
    var length = 0
    for index in outline.lines(in: node) { length += Int(outline.lines[index].length) }
    // An inline element has no lines of its own.
    guard length < 160 else { return nil }
    let string = tree.string(of: node)
    return string.utf8.count < 300 ? reader.date(in: string) : nil
  }

  private func isForeign(_ node: Int) -> Bool {
    var node = node
    for _ in 0..<8 where node > 0 {
      if !outline.hints[node].isDisjoint(with: [.comments, .related, .side, .footer]) {
        return true
      }
      if tree.nodes[node].tag == .footer || tree.nodes[node].tag == .aside { return true }
      node = tree.parent(of: node)
    }
    return false
  }

  /// A date in short lines around the start of the body, or at the start of its first lines.
  private func nearHeadline() -> Timestamp? {
    let start = outline.lines(in: body).lowerBound
    let end = min(outline.lines(in: body).upperBound, start + 8)
    for index in (max(0, start - 40)..<start).reversed() {
      if let date = date(inLine: index, longest: start - index > 16 ? 50 : 120) { return date }
    }
    for index in start..<max(start, end) {
      if let date = date(inLine: index, longest: index - start < 3 ? 100_000 : 120) { return date }
    }
    // Old pages have it below.
    let last = outline.lines(in: body).upperBound
    for index in max(
      start, last - 3)..<max(max(start, last - 3), min(outline.lines.count, last + 4))
    {
      if let date = date(inLine: index, longest: 120) { return date }
    }
    return nil
  }

  private func date(inLine index: Int, longest: Int) -> Timestamp? {
    let line = outline.lines[index]
    guard line.length >= 6, line.length <= longest else { return nil }
    var text: [UInt8] = []
    for node in Int(line.first)..<Int(line.end) where tree.nodes[node].tag == .text {
      text += tree.text(of: node)
      text.append(0x20)
      if text.count > 400 { break }
    }
    // A copyright notice has a year that is no date.
    guard !text.contains(0xA9) else { return nil }
    let isLong = line.length > 120
    return reader.date(in: String(decoding: text.prefix(isLong ? 60 : 390), as: UTF8.self))
  }
}

/// The date in an address, `/2020/02/19/` or `2020-02-19`.
enum URLDate {
  static func date(in address: String) -> Timestamp? {
    let path = Array(URLReference.path(of: address).utf8)
    var numbers: [(value: Int, digits: Int, end: Int, start: Int)] = []
    var index = 0
    while index < path.count {
      guard path[index] >= 0x30, path[index] <= 0x39 else {
        index += 1
        continue
      }
      let start = index
      var value = 0
      while index < path.count, path[index] >= 0x30, path[index] <= 0x39, index - start < 12 {
        value = value * 10 + Int(path[index] - 0x30)
        index += 1
      }
      numbers.append((value, index - start, index, start))
    }
    for (place, number) in numbers.enumerated() {
      if number.digits == 8, (1995...2100).contains(number.value / 10_000),
        let date = Timestamp(
          year: number.value / 10_000, month: number.value / 100 % 100, day: number.value % 100)
      {
        return date
      }
      if number.digits == 4, (1995...2100).contains(number.value), place >= 2 {
        let month = numbers[place - 1]
        let day = numbers[place - 2]
        if number.start == month.end + 1, month.start == day.end + 1, month.digits <= 2,
          day.digits <= 2,
          let date = Timestamp(year: number.value, month: month.value, day: day.value)
        {
          return date
        }
      }
      guard number.digits == 4, (1995...2100).contains(number.value), place + 2 < numbers.count
      else {
        continue
      }
      let month = numbers[place + 1]
      let day = numbers[place + 2]
      guard month.start == number.end + 1, day.start == month.end + 1, month.digits <= 2,
        day.digits <= 2
      else { continue }
      if let date = Timestamp(year: number.value, month: month.value, day: day.value) {
        return date
      }
    }
    return nil
  }
}
