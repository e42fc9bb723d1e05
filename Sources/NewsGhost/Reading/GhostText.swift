internal import NewsBlocks
internal import NewsModel

/// A post's text as HTML, from whatever the export has it in.
enum GhostText {
  static func html(of post: GhostPost, site: GhostSite) -> String {
    func text(_ key: String) -> String? {
      guard let text = post[key]?.string, !text.isEmpty else { return nil }
      return text
    }
    var html = ""
    if let own = text("html") {
      html = own
    } else if let lexical = text("lexical"), let value = try? JSONValue(parsing: lexical.utf8) {
      html = LexicalText.html(of: value)
    } else if let mobiledoc = text("mobiledoc"), let value = try? JSONValue(parsing: mobiledoc.utf8)
    {
      html = MobiledocText.html(of: value)
    } else if let markdown = text("markdown") {
      html = GhostCard.markdown(markdown)
    } else if let plain = text("plaintext") {
      html = plain.split(separator: "\n").map { "<p>" + MarkupText.escaped(String($0)) + "</p>" }
        .joined()
    }
    return replacingHome(html, by: site.url)
  }

  /// The site's own address, which exports leave open.
  private static func replacingHome(_ html: String, by url: String?) -> String {
    let mark = Array("__GHOST_URL__".utf8)
    let bytes = Array(html.utf8)
    let home = Array((url.map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 } ?? "").utf8)
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      if bytes[index] == mark[0], bytes[index...].starts(with: mark) {
        output += home
        index += mark.count
      } else {
        output.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: output, as: UTF8.self)
  }
}
