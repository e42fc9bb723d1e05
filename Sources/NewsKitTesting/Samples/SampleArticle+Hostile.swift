public import NewsModel

extension SampleArticle {
  /// Text that means something to the formats it may be written in: markup, control characters,
  /// addresses that run code, anchors that are no names.
  public static let hostile: Article = {
    var metadata = Metadata()
    metadata.title = "<script>alert(1)</script> & \"quoted\" ]]> --> {{ liquid }}"
    metadata.authors = [Person(name: "A <b>& C", url: "javascript:alert(1)")]
    metadata.language = "not a language"
    metadata.canonicalURL = "http://[broken"
    metadata.tags = ["a,b", "- c", "#d", "e: f", "'", "yes", "2026-03-04", "null", ""]
    metadata.summary = "Control \u{0}\u{8}\u{B}\u{1F}\u{7F}\u{FFFE} characters"
    metadata.extra = ["title": .string("again"), "a: b": .string("---"), "": .list([])]
    return Article(
      metadata: metadata,
      body: [
        paragraph("# not a heading"), paragraph("- not an item"), paragraph("1. not a number"),
        paragraph("---"), paragraph("***"), paragraph("> not a quote"), paragraph("    not code"),
        paragraph("```"), paragraph("| not | a table |"), paragraph("[not]: https://a.link/"),
        paragraph("*a* _b_ **c** `d` ~~e~~ [f](g) ![h](i) <j> &amp; \\k \\"),
        paragraph("<!-- not a comment --> <?php ?> ]]> {% raw %} {{ page }} {:.class}"),
        paragraph("\u{0}\u{1}\u{8}\u{1B}[31m\u{7F}\u{85}\u{2028}\u{FEFF}\u{FFFE}\u{FFFF}"),
        paragraph("\u{202E}overridden\u{202C} \u{200B}\u{AD}e\u{301}\u{302}\u{303}"),
        .paragraph(
          Paragraph([
            .link(Link("javascript:alert(1)", [.text("script")])),
            .link(Link("https://a.example/ b\"<>\\^`{|}\n", [.text("address")], title: "\"\n")),
            .link(Link("", [])), .link(Link("#no-such-anchor", [.text("anchor")])),
            .image(Image("data:text/html,<script>", alternative: "<img onerror=x>")),
            .image(Image("../../../etc/passwd", alternative: "passwd")),
            .code(""), .code("`"), .code(" ` "), .math("</math>$"), .strong([]), .lineBreak,
            .ruby(Ruby([])), .footnote("no such note"),
          ])),
        .heading(
          Heading(level: 1, [], attributes: Attributes(id: "1 bad id\"<", classes: ["a b", "\""]))),
        .heading(Heading(level: 1, [.text("same anchor")], attributes: Attributes(id: "same"))),
        .heading(Heading(level: 1, [.text("same anchor")], attributes: Attributes(id: "same"))),
        .list(List(items: [])), .list(List(.ordered(start: -5), items: [List.Item([])])),
        .table(Table()), .table(Table(bodies: [[Table.Row([])]])), .quote(Quote([])),
        .table(Table(bodies: [[Table.Row([Table.Cell([], columnSpan: 9999, rowSpan: 9999)])]])),
        .figure(Figure([])), .code(CodeBlock("", language: "a b\"<")), .math("]]>"),
        .media(Media(.embed, source: "javascript:alert(1)")),
        .definitionList(DefinitionList(items: [])),
        .definitionList(DefinitionList(items: [.definition([paragraph("without a term")])])),
        .details(Details(summary: [], content: [])), .division(Division([], attributes: .none)),
      ],
      footnotes: [Footnote(label: "a] b\"<", content: []), Footnote(label: "unused", content: [])])
  }()

  /// Blocks within blocks and inlines within inlines, as deep as the limits let a reader go.
  public static let deep: Article = {
    var inline = Inline.text("innermost")
    var block = Block.paragraph(Paragraph([.text("deepest")]))
    for level in 0..<Limits.standard.depth {
      inline = level.isMultiple(of: 2) ? .emphasis([inline]) : .strong([inline])
      block =
        level.isMultiple(of: 2)
        ? .quote(Quote([block])) : .list(List(items: [List.Item([block])]))
    }
    return Article(body: [.paragraph(Paragraph([inline])), block])
  }()
}
