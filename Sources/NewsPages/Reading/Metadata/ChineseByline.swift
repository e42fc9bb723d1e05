internal import NewsBlocks
internal import NewsBytes
internal import NewsConventions
internal import NewsHTML

/// Who wrote an article, as Chinese and Japanese pages print it: behind a label anywhere in a line
/// beside date and source, in brackets behind the date, at the end of the text as its reporter, or as
/// a name alone below the headline.
enum ChineseByline {
  /// The authors that some lines of a page name, the surest way of saying it first.
  ///
  /// - Parameters:
  ///   - near: lines around the beginning and the end of the text.
  ///   - body: the element that holds the text.
  static func names(of outline: PageOutline, near: [Int], body: Int) -> [String] {
    func text(_ index: Int, upTo longest: Int) -> String? {
      let line = outline.lines[index]
      guard line.length >= 3, line.length <= longest, isNoCaption(Int(line.block), outline) else {
        return nil
      }
      var bytes: [UInt8] = []
      for node in Int(line.first)..<Int(line.end) where outline.tree.nodes[node].tag == .text {
        bytes += outline.tree.text(of: node)
        bytes.append(0x20)
      }
      let text = PlainText.collapsed(String(decoding: bytes, as: UTF8.self))
      return text.utf8.contains { $0 >= 0xE3 } ? text : nil
    }
    let short = near.compactMap { text($0, upTo: 200) }
    for read in [labelled, afterDate, signed] {
      for line in short {
        let names = read(line)
        if !names.isEmpty { return names }
      }
    }
    let lines = outline.lines(in: body)
    for index in Array(lines.suffix(4).reversed()) + Array(lines.prefix(4)) {
      if let names = text(index, upTo: 3000).map({ reporters($0) }), !names.isEmpty { return names }
    }
    for index in max(0, lines.lowerBound - 3)..<min(outline.lines.count, lines.lowerBound + 2)
    where outline.lines[index].linkLength == 0 && outline.lines[index].length <= 6
      && outline.lines[index].kind != .heading
    {
      if let name = text(index, upTo: 6).flatMap({ alone($0) }) { return [name] }
    }
    return []
  }

  // MARK: - Lines

  /// The author that a line names behind a label: `作者：某某`, `文/某某`, `撰稿 某某`.
  static func labelled(_ line: String) -> [String] {
    for label in labels {
      guard let start = end(of: label, in: line) else { continue }
      let rest = line[start...].drop { isGap($0) || "：:/／｜|".contains($0) }
      let names = leadingNames(rest)
      if !names.isEmpty { return names }
      // A pen name may be one of Latin letters: behind a colon nothing else can be meant.
      let handle = rest.prefix {
        $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_" || $0 == "-")
      }
      if label.hasSuffix("：") || label.hasSuffix(":"), (2...20).contains(handle.count),
        handle.contains(where: \.isLetter)
      {
        return [String(handle)]
      }
    }
    return []
  }

  /// The name in brackets right behind date and time: `2004年7月16日08:19 [ 某某 ]`.
  static func afterDate(_ line: String) -> [String] {
    for (open, close) in [("[", "]"), ("【", "】"), ("［", "］"), ("(", ")"), ("（", "）")] {
      guard let first = line.place(of: open),
        let last = line[first.upperBound...].firstIndex(of: Character(close))
      else { continue }
      let before = line[..<first.lowerBound].last { !isGap($0) }
      let name = line[first.upperBound..<last].filter { !isGap($0) }
      // The date ends in its day or time.
      guard let before, before.isNumber || before == "日",
        line[..<first.lowerBound].contains(where: { $0 == "年" || $0 == "-" || $0 == "/" }),
        isName(name[...], from: 2, to: 4), surnames.contains(name.first ?? " ")
      else { continue }
      return [name]
    }
    return []
  }

  /// How forums and blogs sign a post: `本贴由某某于…`, `由某某张贴`, `某某 发表于`, `by 某某`.
  static func signed(_ line: String) -> [String] {
    for (label, verbs) in [
      ("本贴由", ["于", "於"]), ("本帖由", ["于", "於"]), ("本文由", ["于", "於", "发表", "發表"]),
      ("由", ["张贴", "張貼", "发表于", "發表於", "发布于", "發布於", "发表在", "贴于"]),
    ] {
      guard let start = end(of: label, in: line) else { continue }
      let rest = line[start...].drop { isGap($0) || $0 == "[" }
      guard let stop = verbs.compactMap({ String(rest).place(of: $0)?.lowerBound }).min() else {
        continue
      }
      let name = String(rest)[..<stop].filter { !isGap($0) && $0 != "[" && $0 != "]" }
      if isHandle(name) { return [name] }
    }
    for label in ["发贴者：", "发帖者：", "發帖者：", "发表者：", "发言者：", "发布者：", "发布人：", "发表人：", "贴子作者："] {
      guard let start = end(of: label, in: line) else { continue }
      let name = String(
        line[start...].drop { isGap($0) }.prefix { !isGap($0) && !"|｜[【(（,，".contains($0) })
      if isHandle(name) { return [name] }
    }
    // A time and who wrote then.
    if let start = end(of: " by ", in: line), line[..<start].contains(":"),
      line[..<start].contains(where: \.isNumber)
    {
      let name = String(
        line[start...].drop { isGap($0) }.prefix { !isGap($0) && !"〓|[【(".contains($0) })
      if isHandle(name) { return [name] }
    }
    return []
  }

