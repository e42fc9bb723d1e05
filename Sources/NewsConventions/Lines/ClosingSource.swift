import NewsBlocks

/// Where an article is from, in brackets after its last sentence: `…结束。（新华社）`, `… sagte er. (dpa)`.
enum ClosingSource {
  /// What the names of Chinese papers, agencies and sites end with.
  private static let endings = [
    "社", "报", "報", "网", "網", "新闻", "新聞", "客户端", "客戶端", "电台", "電台", "电视台", "電視台", "周刊", "週刊", "杂志",
    "通讯",
    "在线", "频道", "快讯", "日报", "晚报",
  ]

  /// Whether a paragraph ends in a bracket, judged by its last byte: few do.
  static func mayStand(in text: String) -> Bool {
    // The last of U+FF09 is 0x89.
    text.utf8.last == UInt8(ascii: ")") || text.utf8.last == 0x89
  }

  /// The name at the end of a paragraph.
  static func name(in text: String) -> String? {
    guard let last = text.last, last == "）" || last == ")" else { return nil }
    let tail = text.suffix(32)
    guard let open = tail.lastIndex(where: { $0 == "（" || $0 == "(" }) else { return nil }
    let inside = tail[tail.index(after: open)...].dropLast()
    let name = PlainText.collapsed(String(inside))
    guard !name.isEmpty else { return nil }
    // After a sentence, not within one.
    let before = tail[..<open].last { $0 != " " }
    guard let before, "。！？”.!?\"»“」』".contains(before) else { return nil }
    if name.unicodeScalars.allSatisfy({ (0x4E00...0x9FFF).contains($0.value) }) {
      return name.count >= 2 && name.count <= 12 && endings.contains { name.hasSuffix($0) }
        ? name : nil
    }
    let parts = name.split { "/,".contains($0) }.map { PlainText.collapsed(String($0)) }
    return !parts.isEmpty && parts.allSatisfy { Dateline.isAgency($0) } ? name : nil
  }
}
