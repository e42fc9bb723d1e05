internal import NewsBlocks

/// What a shortcode stands for.
enum ShortcodeMeaning: Sendable {
  /// A block of HTML. What the shortcode encloses was made part of it.
  case block(String)
  /// HTML within a line.
  case inline(String)
  /// An address, also within that of a link.
  case address(String)
  /// Plain text, wherever it stands.
  case text(String)
  /// HTML before and after what it encloses, which stays Markdown.
  case container(open: String, close: String)
  /// Nothing, what it encloses included.
  case nothing
  /// It is not known.
  case unknown

  /// Whether it takes what it encloses as it stands rather than as Markdown.
  var isWhole: Bool {
    if case .container = self { false } else { true }
  }

  /// A player, and what its shortcode encloses, which is not shown in it.
  func beside(_ inner: ArraySlice<UInt8>?) -> ShortcodeMeaning {
    guard case .block(let html) = self, let inner, inner.contains(where: { $0 > 0x20 }) else {
      return self
    }
    return .container(open: html, close: "")
  }
}

/// What a shortcode may ask of the page that it stands in.
protocol ShortcodeContext: Sendable {
  /// The address of a page of the site, by the path that `ref` takes; `nil` if there is none.
  func address(ofPage reference: String, language: String?) -> String?
  /// A parameter of the page, or else of the site.
  func parameter(_ name: String) -> String?
  /// A line of Markdown as HTML, without a paragraph around it.
  func inlineHTML(_ markdown: String) -> String
  /// A picture of the page by its name among the page's resources: a path.
  func picture(_ source: String) -> String
}

/// What is known of the shortcodes that come with Hugo and Zola and of those that themes share.
struct ShortcodeDictionary<Context: ShortcodeContext> {
  let context: Context
  /// What could not be resolved.
  private(set) var problems: [String] = []

  init(context: Context) { self.context = context }

  /// What a tag means.
  ///
  /// - Parameters:
  ///   - tag: the tag.
  ///   - inner: what it encloses; `nil` if it has no closing tag.
  mutating func meaning(of tag: ShortcodeTag, inner bytes: ArraySlice<UInt8>?) -> ShortcodeMeaning {
    let name = tag.name.lowercased()
    // Made only for what takes it as it stands: all else nests, and would copy it again and again.
    var inner: String? { bytes.map { String(decoding: $0, as: UTF8.self) } }
    switch name {
    case "ref", "relref": return reference(tag)
    case "param": return parameter(tag)
    case "figure", "img", "image", "picture", "imgproc", "imgcap", "bundle-image", "fig":
      return figure(tag, inner: bytes)
    case "highlight", "code", "codeblock": return highlight(tag, inner: inner)
    case "mermaid", "goat", "chart", "plantuml", "echarts", "markmap", "dot", "graphviz":
      guard let inner else { return .unknown }
      return .block(Self.code(inner, language: name))
    case "katex", "math", "latex":
      guard let inner else { return .unknown }
      return formula(tag, inner)
    case "rawhtml", "raw", "raw_html", "raw-html", "html", "unsafe":
      return inner.map(ShortcodeMeaning.block) ?? .unknown
    case "comment": return bytes == nil ? .unknown : .nothing
    case "qr": return qr(tag, inner: inner)
    case "button", "btn", "linkbutton", "cta": return button(tag, inner: bytes)
    case "audio", "video", "html5video", "mp4", "mp3": return media(tag, name).beside(bytes)
    case "kbd", "mark", "sub", "sup", "abbr":
      guard let inner else { return .unknown }
      return .inline("<\(name)>\(context.inlineHTML(inner))</\(name)>")
    default: break
    }
    if let embed = EmbeddedService.meaning(of: tag, name: name) { return embed.beside(bytes) }
    guard bytes != nil else { return .unknown }
    return container(tag, name)
  }

  // MARK: Addresses and parameters

  private mutating func reference(_ tag: ShortcodeTag) -> ShortcodeMeaning {
    guard let path = tag.argument("path", at: 0) ?? tag.positional.first else { return .unknown }
    let language = tag.named["lang"] ?? (tag.positional.count > 1 ? tag.positional[1] : nil)
    if let address = context.address(ofPage: path, language: language) { return .address(address) }
    problems.append("the page '\(path)' is not there; its name stands for its address")
    return .address(path)
  }

  private mutating func parameter(_ tag: ShortcodeTag) -> ShortcodeMeaning {
    guard let name = tag.argument("name", at: 0) else { return .unknown }
    if let value = context.parameter(name) { return .text(value) }
    problems.append("neither the page nor the site has a parameter '\(name)'")
    return .text("")
  }

