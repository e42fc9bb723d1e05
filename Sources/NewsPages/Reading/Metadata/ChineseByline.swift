/// Who wrote an article, as Chinese and Japanese pages print it: behind a label anywhere in a line
/// beside date and source, or as a name alone below the headline.
enum ChineseByline {
  /// The author that a line names behind a label.
  static func labelled(_ line: String) -> String? {
    for label in labels {
      guard let start = end(of: label, in: line) else { continue }
      let rest = line[start...].drop { $0 == " " || "：:/／｜|".contains($0) || $0 == "\u{3000}" }
      let name = rest.prefix { !" \u{3000}\u{A0}　来來出日时時編编（(【[〖于·｜|/／,，。:：".contains($0) }
      if isName(name, from: 2, to: 6) { return String(name) }
    }
    // 本贴由…于…: how a forum signs a post.
    if let start = end(of: "本贴由", in: line) ?? end(of: "本帖由", in: line) {
      let name = line[start...].drop { $0 == " " || $0 == "[" }.prefix { !" 于於]".contains($0) }
      if (2...12).contains(name.count) { return String(name) }
    }
    return nil
  }

  /// A line that is a name and nothing else: two or three characters of which the first is a common
  /// family name.
  static func alone(_ line: String) -> String? {
    guard isName(line[...], from: 2, to: 3), let first = line.first, surnames.contains(first) else {
      return nil
    }
    return line
  }

  private static let labels = [
    "作者：", "作者:", "作者/", "作者 ", "撰文：", "撰文:", "撰文／", "撰文/", "撰文 ", "撰稿：", "撰稿:", "文／", "文/",
    "本报记者", "本報記者", "取材・文＝", "取材・文=", "取材・文：", "取材・文/", "著者：", "著者:", "執筆：", "執筆/",
    "筆者：",
  ]

  private static func end(of label: String, in line: String) -> String.Index? {
    guard let first = label.first else { return nil }
    var index = line.startIndex
    while let place = line[index...].firstIndex(of: first) {
      if line[place...].hasPrefix(label) { return line.index(place, offsetBy: label.count) }
      index = line.index(after: place)
    }
    return nil
  }

  private static func isName(_ text: Substring, from least: Int, to most: Int) -> Bool {
    (least...most).contains(text.count)
      && text.unicodeScalars.allSatisfy {
        (0x4E00...0x9FFF).contains($0.value) || (0x3040...0x30FF).contains($0.value) || $0 == "·"
      }
  }

  private static let surnames = Set(
    "王李张張刘劉陈陳杨楊赵趙黄周吴吳徐孙孫胡朱高林何郭马馬罗羅梁宋郑鄭谢謝韩韓唐冯馮于董萧程曹袁邓鄧许許傅沈曾彭吕呂苏蘇卢盧蒋蔣蔡贾賈丁魏薛叶葉阎余潘杜戴夏钟鍾汪田任姜范方石姚谭廖邹熊陆陸郝孔白崔康毛邱秦江史顾顧侯邵孟龙龍万萬段漕钱錢汤湯尹黎易常武乔喬贺賀赖赖龚"
  )
}
