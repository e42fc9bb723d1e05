internal import NewsBlocks
internal import NewsBytes

/// What the shortcodes mean that WordPress itself has, and those of plug-ins that many sites use for
/// code, formulas and notes.
extension ContentExpander {
  /// The HTML of a shortcode; `nil` for one that is not known.
  mutating func meaning(of code: Shortcode, enclosing text: ArraySlice<UInt8>?) -> [UInt8]? {
    switch code.name {
    case "caption", "wp_caption": return text.map { caption(code, $0) }
    case "gallery": return gallery(code)
    case "playlist": return playlist(code)
    case "embed":
      let address = text.map { String(decoding: $0, as: UTF8.self) } ?? code.values.first
      let url = PlainText.trimmed(address ?? code.attributes["src"] ?? "")
      return url.isEmpty ? nil : Self.frame(url)
    case "youtube", "vimeo", "dailymotion", "soundcloud", "spotify", "ted", "instagram", "tweet",
      "twitter", "facebook", "flickr", "tiktok", "slideshare", "wpvideo":
      return player(code, text)
    case "audio", "video": return media(code)
    case "code", "sourcecode":
      return text.map {
        source($0, language: code.attributes["lang"] ?? code.attributes["language"])
      }
    case "latex", "math", "katex", "tex":
      return text.map { Formula.html(String(decoding: $0, as: UTF8.self)) }
    case "footnote", "ref", "fn", "efn_note", "mfn":
      guard let text else { return nil }
      return mark(ofNote: expanded(Array(text)))
    default:
      guard let text, Self.languages.contains(code.name) else { return nil }
      return source(text, language: code.name)
    }
  }

  // MARK: - Pictures

  private mutating func caption(_ code: Shortcode, _ text: ArraySlice<UInt8>) -> [UInt8] {
    let content = expanded(Array(text))
    // A picture, or a link around one; what follows is the caption.
    var scanner = MarkupScanner(content)
    var end = 0
    var link = false
    scanning: while let piece = scanner.next() {
      guard case .tag(let range, let name, let isClosing) = piece else { continue }
      switch (name, isClosing) {
      case ("a", false) where end == 0: link = true
      case ("img", false) where end == 0:
        end = range.upperBound
        if !link { break scanning }
      case ("a", true) where end > 0:
        end = range.upperBound
        break scanning
      default: if end > 0, name != "noscript" { break scanning }
      }
    }
    var html = Array("\n<figure>".utf8)
    html += end > 0 ? content[..<end] : content[...]
    var words = end > 0 ? content[end...] : []
    while let byte = words.first, byte <= 0x20 { words.removeFirst() }
    if words.isEmpty, let attribute = code.attributes["caption"] {
      words = Array(attribute.utf8)[...]
    }
    if !words.isEmpty { html += "<figcaption>".utf8 + words + Array("</figcaption>".utf8) }
    return html + Array("</figure>\n".utf8)
  }

  private mutating func gallery(_ code: Shortcode) -> [UInt8] {
    var html: [UInt8] = []
    for picture in attachments(of: code, .image) {
      html += "\n<figure><img src=\"\(MarkupText.escaped(picture.url))\"".utf8
      html += " alt=\"\(MarkupText.escaped(picture.alternative ?? ""))\">".utf8
      if let caption = picture.caption {
        html += "<figcaption>\(MarkupText.escaped(caption))</figcaption>".utf8
      }
      html += "</figure>\n".utf8
    }
    return gallery(html, lacking: "every picture of a gallery")
  }

  private mutating func playlist(_ code: Shortcode) -> [UInt8] {
    let isVideo = code.attributes["type"] == "video"
    var html: [UInt8] = []
    for recording in attachments(of: code, isVideo ? .video : .audio) {
      html += Self.player(
        isVideo ? "video" : "audio", recording.url, title: recording.title, poster: nil)
    }
    return gallery(html, lacking: "every recording of a playlist")
  }

  /// The HTML of a gallery, which takes its room.
  private mutating func gallery(_ html: [UInt8], lacking: String) -> [UInt8] {
    if html.isEmpty, !leavesOutGalleries { lacks(lacking) }
    galleryRoom -= html.count
    return html
  }

  /// The files of a post: looking for them takes room too.
  private mutating func attachments(
    ofPost post: Int, _ kind: ExportedSite.Attachment.Kind
  ) -> [ExportedSite.Attachment] {
    galleryRoom -= 64 * (site.children[post]?.count ?? 0)
    return site.attachments(of: post, kind)
  }

  /// The files that a shortcode names, or those of the post.
  private mutating func attachments(
    of code: Shortcode, _ kind: ExportedSite.Attachment.Kind
  ) -> [ExportedSite.Attachment] {
    guard galleryRoom > 0 else {
      leavesOutGalleries = true
      return []
    }
    func numbers(_ name: String) -> [Int]? {
      code.attributes[name].map { text in
        text.split { $0 == "," || $0 == " " }.compactMap { Int($0) }
      }
    }
    guard let ids = numbers("ids") ?? numbers("include") else {
      let without = Set(numbers("exclude") ?? [])
      let owner = code.attributes["id"].flatMap { Int($0) } ?? post
      return owner.map { attachments(ofPost: $0, kind) }?
        .filter { !without.contains($0.id) } ?? []
    }
    var found: [ExportedSite.Attachment] = []
    for id in ids.prefix(10_000) {
      if let attachment = site.attachments[id] {
        found.append(attachment)
      } else {
        lacks("the file \(id) of a \(kind == .image ? "gallery" : "playlist")")
      }
    }
    return found
  }

  // MARK: - Players