  // MARK: Pictures

  private func figure(_ tag: ShortcodeTag, inner: ArraySlice<UInt8>?) -> ShortcodeMeaning {
    guard let source = tag.argument(["src", "url", "image", "path", "name", "file"], at: 0) else {
      return .unknown
    }
    // A caption says it below the picture already.
    let alternative = tag.argument(["alt"], at: 1)
    var html = "<img src=\"\(MarkupText.escaped(context.picture(source)))\""
    html += " alt=\"\(MarkupText.escaped(alternative ?? ""))\""
    for name in ["width", "height"] {
      html += MarkupText.attribute(name, tag.argument(name).flatMap(Self.pixels))
    }
    html += ">"
    if let link = tag.argument("link") ?? tag.argument("href") {
      html = "<a href=\"\(MarkupText.escaped(link))\">\(html)</a>"
    }
    var caption = ""
    if let title = tag.argument("title"), tag.name == "figure" {
      caption += "<p><strong>\(context.inlineHTML(title))</strong></p>"
    }
    var line = tag.argument(["caption", "cap"]).map(context.inlineHTML) ?? ""
    if line.isEmpty, let inner {
      let text = String(decoding: inner, as: UTF8.self)
      if !Self.isBlank(text) { line = context.inlineHTML(text) }
    }
    if let credit = tag.argument(["attr", "credit", "source"]) {
      var text = context.inlineHTML(credit)
      if let link = tag.argument("attrlink") {
        text = "<a href=\"\(MarkupText.escaped(link))\">\(text)</a>"
      }
      line += (line.isEmpty ? "" : " ") + text
    }
    if !line.isEmpty { caption += "<p>\(line)</p>" }
    if tag.name != "figure", caption.isEmpty { return .block("<p>\(html)</p>") }
    return .block(
      "<figure>\(html)" + (caption.isEmpty ? "" : "<figcaption>\(caption)</figcaption>")
        + "</figure>")
  }

  private static func pixels(_ text: String) -> String? {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    let unit = text.dropFirst(digits.count)
    return !digits.isEmpty && digits.utf8.count < 6 && (unit.isEmpty || unit == "px")
      ? String(digits) : nil
  }

  private static func isBlank(_ text: String) -> Bool { text.utf8.allSatisfy { $0 <= 0x20 } }

  // MARK: Code

  private func highlight(_ tag: ShortcodeTag, inner: String?) -> ShortcodeMeaning {
    guard let inner else { return .unknown }
    let language = tag.argument(["lang", "language", "type"], at: 0) ?? tag.positional.first
    return .block(Self.code(inner, language: language))
  }

  private static func code(_ text: String, language: String?) -> String {
    var text = text[...]
    while text.utf8.first == 0x0A || text.utf8.first == 0x0D { text.removeFirst() }
    while let last = text.utf8.last, last <= 0x20 { text.removeLast() }
    let name = language.map { " class=\"language-\(MarkupText.escaped($0))\"" } ?? ""
    return "<pre><code\(name)>\(MarkupText.escaped(String(text)))\n</code></pre>"
  }

  private func formula(_ tag: ShortcodeTag, _ inner: String) -> ShortcodeMeaning {
    var text = inner[...]
    while let first = text.utf8.first, first <= 0x20 { text.removeFirst() }
    while let last = text.utf8.last, last <= 0x20 { text.removeLast() }
    for mark in ["$$", "$"] where text.utf8.count > 2 * mark.utf8.count {
      if text.hasPrefix(mark), text.hasSuffix(mark) {
        text = text.dropFirst(mark.count).dropLast(mark.count)
        break
      }
    }
    let isDisplay =
      tag.positional.contains("display") || tag.named["display"] != nil
      || inner.utf8.contains(0x0A) || inner.contains("$$")
    let formula = MarkupText.escaped(String(text))
    return isDisplay
      ? .block("<div class=\"math\">\\[\(formula)\\]</div>")
      : .inline("<span class=\"math\">\\(\(formula)\\)</span>")
  }

  // MARK: Links and recordings

  private func qr(_ tag: ShortcodeTag, inner: String?) -> ShortcodeMeaning {
    let text = tag.argument("text", at: 0) ?? inner ?? ""
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard !words.isEmpty else { return .nothing }
    return .block("<p>\(EmbeddedService.link(words))</p>")
  }

