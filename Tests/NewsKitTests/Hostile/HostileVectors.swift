import NewsKit
import NewsTestSupport

/// Articles that want a script to run, each vector with a number that its script tells.
struct HostileVectors {
  /// Articles of a place, with the vectors in them.
  struct Group {
    var name: String
    var articles: [Article]
  }

  private(set) var groups: [Group] = []
  /// How many there are so far.
  private(set) var count = 0

  /// Every place of an article with every spelling that may do harm there.
  init() {
    for (name, make) in Self.addressPlaces { add("address-" + name, addresses, make) }
    for (name, make) in Self.textPlaces { add("text-" + name, markup, make) }
    addPieces()
  }

  private mutating func add(
    _ name: String, _ spellings: [(Int) -> String], _ make: (String) -> Article
  ) {
    var articles: [Article] = []
    var spellings = spellings[...]
    // What stands in metadata needs an article each, so a fifth of them.
    if make(spellings[0](0)).metadata != Metadata() {
      spellings =
        stride(from: groups.count % 5, to: spellings.count, by: 5).map { spellings[$0] }[...]
    }
    for spelling in spellings {
      count += 1
      articles.append(make(spelling(count)))
    }
    // Articles of blocks alone share one; what stands in metadata needs an article each.
    if articles.allSatisfy({ $0.metadata == Metadata() && $0.footnotes.isEmpty }) {
      articles = [Article(body: articles.flatMap(\.body))]
    }
    groups.append(Group(name: name, articles: articles))
  }

  // MARK: Spellings

  private var addresses: [(Int) -> String] {
    // A third of them in each place, so that all are tried in some.
    let all = ["javascript", "vbscript"].flatMap { scheme in
      HostileSpellings.addresses(scheme, "%")
    }
    let some = stride(from: groups.count % 9, to: all.count, by: 9).map { all[$0] }
    let data = [
      "data:text/html,<script>%</script>", "data:image/svg+xml,<svg onload=\"%\"/>",
      "DATA:text/html;image/png,<script>%</script>", "data:,%",
      "\u{7F}data:text/html,<script>%</script>",
      "https://a.example/\"onerror=\"%", "x' onerror='%", "x) onerror=%", "x\"><script>%</script>",
      "x> <script>%</script>", "<javascript:%>", "//a.example/](javascript:%)", "x \"onerror=%\"",
    ]
    return (some + data).map(Self.numbered)
  }

  private var markup: [(Int) -> String] { HostileSpellings.markup.map(Self.numbered) }

  private static func numbered(_ text: String) -> (Int) -> String {
    { number in text.replacing("%", with: Browser.marker(number)) }
  }

  // MARK: Places

  private static func line(_ inlines: Inline...) -> Block { .paragraph(Paragraph(inlines)) }

  /// Text in brackets that a definition would make a link.
  private static let see = line(.text("See [x] and [z]."))

  private static func body(_ blocks: Block...) -> Article { Article(body: blocks) }

  private static func metadata(_ change: (inout Metadata) -> Void) -> Article {
    var metadata = Metadata()
    metadata.title = "Title"
    change(&metadata)
    return Article(metadata: metadata, body: [line(.text("Text."))])
  }

  private static let addressPlaces: [(String, @Sendable (String) -> Article)] = [
    ("link", { body(line(.link(Link($0, [.text("link")])))) }),
    ("autolink", { body(line(.link(Link($0, [.text($0)])))) }),
    (
      "link-attributes",
      { body(line(.link(Link($0, [.text("a")], attributes: Attributes(classes: ["c"]))))) }
    ),
    ("link-title", { body(line(.link(Link($0, [.text("a")], title: $0)))) }),
    ("link-heading", { body(.heading(Heading(level: 2, [.link(Link($0, [.text("a")]))]))) }),
    (
      "link-table",
      {
        let cell = Table.Cell([line(.link(Link($0, [.text("a")])))])
        return body(.table(Table(head: [Table.Row([cell])], bodies: [[Table.Row([cell])]])))
      }
    ),
    ("link-list", { body(.list(List(items: [List.Item([line(.link(Link($0, [.text("a")])))])]))) }),
    ("picture", { body(line(.image(Image($0, alternative: "a")))) }),
    ("picture-title", { body(line(.image(Image($0, alternative: $0, title: $0)))) }),
    ("picture-size", { body(line(.image(Image($0, alternative: "a", width: 9)))) }),
    (
      "figure",
      {
        body(
          .figure(
            Figure([line(.image(Image($0)))], caption: [line(.link(Link($0, [.text("a")])))])))
      }
    ),
    ("video", { body(.media(Media(.video, source: $0, title: "a", poster: $0))) }),
    ("poster", { body(.media(Media(.video, source: "a.mp4", poster: $0))) }),
    ("audio", { body(.media(Media(.audio, source: $0))) }),
    ("frame", { body(.media(Media(.embed, source: $0, title: $0))) }),
    ("quotation", { body(.quote(Quote([line(.text("a"))], source: $0))) }),
    (
      "details",
      { body(.details(Details(summary: [.link(Link($0, [.text("a")]))], content: []))) }
    ),
    ("canonical", { url in metadata { $0.canonicalURL = url } }),
    ("permalink", { url in metadata { $0.url = url } }),
    ("author", { url in metadata { $0.authors = [Person(name: "A", url: url)] } }),
    ("source", { url in metadata { $0.source = Organization(name: "S", url: url) } }),
    ("publisher", { url in metadata { $0.publisher = Organization(name: "S", url: url) } }),
    ("lead", { url in metadata { $0.leadImage = LeadImage(source: url, alternative: url) } }),
    ("extra", { url in metadata { $0.extra = ["link": .string(url)] } }),
    (
      "footnote",
      {
        Article(
          body: [line(.text("a"), .footnote("1"))],
          footnotes: [Footnote(label: "1", content: [line(.link(Link($0, [.text("a")])))])])
      }
    ),
  ]

