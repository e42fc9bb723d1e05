internal import NewsBlocks
internal import NewsModel

/// What Substack's editor keeps in an attribute of an empty element, for a script to show: posts of
/// other sites, galleries, formulas, players.
enum SubstackEmbeds {
  /// The text with each of them as HTML that says the same.
  static func expanded(_ html: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(html.count)
    var index = 0
    while index < html.count {
      guard html[index] == UInt8(ascii: "<"), let tag = Tag(html, at: index) else {
        output.append(html[index])
        index += 1
        continue
      }
      let end = Array("</div>".utf8)
      if let data = tag.data, html[tag.end...].starts(with: end),
        let value = try? JSONValue(parsing: data), let shown = shown(value, tag.classes)
      {
        output += shown.utf8
        index = tag.end + end.count
      } else {
        output += html[index..<tag.end]
        index = tag.end
      }
    }
    return output
  }

  /// The HTML of an element by its class; `nil` for one that says nothing.
  private static func shown(_ value: JSONValue, _ classes: String) -> String? {
    func text(_ key: String) -> String? {
      guard let text = value[key]?.string, !text.isEmpty else { return nil }
      return MarkupText.escaped(text)
    }
    let classes = classes.split(separator: " ")
    func has(_ name: String) -> Bool { classes.contains { $0.hasPrefix(name) } }
    if has("latex") { return text("persistentExpression").map { "<div>\\[\($0)\\]</div>" } }
    if has("tweet") || has("bluesky") || has("comment") || text("full_text") != nil {
      let words = text("full_text") ?? text("text") ?? text("body")
      let author = text("name") ?? text("username") ?? text("authorName") ?? text("url")
      guard words != nil || author != nil else { return nil }
      let source = author.map { name in text("url").map { "<a href=\"\($0)\">\(name)</a>" } ?? name
      }
      return "<blockquote>" + (words.map { "<p>\($0)</p>" } ?? "")
        + (source.map { "<p>\($0)</p>" } ?? "") + "</blockquote>"
    }
    if let gallery = value["gallery"] {
      let pictures = (gallery["images"]?.array ?? []).compactMap { $0["src"]?.string }
      if pictures.isEmpty { return nil }
      let alternative = MarkupText.escaped(gallery["alt"]?.string ?? "")
      let caption = gallery["caption"]?.string.map {
        "<figcaption>\(MarkupText.escaped($0))</figcaption>"
      }
      return "<figure>"
        + pictures.map { "<p><img src=\"\(MarkupText.escaped($0))\" alt=\"\(alternative)\"></p>" }
        .joined()
        + (caption ?? "") + "</figure>"
    }
    if let video = text("videoId") {
      let player =
        has("vimeo")
        ? "https://player.vimeo.com/video/" : "https://www.youtube-nocookie.com/embed/"
      return "<iframe src=\"\(player)\(video)\"></iframe>"
    }
    // Whatever leads somewhere.
    guard let url = text("canonical_url") ?? text("url") ?? text("href") else { return nil }
    let title = text("title") ?? text("name") ?? text("text") ?? url
    let words = text("subtitle") ?? text("description") ?? text("truncated_body_text")
    return "<p><a href=\"\(url)\">\(title)</a></p>" + (words.map { "<p>\($0)</p>" } ?? "")
  }
}

extension SubstackEmbeds {
  /// The beginning of a `div`.
  private struct Tag {
    /// What its `data-attrs` holds, JSON.
    var data: [UInt8]?
    var classes = ""
    /// Where it ends.
    var end: Int

    /// `nil` where there is none, or where it is cut off.
    init?(_ html: [UInt8], at start: Int) {
      guard html[start...].starts(with: "<div ".utf8) else { return nil }
      var index = start + 5
      end = 0
      while index < html.count, html[index] != UInt8(ascii: ">") {
        let name = html[index...].prefix { $0 > 0x20 && $0 != UInt8(ascii: "=") && $0 != 0x3E }
        index = name.endIndex
        guard index + 1 < html.count, html[index] == UInt8(ascii: "="),
          html[index + 1] == UInt8(ascii: "\"")
        else {
          // No value in quotes: a word, or a blank.
          if index < html.count, html[index] != UInt8(ascii: ">") { index += 1 }
          continue
        }
        let value = html[(index + 2)...].prefix { $0 != UInt8(ascii: "\"") }
        if name.elementsEqual("data-attrs".utf8) { data = Self.decoded(value) }
        if name.elementsEqual("class".utf8) { classes = String(decoding: value, as: UTF8.self) }
        index = value.endIndex + 1
      }
      guard index < html.count else { return nil }
      end = index + 1
    }

    /// The value of an attribute: the references that are escapes, and those by number.
    private static func decoded(_ value: ArraySlice<UInt8>) -> [UInt8] {
      let names: [(reference: String, byte: UInt8)] = [
        ("&quot;", 0x22), ("&amp;", 0x26), ("&lt;", 0x3C), ("&gt;", 0x3E), ("&apos;", 0x27),
        ("&#39;", 0x27), ("&#x27;", 0x27), ("&#34;", 0x22),
      ]
      var output: [UInt8] = []
      var rest = value
      while let byte = rest.first {
        if byte == UInt8(ascii: "&"),
          let known = names.first(where: { rest.starts(with: $0.reference.utf8) })
        {
          output.append(known.byte)
          rest = rest.dropFirst(known.reference.utf8.count)
        } else {
          output.append(byte)
          rest.removeFirst()
        }
      }
      return output
    }
  }
}
