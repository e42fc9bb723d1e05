internal import NewsBytes
import NewsCommonMark
import NewsModel

/// What shortcodes may ask of their page.
struct PageContext: ShortcodeContext {
  let page: HugoPage
  let site: HugoSite
  let markdown: CommonMark.Options

  func address(ofPage reference: String, language: String?) -> String? {
    let end = reference.firstIndex { $0 == "#" } ?? reference.endIndex
    // An anchor alone is one of the page itself.
    if end == reference.startIndex { return reference }
    return site.page(reference, from: page.place, language: language).map {
      $0.url + reference[end...]
    }
  }

  func parameter(_ name: String) -> String? {
    let path = name.lowercased().split(separator: ".").map(String.init)
    guard let first = path.first else { return nil }
    var value =
      page.keys[first] ?? page.keys.map("params")?[first]
      ?? page.inherited.lazy.compactMap { $0.map("params")?[first] ?? $0[first] }.first
      ?? site.configuration.parameter(first)
    for key in path.dropFirst() { value = value?.map.map(FrontMatterKeys.init)?[key] }
    if case .bool(let flag)? = value { return flag ? "true" : "false" }
    return value?.words
  }

  func inlineHTML(_ text: String) -> String {
    guard text.utf8.contains(where: { !Self.isPlain($0) }) else { return text }
    var options = markdown
    options.footnotes = false
    let html = CommonMark.html(of: Array(text.utf8), options: options)
    var result = html[...]
    while let last = result.last, last <= 0x20 { result.removeLast() }
    let (open, close) = ("<p>", "</p>")
    if result.starts(with: open.utf8), result.suffix(4).elementsEqual(close.utf8) {
      let inner = result.dropFirst(3).dropLast(4)
      // Of several paragraphs each stays one.
      if !inner.contains(bytesOf: open) { result = inner }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte >= 0x80 || (0x30...0x39).contains(byte)
      || (0x61...0x7A).contains(byte | 0x20)
  }

  func picture(_ source: String) -> String {
    // A resource may go by a name of its own.
    for resource in page.keys["resources"]?.list ?? [] {
      guard let keys = resource.map.map(FrontMatterKeys.init), keys.text("name") == source,
        let file = keys.text("src"), !file.contains("*")
      else { continue }
      return file
    }
    return source
  }
}
