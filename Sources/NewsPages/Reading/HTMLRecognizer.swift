/// Tells HTML by its first bytes.
enum HTMLRecognizer {
  /// How sure one can be: a doctype or `<html>` is certain, tags that only pages have nearly so.
  static func certainty(of head: ArraySlice<UInt8>) -> Int {
    var text = head.prefix(4096)
    if text.starts(with: [0xEF, 0xBB, 0xBF]) { text = text.dropFirst(3) }
    // UTF-16: the ASCII letters are enough.
    if text.starts(with: [0xFF, 0xFE]) || text.starts(with: [0xFE, 0xFF]) {
      text = ArraySlice(text.dropFirst(2).filter { $0 != 0 })
    }
    var rest = skippingBlanksAndComments(text)
    guard rest.first == UInt8(ascii: "<") else { return 0 }
    if starts(rest, "<?xml") {
      guard let end = rest.firstIndex(of: UInt8(ascii: ">")) else { return 0 }
      rest = skippingBlanksAndComments(rest[(end + 1)...])
      if starts(rest, "<!doctype html") || starts(rest, "<html") { return 95 }
      return 0
    }
    if starts(rest, "<!doctype html") || starts(rest, "<html") { return 95 }
    for tag in ["<head", "<body", "<meta", "<title", "<link", "<script", "<base"]
    where starts(rest, tag) {
      return 80
    }
    for tag in [
      "<p", "<div", "<article", "<section", "<h1", "<h2", "<h3", "<ul", "<ol", "<table",
      "<blockquote", "<main", "<header", "<figure", "<img", "<a ", "<span", "<center", "<font",
    ] where starts(rest, tag) {
      return 40
    }
    return 0
  }

  private static func skippingBlanksAndComments(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var text = text
    while true {
      text = text[(text.firstIndex { $0 > 0x20 } ?? text.endIndex)...]
      guard starts(text, "<!--") else { return text }
      var index = text.startIndex + 4
      while index + 2 < text.endIndex,
        !(text[index] == UInt8(ascii: "-") && text[index + 1] == UInt8(ascii: "-")
          && text[index + 2] == UInt8(ascii: ">"))
      {
        index += 1
      }
      guard index + 3 <= text.endIndex else { return [] }
      text = text[(index + 3)...]
    }
  }

  private static func starts(_ text: ArraySlice<UInt8>, _ word: String) -> Bool {
    guard text.count >= word.utf8.count else { return false }
    var index = text.startIndex
    for other in word.utf8 {
      let byte = text[index]
      let lower = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
      if lower != other { return false }
      index += 1
    }
    return true
  }
}
