internal import NewsModel
internal import NewsXML

/// The text of an NITF document as HTML, element by element, without recursion but for captions.
struct NITFMarkup {
  private let tree: XMLTree
  private var out: [UInt8] = []
  private var notes: [UInt8] = []
  private var noteCount = 0
  private var isInMedia = false

  /// The HTML of some elements' contents, notes last.
  static func html(of roots: [Int], in tree: XMLTree) -> [UInt8] {
    var markup = NITFMarkup(tree: tree)
    for root in roots { markup.write(within: root) }
    if !markup.notes.isEmpty {
      markup.out += "<section class=\"footnotes\" role=\"doc-endnotes\"><ol>".utf8
      markup.out += markup.notes
      markup.out += "</ol></section>".utf8
    }
    return markup.out
  }

  private init(tree: XMLTree) { self.tree = tree }

  private mutating func write(within root: Int) {
    var open: [(node: Int, tags: [String])] = []
    var index = root + 1
    let end = max(tree.end(of: root), root + 1)
    while index < end {
      while let last = open.last, tree.end(of: last.node) <= index { close(open.removeLast().tags) }
      if tree.isText(index) {
        escape(tree.bytes(of: index))
        index += 1
        continue
      }
      switch tree.localName(of: index) {
      case "media" where !isInMedia:
        isInMedia = true
        media(index)
        isInMedia = false
        index = tree.end(of: index)
      case "fn" where tree.attribute("id", of: index) != nil && !isInMedia:
        note(index)
        index = tree.end(of: index)
      case let name where Self.left.contains(name): index = tree.end(of: index)
      case let name:
        open.append((index, start(name, index)))
        index += 1
      }
    }
    while let last = open.popLast() { close(last.tags) }
  }

  /// What says something about the text and is none of it.
  private static let left: Set<String> = [
    "media-metadata", "media-object", "nitf-table-metadata", "tobject", "key-list", "alt-code",
    "rp", "head", "script", "style",
  ]

  // MARK: - Elements

  /// Elements of NITF that are HTML's.
  private static let same: Set<String> = [
    "p", "br", "hr", "q", "ol", "ul", "li", "dl", "dt", "dd", "pre", "table", "caption", "col",
    "colgroup", "thead", "tbody", "tfoot", "tr", "th", "td", "sub", "sup", "ruby", "rb", "rt",
    "rtc", "strong", "b", "i", "u", "s", "code", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6",
    "img", "figure", "figcaption", "div", "span", "small", "del", "ins", "mark", "cite", "section",
    "abbr", "time", "kbd", "samp", "var", "dfn", "video", "audio", "source", "iframe", "details",
    "summary", "math",
  ]

  /// What the class of an `em` means that ``NITFInlines`` writes, or that wires use.
  private static let emphases = [
    "bold": "strong", "strong": "strong", "b": "strong", "italic": "em", "i": "em",
    "underline": "u", "strikethrough": "s", "strike": "s", "superscript": "sup", "sup": "sup",
    "subscript": "sub", "sub": "sub", "code": "code", "mark": "mark", "small": "small",
    "insertion": "ins", "keyboard": "kbd", "sample": "samp", "variable": "var",
    "citation": "cite", "definition": "dfn", "abbreviation": "abbr", "time": "time",
    "span": "span",
  ]

  /// Opens what an element becomes; the tags to close.
  private mutating func start(_ name: String, _ node: Int) -> [String] {
    switch name {
    case "em":
      let kind = tree.word("class", of: node).flatMap { Self.emphases[$0.lowercased()] }
      return tag(kind ?? "em", node, keepsClass: kind == nil)
    case "hl1": return tag("h1", node)
    case "hl2":
      let level = tree.word("class", of: node).flatMap {
        $0.hasPrefix("h") ? Int($0.dropFirst()) : nil
      }
      let known = level.map { (1...6).contains($0) } ?? false
      return tag(known ? "h\(level ?? 2)" : "h2", node, keepsClass: !known)
    case "bq": return tag("blockquote", node)
    case "credit", "datasource", "byline", "dateline", "copyrite", "tagline", "bibliography",
      "distributor":
      return isWithinText(node) ? [] : tag("p", node)
    case "block", "note", "nitf-table", "custom-table", "fn":
      // Within a quotation a block is only what the quotation holds.
      if tree.parent(of: node) >= 0, tree.localName(of: tree.parent(of: node)) == "bq" { return [] }
      return tag("div", node)
    case "abstract": return tag("div", node)
    case "a": return anchor(node)
    case "lang", "pronounce": return tag("span", node)
    case "chron":
      out += "<time".utf8
      if let norm = tree.word("norm", of: node) { attribute("datetime", norm) }
      out += ">".utf8
      return ["time"]
    case _ where Self.same.contains(name): return tag(name, node)
    default: return []
    }
  }

  private func isWithinText(_ node: Int) -> Bool {
    let parent = tree.parent(of: node)
    guard parent >= 0 else { return false }
    return ["p", "hl1", "hl2", "em", "a", "td", "th", "li", "media-caption"]
      .contains(tree.localName(of: parent))
  }