  private mutating func button(_ tag: ShortcodeTag, inner: ArraySlice<UInt8>?) -> ShortcodeMeaning {
    let page = tag.argument(["relref", "ref", "page"])
    let target =
      page.map { context.address(ofPage: $0, language: nil) ?? $0 }
      ?? tag.argument(["href", "url", "link", "to"], at: 0)
    guard let target,
      let label = inner.map({ String(decoding: $0, as: UTF8.self) }).flatMap({
        Self.isBlank($0) ? nil : $0
      }) ?? tag.argument(["text", "label", "title"], at: 1)
    else { return .unknown }
    return .inline("<a href=\"\(MarkupText.escaped(target))\">\(context.inlineHTML(label))</a>")
  }

  private func media(_ tag: ShortcodeTag, _ name: String) -> ShortcodeMeaning {
    guard let source = tag.argument(["src", "url", "file", "path", "mp4", "webm", "mp3"], at: 0)
    else { return .unknown }
    let element = name == "audio" || name == "mp3" ? "audio" : "video"
    let poster = MarkupText.attribute("poster", tag.argument("poster"))
    let title = MarkupText.attribute("title", tag.argument(["title", "caption"]))
    let address = MarkupText.escaped(context.picture(source))
    return .block("<\(element) src=\"\(address)\"\(poster)\(title)></\(element)>")
  }

  // MARK: What encloses text

  private static var asides: Set<String> {
    [
      "notice", "admonition", "alert", "callout", "hint", "note", "tip", "info", "warning",
      "danger",
      "important", "caution", "success", "error", "attention", "box", "aside", "infobox",
      "question",
      "example", "abstract", "bug", "failure", "todo", "panel", "card", "boxmd", "sidenote",
      "factbox", "faktenbox", "pullquote",
    ]
  }

  /// What only arranges its contents.
  private static var arrangements: Set<String> {
    [
      "columns", "column", "col", "row", "center", "left", "right", "lead", "gallery", "cards",
      "steps", "step", "tabs", "tabpane", "tabgroup", "codetabs", "div", "section", "wrap",
      "article",
      "align", "style", "fullwidth", "small", "large", "hidden-title", "content",
    ]
  }

  private func container(_ tag: ShortcodeTag, _ name: String) -> ShortcodeMeaning {
    if Self.asides.contains(name) {
      let kind =
        ["notice", "admonition", "alert", "callout", "hint", "box", "panel"].contains(name)
        ? tag.argument(["type", "style", "kind", "class", "context", "level"], at: 0) : nil
      var classes = name
      if let kind, kind.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x80 }), kind != name {
        classes += " " + kind
      }
      let place = kind == nil || !tag.named.isEmpty ? 0 : 1
      let title =
        tag.argument(["title", "header", "heading", "caption"])
        ?? (tag.named.isEmpty && tag.positional.count > place ? tag.positional[place] : nil)
      let head = title.map { "<p><strong>\(context.inlineHTML($0))</strong></p>" } ?? ""
      return .container(
        open: "<aside class=\"\(MarkupText.escaped(classes))\">\(head)", close: "</aside>")
    }
    switch name {
    case "details", "expand", "collapse", "collapsible", "accordion", "accordion-item", "spoiler",
      "fold", "toggle", "expandable":
      let summary = tag.argument(["summary", "title", "header", "name"], at: 0) ?? ""
      let isOpen = tag.named["open"].map { $0 != "false" } ?? tag.positional.contains("open")
      return .container(
        open: "<details\(isOpen ? " open" : "")>"
          + (summary.isEmpty ? "" : "<summary>\(context.inlineHTML(summary))</summary>"),
        close: "</details>")
    case "tab", "tabitem", "tab-item":
      let title = tag.argument(["title", "name", "tabname", "header"], at: 0)
      let head = title.map { "<p><strong>\(context.inlineHTML($0))</strong></p>" } ?? ""
      return .container(open: "<div>\(head)", close: "</div>")
    case "quote", "blockquote", "epigraph":
      let author = tag.argument(["author", "cite", "source", "name"], at: 0)
      var foot = ""
      if let author {
        var text = context.inlineHTML(author)
        if let link = tag.argument(["link", "url", "href"]) {
          text = "<a href=\"\(MarkupText.escaped(link))\">\(text)</a>"
        }
        foot = "<p>— \(text)</p>"
      }
      return .container(open: "<blockquote>", close: foot + "</blockquote>")
    default:
      return Self.arrangements.contains(name)
        ? .container(open: "<div>", close: "</div>") : .unknown
    }
  }
}