  private static let textPlaces: [(String, @Sendable (String) -> Article)] = [
    ("text", { body(line(.text($0))) }),
    ("emphasis", { body(line(.emphasis([.text($0)]), .strong([.text($0)]), .text($0))) }),
    ("link", { body(line(.link(Link("a", [.text($0)], title: $0)))) }),
    ("code", { body(line(.code($0))) }),
    ("code-block", { body(.code(CodeBlock($0, language: $0))) }),
    ("code-quoted", { body(.quote(Quote([.code(CodeBlock($0))]))) }),
    ("code-listed", { body(.list(List(items: [List.Item([.code(CodeBlock($0))])]))) }),
    ("formula", { body(line(.text("a"), .math($0), .text("b"))) }),
    ("formula-block", { body(.math($0)) }),
    ("formula-quoted", { body(.quote(Quote([.math($0)]))) }),
    // Text that stands for something else, and lines whose beginning is not their first byte.
    ("formula-alone", { body(line(.text("z "), .math($0)), see) }),
    (
      "refused-picture",
      { body(line(.text("z "), .image(Image("javascript:x", alternative: $0))), see) }
    ),
    ("missing-note", { body(line(.text("[z"), .footnote($0), .text("(javascript:x)")), see) }),
    (
      "deep",
      { text in
        let deep = (0..<201).reduce(Inline.text(text)) { inner, _ in .superscript([inner]) }
        return body(line(.text("z "), deep), see)
      }
    ),
    (
      "blank-first",
      { body(line(.image(Image("javascript:x", alternative: "")), .text(" " + $0)), see) }
    ),
    (
      "caption",
      {
        body(
          .figure(
            Figure([line(.image(Image("a.png", alternative: $0)))], caption: [line(.text($0))])))
      }
    ),
    (
      "link-title-then-quote",
      { body(line(.link(Link("a", [.text("a")], title: $0 + "\\")), .text(" \"q\""))) }
    ),
    ("picture-blanks", { body(line(.image(Image("a", alternative: "x        y", title: $0)))) }),
    (
      "summary-quoted",
      {
        let summary: [Inline] = [.text("a"), .lineBreak, .text($0)]
        return body(.quote(Quote([.details(Details(summary: summary, content: []))])))
      }
    ),
    (
      "code-behind-html",
      {
        let inner = Block.list(List(items: []))
        return body(.list(List(items: [List.Item([inner, .code(CodeBlock($0))])])))
      }
    ),
    ("heading", { body(.heading(Heading(level: 3, [.text($0)]))) }),
    ("heading-end", { body(.heading(Heading(level: 3, [.text("a {x=\"" + $0 + "\"}")]))) }),
    ("quotation", { body(.quote(Quote([line(.text($0))]))) }),
    ("list", { body(.list(List(items: [List.Item([line(.text($0))])]))) }),
    (
      "definition",
      {
        body(
          .definitionList(
            DefinitionList(items: [.term([.text($0)]), .definition([line(.text($0))])])))
      }
    ),
    (
      "table",
      {
        let cell = Table.Cell([line(.text($0), .code($0))])
        return body(.table(Table(head: [Table.Row([cell])], bodies: [[Table.Row([cell])]])))
      }
    ),
    (
      "table-caption",
      { body(.table(Table(caption: [line(.text($0))], bodies: [[Table.Row([Table.Cell([])])]]))) }
    ),
    ("picture", { body(line(.image(Image("a.png", alternative: $0, title: $0)))) }),
    (
      "video",
      { body(.media(Media(.video, source: "a.mp4", title: $0, fallback: [line(.text($0))]))) }
    ),
    ("details", { body(.details(Details(summary: [.text($0)], content: [line(.text($0))]))) }),
    ("ruby", { body(line(.ruby(Ruby([Ruby.Pair(base: [.text($0)], reading: [.text($0)])])))) }),
    (
      "elements",
      {
        let text = Inline.text($0)
        let kinds: [Span.Kind] = [
          .mark, .insertion, .small, .keyboard, .sample, .variable, .citation, .definition,
          .quotation,
        ]
        return body(
          .paragraph(Paragraph(kinds.map { .span(Span($0, [text, .emphasis([text])])) })))
      }
    ),
    ("abbreviation", { body(line(.span(Span(.abbreviation($0), [.text($0)])))) }),
    ("time", { body(line(.span(Span(.time($0), [.text($0)])))) }),
    (
      "span",
      {
        body(
          line(
            .span(
              Span(nil, [.text($0)], attributes: Attributes(id: $0, classes: [$0], language: $0)))))
      }
    ),
    (
      "paragraph-attributes",
      {
        body(
          .paragraph(
            Paragraph([.text($0)], attributes: Attributes(id: $0, classes: [$0], language: $0))))
      }
    ),
    (
      "division",
      { body(.division(Division([line(.text($0))], attributes: Attributes(classes: [$0])))) }
    ),
    (
      "footnote",
      {
        Article(
          body: [line(.text("a"), .footnote($0))],
          footnotes: [Footnote(label: $0, content: [line(.text($0))])])
      }
    ),
    ("headline", { text in metadata { $0.title = text } }),
    ("deck", { text in metadata { $0.alternativeTitle = text } }),
    ("author", { text in metadata { $0.authors = [Person(name: text)] } }),
    ("byline", { text in metadata { $0.byline = text } }),
    ("summary", { text in metadata { $0.summary = text } }),
    (
      "tags",
      { text in
        metadata {
          $0.tags = [text]; $0.categories = [text]; $0.section = text
        }
      }
    ),
    ("language", { text in metadata { $0.language = text } }),
    (
      "source",
      { text in metadata { $0.source = Organization(name: text, url: "https://a.example/") } }
    ),
    (
      "rights",
      { text in
        metadata {
          $0.rights = text; $0.editor = text; $0.dateline = text
        }
      }
    ),
    (
      "slug",
      { text in
        metadata {
          $0.slug = text; $0.url = text
        }
      }
    ),
    ("extra", { text in metadata { $0.extra = [text: .string(text), "title": .string(text)] } }),
  ]