  private mutating func anchor(_ node: Int) -> [String] {
    if let href = tree.word("href", of: node), href.hasPrefix("#"),
      tree.word("class", of: node) == "footnote"
    {
      noteCount += 1
      out += "<sup".utf8
      attribute("id", "fnref-" + href.dropFirst() + (noteCount > 1 ? ":\(noteCount)" : ""))
      out += "><a".utf8
      attribute("href", href)
      out += " class=\"footnote\" role=\"doc-noteref\">".utf8
      return ["sup", "a"]
    }
    let name = tree.word("name", of: node)
    guard tree.word("href", of: node) != nil || name != nil else { return [] }
    out += "<a".utf8
    if tree.word("id", of: node) == nil, let name { attribute("id", name) }
    attributes(node, keepsClass: true)
    out += ">".utf8
    return ["a"]
  }

  private mutating func tag(_ name: String, _ node: Int, keepsClass: Bool = true) -> [String] {
    out += "<\(name)".utf8
    attributes(node, keepsClass: keepsClass)
    out += ">".utf8
    return ["br", "hr", "img", "col", "source"].contains(name) ? [] : [name]
  }

  private mutating func attributes(_ node: Int, keepsClass: Bool) {
    for (name, value) in tree.attributes(of: node) {
      switch name {
      case "xml:lang": attribute("lang", value)
      case "class": if keepsClass { attribute("class", value) }
      case "seqnum": attribute("start", value)
      case "quote-source": attribute("cite", value)
      case "norm": attribute("datetime", value)
      case "value" where tree.localName(of: node) == "lang": attribute("lang", value)
      case "id", "href", "title", "colspan", "rowspan", "align", "src", "alt", "width", "height",
        "cite", "dir", "start", "type", "datetime", "lang", "open", "poster":
        attribute(name, value)
      default: break
      }
    }
  }

  // MARK: - Media

  private mutating func media(_ node: Int) {
    let type = tree.word("media-type", of: node)?.lowercased() ?? ""
    var best: (node: Int, rank: Int)?
    for reference in tree.children("media-reference", of: node) {
      guard tree.word("source", of: reference) != nil else { continue }
      let width = tree.word("width", of: reference).flatMap(Int.init) ?? 0
      let rank = width <= 2000 ? max(0, width) : max(1, 4000 - min(width, 4000))
      if rank > best?.rank ?? -1 { best = (reference, rank) }
    }
    out += "<figure".utf8
    attributes(node, keepsClass: true)
    out += ">".utf8
    if let reference = best?.node, let source = tree.word("source", of: reference) {
      let mime = tree.word("mime-type", of: reference)?.lowercased() ?? ""
      let alternative = tree.word("alternate-text", of: reference)
      if type.hasPrefix("video") || mime.hasPrefix("video/") {
        player("video", source, alternative)
      } else if type.hasPrefix("audio") || mime.hasPrefix("audio/") {
        player("audio", source, alternative)
      } else if type.hasPrefix("image") || type.hasPrefix("photo") || type.hasPrefix("graphic")
        || mime.hasPrefix("image/")
        || ItemPicture.mediaType(of: source)?.hasPrefix("image/") == true
      {
        out += "<img".utf8
        attribute("src", source)
        attribute("alt", alternative ?? "")
        for name in ["width", "height"] {
          if let value = tree.word(name, of: reference) { attribute(name, value) }
        }
        out += ">".utf8
      } else {
        out += "<p><a".utf8
        attribute("href", source)
        out += ">".utf8
        escape(Array((alternative ?? tree.word("name", of: reference) ?? source).utf8))
        out += "</a></p>".utf8
      }
    }
    let captions = tree.children("media-caption", of: node)
    let producers = tree.children("media-producer", of: node)
    if captions.contains(where: { tree.phrase(of: $0) != nil })
      || producers.contains(where: { tree.phrase(of: $0) != nil })
    {
      out += "<figcaption>".utf8
      for caption in captions { write(within: caption) }
      for producer in producers {
        out += "<p>".utf8
        write(within: producer)
        out += "</p>".utf8
      }
      out += "</figcaption>".utf8
    }
    out += "</figure>".utf8
  }

  private mutating func player(_ name: String, _ source: String, _ title: String?) {
    out += "<\(name)".utf8
    attribute("src", source)
    if let title { attribute("title", title) }
    out += " controls></\(name)>".utf8
  }

  /// A note that something in the text refers to.
  private mutating func note(_ node: Int) {
    let before = out
    out = []
    out += "<li".utf8
    attribute("id", tree.word("id", of: node) ?? "")
    out += ">".utf8
    // A note within a note is part of it.
    isInMedia = true
    write(within: node)
    isInMedia = false
    out += "</li>".utf8
    notes += out
    out = before
  }

  // MARK: - Text

  private mutating func close(_ tags: [String]) {
    for tag in tags.reversed() { out += "</\(tag)>".utf8 }
  }

  private mutating func attribute(_ name: String, _ value: some StringProtocol) {
    out += " \(name)=\"".utf8
    escape(Array(value.utf8))
    out.append(UInt8(ascii: "\""))
  }

  private mutating func escape(_ text: [UInt8]) {
    for byte in text {
      switch byte {
      case UInt8(ascii: "&"): out += "&amp;".utf8
      case UInt8(ascii: "<"): out += "&lt;".utf8
      case UInt8(ascii: ">"): out += "&gt;".utf8
      case UInt8(ascii: "\""): out += "&quot;".utf8
      default: out.append(byte)
      }
    }
  }
}
