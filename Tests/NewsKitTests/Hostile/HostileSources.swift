import NewsKit
import NewsTestSupport

/// Pages and posts that want a script to run, read as a user reads them.
enum HostileSources {
  /// Markup with a script in it, `%`, as pages and raw HTML in posts have it.
  ///
  /// Not with NUL, which makes a file of Markdown no text, nor with what ends a page's parsing.
  private static let elements: [String] = all.filter {
    !$0.utf8.contains(0) && !$0.contains("plaintext")
  }

  private static let all: [String] =
    handlers + HostileSpellings.markup
    + HostileSpellings.addresses("javascript", "%").enumerated().map { index, address in
      let address = address.replacing("\"", with: "&quot;")
      return places[index % places.count].replacing("@", with: address)
    }

  private static let places = [
    "<a href=\"@\">x</a>", "<p><img src=\"@\" alt=x></p>", "<iframe src=\"@\"></iframe>",
    "<blockquote cite=\"@\"><p>x</p></blockquote>", "<video src=\"@\" poster=\"@\"></video>",
    "<audio src=\"@\"></audio>", "<q cite=\"@\">x</q>",
    "<form action=\"@\"><button>x</button></form>",
    "<img srcset=\"@ 1x, b.png 2x\" alt=x>",
    "<picture><source srcset=\"@\"><img src=\"@\" alt=x></picture>",
    "<video><source src=\"@\"></video>", "<svg><a xlink:href=\"@\"><text>x</text></a></svg>",
    "<object data=\"@\">x</object>", "<embed src=\"@\">", "<ins cite=\"@\">x</ins>",
    "<area href=\"@\">", "<a href=\"x\" ping=\"@\">x</a>", "<button formaction=\"@\">x</button>",
    "<img src=\"x.png\" data-src=\"@\" alt=x>", "<img src=\"x.png\" longdesc=\"@\" alt=x>",
    "<svg><use href=\"@\"/><image href=\"@\"/></svg>", "<math href=\"@\"><mi>x</mi></math>",
    "<svg><a><animate attributeName=href values=\"@\"/><text>x</text></a></svg>",
    "<svg><a><set attributeName=\"xlink:href\" to=\"@\"/><text>x</text></a></svg>",
    "<a href=\"&#x20;@\">x</a>", "<a\nhref='@'\n>x</a>", "<A HREF=\"@\">x</A>",
  ]

  /// Handlers on elements that articles have.
  private static let handlers: [String] = [
    "a href=x", "p", "img src=x", "table", "td", "li", "figure", "figcaption", "blockquote",
    "video",
    "audio", "iframe", "details open", "summary", "h2", "pre", "code", "em", "svg", "math", "div",
    "section", "input autofocus", "select", "textarea", "marquee", "body", "ruby", "rt", "time",
    "abbr", "picture", "source", "track", "dialog open", "object", "q", "mark", "custom-element",
  ].flatMap { element in
    ["onerror", "onload", "onclick", "ONMOUSEOVER", "onfocus", "ontoggle", "onanimationstart"].map {
      "<\(element) \($0)=\"%\" style=\"animation:a 1s;background:url('javascript:%')\">x</\(element.prefix { $0 != " " })>"
    }
  }

  static let count = elements.count * 3

  private static let filler = String(
    repeating: "Words that make a paragraph long enough to be one of an article. ", count: 5)

  /// What every writer makes of them.
  static func documents() throws -> [Browser.Document] {
    var documents: [Browser.Document] = []
    var number = 100_000
    func numbered(_ element: String) -> String {
      number += 1
      return element.replacing("%", with: Browser.marker(number))
    }
    for start in stride(from: 0, to: elements.count, by: 120) {
      let some = elements[start..<min(start + 120, elements.count)]
      let page =
        "<html><head><title>T</title></head><body><article><h1>T</h1><p>\(filler)</p>"
        + some.map { "<p>\(filler)</p><div>" + numbered($0) + "</div>" }.joined(separator: "\n")
        + "</article></body></html>"
      let raw =
        "---\ntitle: T\n---\n" + some.map { "Text.\n\n" + numbered($0) }.joined(separator: "\n\n")
      let inline =
        "---\ntitle: T\n---\n" + some.map { "Text *a* " + numbered($0) }.joined(separator: "\n\n")
      for (name, format, text) in [
        ("source-page-\(start)", "html", page), ("source-post-\(start)", "jekyll", raw),
        ("source-gfm-\(start)", "markdown", inline),
      ] {
        let converter = try Converter(from: format, to: "json")
        let articles = try converter.read(Source(bytes: Array(text.utf8))).result
        documents += try HostileDocuments.all(of: articles, name: name)
      }
    }
    return documents
  }
}
