import NewsKit

extension Construct {
  /// A writer of each kind.
  private static let writers = [
    "epub --cover=none", "html", "markdown", "kramdown", "plain", "json",
  ]

  /// Every writer, in the ways that differ in how they work.
  private static let allWriters = [
    "epub --cover=none", "html", "html --fragment", "markdown", "gfm", "commonmark", "kramdown",
    "jekyll", "markdown --wrap=72", "markdown --wrap=sentence", "markdown --link-style=reference",
    "plain", "plain --links=inline", "json", "json --pretty",
  ]

  static let all: [Construct] =
    posts + otherMarkdown + frontMatters + templates + webPages + texts + news

  private static let posts = markdown.map {
    Construct($0.name, format: "jekyll", writers: writers, $0.text)
  }

  private static let otherMarkdown = ["gfm", "commonmark"].flatMap { format in
    markdown.map { Construct($0.name, format: format, $0.text) }
  }

  private static let frontMatters =
    frontMatter.map { kind in
      Construct(
        "front matter, \(kind.name)", format: "jekyll",
        writers: ["epub --cover=none", "html", "markdown", "jekyll", "plain", "json"]
      ) {
        "---\n\(kind.text($0))---\nText.\n"
      }
    }
    + frontMatter.map { kind in
      Construct("front matter, \(kind.name)", format: "markdown") {
        "---\n\(kind.text($0))---\nText.\n"
      }
    }

  private static let templates = liquid.map { kind in
    Construct("Liquid, \(kind.name)", format: "jekyll") { "---\n---\n\(kind.text($0))\n" }
  }

  private static let webPages =
    pages.map { Construct($0.name, format: "html --raw", writers: writers, $0.text) }
    + pages.map { Construct($0.name, format: "html", $0.text) }

  private static let texts = json.map {
    Construct($0.name, format: "json", writers: allWriters, $0.text)
  }
}

/// Articles of one kind, of which a digest is made.
struct DigestConstruct: Sendable {
  let name: String
  /// What the table calls it.
  var title: String { "digest: \(name)" }
  let digest: Digest
  let entry: @Sendable (Int) -> Publication.Entry

  init(
    _ name: String, grouping: Digest.Grouping = .none, order: Digest.Order = .newest,
    _ change: @escaping @Sendable (inout Article, Int) -> Void
  ) {
    self.name = name
    var digest = Digest(title: "Digest")
    digest.grouping = grouping
    digest.order = order
    self.digest = digest
    entry = { number in
      var metadata = Metadata()
      metadata.title = "Article \(number)"
      metadata.published = Timestamp(secondsSince1970: 1_600_000_000 + number)
      var article = Article(
        metadata: metadata,
        body: [
          .paragraph(Paragraph([.text("The text of article \(number), which is not long.")]))
        ], footnotes: [])
      change(&article, number)
      return Publication.Entry(article)
    }
  }

  static let all: [DigestConstruct] = [
    DigestConstruct("different articles") { _, _ in },
    DigestConstruct("equal articles") { article, _ in
      article.metadata.title = "Same"
      article.body = [.paragraph(Paragraph([.text("Same")]))]
    },
    DigestConstruct("equal titles") { article, _ in article.metadata.title = "Same" },
    DigestConstruct("equal beginnings") { article, number in
      article.body = [
        .paragraph(
          Paragraph([.text(String(repeating: "The same words. ", count: 10) + "\(number)")]))
      ]
    },
    DigestConstruct("no titles", order: .title) { article, _ in article.metadata.title = nil },
    DigestConstruct("sections", grouping: .category) { article, number in
      article.metadata.categories = ["Section \(number)"]
    },
    DigestConstruct("equal sections", grouping: .category) { article, _ in
      article.metadata.categories = ["Section"]
    },
    DigestConstruct("authors", grouping: .author) { article, number in
      article.metadata.authors = [Person(name: "Ann Author \(number)")]
    },
    DigestConstruct("headings") { article, number in
      article.body += [
        .heading(Heading(level: 2, [.text("Heading")])),
        .heading(Heading(level: 2, [.text("Heading \(number)")])),
      ]
    },
    DigestConstruct("links to each other") { article, number in
      article.metadata.url = "/a/\(number).html"
      article.metadata.canonicalURL = "https://a.example/a/\(number).html"
      article.body.append(
        .paragraph(
          Paragraph([
            .link(Link("/a/\(number + 1).html", [.text("next")])),
            .link(Link("https://a.example/a/0.html#x", [.text("first")])),
          ])))
    },
    DigestConstruct("equal addresses") { article, _ in
      article.metadata.canonicalURL = "https://a.example/"
      article.metadata.url = "/same.html"
    },
    DigestConstruct("notes") { article, _ in
      article.body.append(.paragraph(Paragraph([.text("a"), .footnote("1")])))
      article.footnotes = [Footnote(label: "1", content: [.paragraph(Paragraph([.text("n")]))])]
    },
    DigestConstruct("pictures") { article, number in
      article.body.append(
        .paragraph(Paragraph([.image(Image("p\(number % 7).png", alternative: "a"))])))
    },
    DigestConstruct("languages", grouping: .language) { article, number in
      article.metadata.language = ["en", "de", "ja", "ar"][number % 4]
    },
  ]
}
