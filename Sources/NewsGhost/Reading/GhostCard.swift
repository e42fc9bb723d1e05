internal import NewsBlocks
internal import NewsCommonMark
internal import NewsModel

/// The cards of Ghost's editors: pictures, code, embedded pages and the like.
///
/// Mobiledoc and Lexical name them alike and keep the same of them.
enum GhostCard {
  /// The HTML of a card; all the text that it has, for one that is not known.
  static func html(_ name: String, _ card: JSONValue) -> String {
    func text(_ key: String) -> String {
      switch card[key] {
      case .string(let text): text
      case .integer(let number): String(number)
      default: ""
      }
    }
    func plain(_ key: String) -> String { MarkupText.escaped(text(key)) }
    func button(_ words: String, _ address: String) -> String {
      text(words).isEmpty || text(address).isEmpty
        ? "" : "<p><a href=\"\(plain(address))\">\(plain(words))</a></p>"
    }
    func picture(_ key: String) -> String {
      text(key).isEmpty ? "" : "<p><img src=\"\(plain(key))\" alt=\"\"></p>"
    }
    /// What stands below; HTML already.
    let caption = text("caption").isEmpty ? "" : "<figcaption>\(text("caption"))</figcaption>"
    switch name {
    case "image":
      var picture =
        "<img src=\"\(plain("src"))\" alt=\"\(plain("alt"))\" title=\"\(plain("title"))\">"
      if !text("href").isEmpty { picture = "<a href=\"\(plain("href"))\">\(picture)</a>" }
      return "<figure>\(picture)\(caption)</figure>"
    case "gallery":
      let pictures = (card["images"]?.array ?? []).map { html("image", $0) }.joined()
      return pictures + (caption.isEmpty ? "" : "<p>\(text("caption"))</p>")
    case "html": return text("html")
    case "email": return text("html")
    case "markdown", "card-markdown": return markdown(text("markdown"))
    case "hr", "horizontalrule": return "<hr>"
    case "code", "codeblock":
      let language = text("language").isEmpty ? "" : " class=\"language-\(plain("language"))\""
      let code = "<pre><code\(language)>\(plain("code"))</code></pre>"
      return caption.isEmpty ? code : "<figure>\(code)\(caption)</figure>"
    case "embed":
      // What the site quotes has words of its own.
      let quotes = text("html").contains("<blockquote")
      let frame =
        quotes || text("url").isEmpty
        ? text("html") : "<iframe src=\"\(plain("url"))\"></iframe>"
      return "<figure>\(frame)\(caption)</figure>"
    case "bookmark":
      let about = card["metadata"]
      let title = about?["title"]?.string ?? text("title")
      let words = about?["description"]?.string ?? text("description")
      let url = text("url").isEmpty ? about?["url"]?.string ?? "" : text("url")
      let shown = title.isEmpty ? url : title
      let origin = ["author", "publisher"].compactMap { about?[$0]?.string }
        .filter { !$0.isEmpty }.joined(separator: " · ")
      return
        "<p><a href=\"\(MarkupText.escaped(url))\">\(MarkupText.escaped(shown))</a></p>"
        + (words.isEmpty ? "" : "<p>\(MarkupText.escaped(words))</p>")
        + (origin.isEmpty ? "" : "<p>\(MarkupText.escaped(origin))</p>")
        + (caption.isEmpty ? "" : "<p>\(text("caption"))</p>")
    case "callout":
      return "<aside><p>\(plain("calloutEmoji")) \(text("calloutText"))</p></aside>"
    case "toggle":
      return "<details><summary>\(text("heading"))</summary>\(text("content"))</details>"
    case "audio":
      return "<audio src=\"\(plain("src"))\" title=\"\(plain("title"))\"></audio>"
    case "video":
      let poster = text("customThumbnailSrc").isEmpty ? "thumbnailSrc" : "customThumbnailSrc"
      return
        "<figure><video src=\"\(plain("src"))\" poster=\"\(plain(poster))\"></video>\(caption)</figure>"
    case "file":
      let title = text("fileTitle").isEmpty ? plain("fileName") : plain("fileTitle")
      let words = text("fileCaption").isEmpty ? "" : "<p>\(plain("fileCaption"))</p>"
      return "<p><a href=\"\(plain("src"))\">\(title)</a></p>\(words)"
    case "button": return button("buttonText", "buttonUrl")
    case "header":
      let below = text("subheader").isEmpty ? "" : "<p>\(text("subheader"))</p>"
      return picture("backgroundImageSrc")
        + "<h2>\(text("header").isEmpty ? text("heading") : text("header"))</h2>" + below
        + button("buttonText", "buttonUrl")
    case "product":
      return picture("productImageSrc") + "<h4>\(text("productTitle"))</h4>"
        + text("productDescription") + button("productButton", "productUrl")
    case "email-cta", "call-to-action":
      return text("sponsorLabel") + picture("imageUrl") + text("html") + text("textValue")
        + button("buttonText", "buttonUrl")
    case "before-after":
      return ["beforeImage", "afterImage"].compactMap { card[$0] }.map { html("image", $0) }
        .joined()
        + (caption.isEmpty ? "" : "<p>\(text("caption"))</p>")
    case "paywall", "signup", "transistor": return ""
    default:
      // All that it has, each once.
      var seen: Set<String> = []
      let keys = [
        "heading", "header", "title", "html", "text", "content", "description", "caption",
      ]
      return keys.map { text($0) }.filter { !$0.isEmpty && seen.insert($0).inserted }
        .map { "<p>\($0)</p>" }.joined()
    }
  }

  static func markdown(_ text: String) -> String {
    var options = CommonMark.Options()
    options.footnotes = true
    return String(decoding: CommonMark.html(of: Array(text.utf8), options: options), as: UTF8.self)
  }
}