  static func frame(_ address: String) -> [UInt8] {
    let url = address.components(separatedBy: "&amp;").joined(separator: "&")
    return Array("\n<iframe src=\"\(MarkupText.escaped(url))\"></iframe>\n".utf8)
  }

  private static let longestAddress = 4096

  /// `[youtube https://…]`, `[youtube=https://…]`, `[vimeo 123]`, `[tweet 123]`.
  private func player(_ code: Shortcode, _ text: ArraySlice<UInt8>?) -> [UInt8]? {
    // What is longer is text up to the end of another one.
    if let text, text.count > Self.longestAddress { return nil }
    let words = [
      text.map { String(decoding: $0, as: UTF8.self) }, code.values.first, code.attributes["url"],
      code.attributes["id"],
    ]
    guard
      let word = words.lazy.compactMap(\.self).map(PlainText.trimmed).first(where: { !$0.isEmpty })
    else { return nil }
    if word.hasPrefix("http://") || word.hasPrefix("https://") { return Self.frame(word) }
    guard word.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != 0x22 && $0 != 0x3C }) else {
      return nil
    }
    switch code.name {
    case "youtube": return Self.frame("https://www.youtube.com/watch?v=" + word)
    case "vimeo": return Self.frame("https://vimeo.com/" + word)
    case "dailymotion": return Self.frame("https://www.dailymotion.com/video/" + word)
    case "tweet", "twitter": return Self.frame("https://twitter.com/i/status/" + word)
    case "ted": return Self.frame("https://www.ted.com/talks/" + word)
    case "wpvideo": return Self.frame("https://videopress.com/v/" + word)
    default: return nil
    }
  }

  private mutating func media(_ code: Shortcode) -> [UInt8]? {
    let types =
      code.name == "audio"
      ? ["src", "mp3", "m4a", "ogg", "oga", "wav", "wma", "flac"]
      : ["src", "mp4", "m4v", "webm", "ogv", "wmv", "flv", "mov"]
    // An old spelling: `[audio http://…|options]`.
    let old = code.values.first.map { String($0.prefix { $0 != "|" }) }
    guard let url = types.lazy.compactMap({ code.attributes[$0] }).first ?? old, !url.isEmpty else {
      // All of the post's, where none is named.
      guard let post, galleryRoom > 0 else { return nil }
      let own = attachments(ofPost: post, code.name == "audio" ? .audio : .video)
      guard let first = own.last else { return nil }
      return Self.player(code.name, first.url, title: first.title, poster: nil)
    }
    return Self.player(
      code.name, url, title: code.attributes["title"], poster: code.attributes["poster"])
  }

  private static func player(
    _ kind: String, _ url: String, title: String?, poster: String?
  ) -> [UInt8] {
    var html = "\n<\(kind) src=\"\(MarkupText.escaped(url))\""
    if let poster { html += " poster=\"\(MarkupText.escaped(poster))\"" }
    if let title { html += " title=\"\(MarkupText.escaped(title))\"" }
    return Array((html + "></\(kind)>\n").utf8)
  }

  // MARK: - Code

  /// A listing. Its text is as it was typed, or escaped by an editor.
  private func source(_ text: ArraySlice<UInt8>, language: String?) -> [UInt8] {
    var html = Array("\n<pre><code".utf8)
    let word = language?.utf8.prefix { MarkupScanner.isName($0) || $0 == 0x2B || $0 == 0x23 }
    if let word, !word.isEmpty {
      html +=
        " class=\"language-\(String(decoding: Array(word), as: UTF8.self).lowercased())\"".utf8
    }
    html.append(UInt8(ascii: ">"))
    var text = text
    while let byte = text.first, byte == 0x0A || byte == 0x0D { text.removeFirst() }
    while let byte = text.last, byte <= 0x20 { text.removeLast() }
    for byte in text {
      if byte == UInt8(ascii: "<") { html += "&lt;".utf8 } else { html.append(byte) }
    }
    return html + Array("</code></pre>\n".utf8)
  }

  /// Languages that a listing's shortcode may be called after.
  private static let languages: Set<String> = [
    "actionscript3", "as3", "bash", "shell", "clojure", "coldfusion", "cpp", "c", "csharp",
    "c-sharp", "css", "delphi", "diff", "erlang", "fsharp", "go", "groovy", "haskell", "html",
    "xhtml", "java", "javafx", "javascript", "js", "jscript", "kotlin", "matlab", "objc", "perl",
    "php", "powershell", "python", "py", "r", "ruby", "rails", "scala", "sql", "swift", "text",
    "plain", "typescript", "ts", "vb", "xml", "yaml", "json", "cc",
  ]
}

/// Formulas in TeX.
enum Formula {
  /// HTML that says so.
  static func html(_ formula: String) -> [UInt8] {
    Array("<span class=\"math inline\">\\(\(PlainText.trimmed(formula))\\)</span>".utf8)
  }

  /// `$latex …$` at a place; `nil` where it does not end.
  static func dollar(in bytes: [UInt8], at start: Int, to end: Int) -> (html: [UInt8], end: Int)? {
    let first = start + 6
    guard first < end, bytes[first] <= 0x20,
      let close = bytes.place(of: UInt8(ascii: "$"), from: first, to: min(end, first + 4096))
    else { return nil }
    var formula = String(decoding: bytes[first..<close], as: UTF8.self)
    // Size and colours may stand behind it: `&s=2`.
    for mark in ["&s=", "&bg=", "&fg=", "&amp;s=", "&amp;bg=", "&amp;fg="] {
      if let part = formula.components(separatedBy: mark).first { formula = part }
    }
    return (html(formula), close + 1)
  }
}