  /// The reporters whom a paragraph names in brackets, or a line behind the word alone:
  /// `（本报记者 某某 某某）`, `新华网记者 某某`.
  static func reporters(_ line: String) -> [String] {
    var index = line.startIndex
    while let open = line[index...].firstIndex(where: { $0 == "（" || $0 == "(" }) {
      let inner = line[line.index(after: open)...].prefix { $0 != "）" && $0 != ")" }
      if inner.count <= 40,
        let start = end(of: "记者", in: String(inner)) ?? end(of: "記者", in: String(inner))
      {
        let text = String(inner)
        let names = leadingNames(text[start...].drop { isGap($0) || "：:".contains($0) })
        if !names.isEmpty { return names }
      }
      index = inner.endIndex
    }
    guard line.count <= 40 else { return [] }
    for label in ["记者", "記者"] {
      guard let start = end(of: label, in: line) else { continue }
      let rest = line[start...].drop { isGap($0) || "：:".contains($0) }
      let names = leadingNames(rest)
      let letters = rest.filter { !isGap($0) && $0 != "、" }.count
      // A sentence goes on.
      if !names.isEmpty, names.reduce(0, { $0 + $1.count }) == letters,
        names.allSatisfy({ surnames.contains($0.first ?? " ") })
      {
        return names
      }
    }
    return []
  }

  /// A line that is a name and nothing else: two or three characters of which the first is a common
  /// family name.
  static func alone(_ line: String) -> String? {
    guard isName(line[...], from: 2, to: 3), let first = line.first, surnames.contains(first) else {
      return nil
    }
    return line
  }

  // MARK: - Names

  private static let labels = [
    "作者：", "作者:", "作者/", "作者 ", "撰文：", "撰文:", "撰文／", "撰文/", "撰文 ", "撰稿：", "撰稿:", "撰稿人：", "文：", "文:",
    "文／", "文/", "本报记者", "本報記者", "取材・文＝", "取材・文=", "取材・文：", "取材・文/", "著者：", "著者:", "執筆：", "執筆/",
    "筆者：",
  ]

  /// The names a text begins with, up to what is none.
  private static func leadingNames(_ text: Substring) -> [String] {
    var names: [String] = []
    var rest = text
    while names.count < 6 {
      rest = rest.drop { isGap($0) || "、，,".contains($0) && !names.isEmpty }
      let name = rest.prefix {
        !isGap($0) && !"来來出日时時编編（(）)【】[]〖于於·｜|/／、,，。:：;；■".contains($0)
      }
      // What follows a first name must be one as well to belong to it.
      guard isName(name, from: 2, to: 6),
        names.isEmpty || name.count <= 4 && surnames.contains(name.first ?? " ")
      else { break }
      names.append(String(name))
      rest = rest.dropFirst(name.count)
      guard let next = rest.first, isGap(next) || next == "、" || next == "，" else { break }
    }
    return names
  }

  private static func isGap(_ character: Character) -> Bool {
    character == " " || character == "\u{3000}" || character == "\u{A0}"
  }

  private static func end(of label: String, in line: String) -> String.Index? {
    guard let first = label.first else { return nil }
    var index = line.startIndex
    while let place = line[index...].firstIndex(of: first) {
      if line[place...].hasPrefix(label) { return line.index(place, offsetBy: label.count) }
      index = line.index(after: place)
    }
    return nil
  }

  /// What people call themselves in forums.
  private static func isHandle(_ name: String) -> Bool {
    (2...14).contains(name.count) && name.contains(where: \.isLetter)
      && !name.contains { "。，：:/".contains($0) }
  }

  private static func isName(_ text: Substring, from least: Int, to most: Int) -> Bool {
    (least...most).contains(text.count)
      && text.unicodeScalars.allSatisfy {
        (0x4E00...0x9FFF).contains($0.value) || (0x3040...0x30FF).contains($0.value) || $0 == "·"
      }
  }

  private static func isNoCaption(_ block: Int, _ outline: PageOutline) -> Bool {
    var node = block
    for _ in 0..<4 where node > 0 {
      switch outline.tree.nodes[node].tag {
      case .figcaption, .figure, .caption, .blockquote, .li: return false
      default: break
      }
      if outline.hints[node].contains(.caption) { return false }
      node = outline.tree.parent(of: node)
    }
    return true
  }

  private static let surnames = Set(
    "王李张張刘劉陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱高林何郭马馬罗羅梁宋郑鄭谢謝韩韓唐冯馮于董萧程曹袁邓鄧许許傅沈曾彭吕呂苏蘇卢盧蒋蔣蔡贾賈丁魏薛叶葉阎余潘杜戴夏钟鍾汪田任姜范方石姚谭廖邹熊陆陸郝孔白崔康毛邱秦江史顾顧侯邵孟龙龍万萬段漕钱錢汤湯尹黎易常武乔喬贺賀赖賴龚伊金文章罗骆樊兰殷施陶洪翟安颜倪严牛温芦季俞鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍霍翁隋甘景"
  )
}