  // MARK: Text in pieces

  /// What is harmless in each of two neighbours and is not when they are read as one.
  private mutating func addPieces() {
    let texts = [
      "[x](javascript:%)", "![x](javascript:%)", "[x]: javascript:%", "{: onclick=\"%\"}",
      "<script>%</script>", "<a href=javascript:%>x</a>", "$$x$$ <script>%</script>",
      "&lt;script>%", "{::nomarkdown}<script>%</script>{:/}", "`x` <script>%</script>",
      "<javascript:%>", "\\<script>%</script>", "*x*{: onclick=\"%\"}",
    ]
    let joints: [([Inline], [Inline]) -> [Inline]] = [
      { $0 + $1 }, { [.span(Span(nil, $0))] + $1 }, { $0 + [.span(Span(nil, $1))] },
      { [.emphasis($0)] + $1 }, { $0 + [.code("x")] + $1 }, { $0 + [.math("x")] + $1 },
      { $0 + [.strong([])] + $1 }, { $0 + [.lineBreak] + $1 }, { $0 + [.footnote("no")] + $1 },
      { [.link(Link("javascript:x", $0))] + $1 }, { [.link(Link("a", $0))] + $1 },
      { $0 + [.image(Image("javascript:x", alternative: ""))] + $1 },
    ]
    var blocks: [Block] = []
    for text in texts {
      for joint in joints {
        for split in 1..<min(text.count, 12) {
          count += 1
          let text = text.replacing("%", with: Browser.marker(count))
          let place = text.index(text.startIndex, offsetBy: split)
          blocks.append(
            .paragraph(
              Paragraph(joint([.text(String(text[..<place]))], [.text(String(text[place...]))]))))
        }
      }
    }
    groups.append(Group(name: "pieces", articles: [Article(body: blocks)]))
  }
}
