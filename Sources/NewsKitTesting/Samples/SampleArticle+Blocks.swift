public import NewsModel

extension SampleArticle {
  /// One block of every kind, with a name for each.
  public static let blocks: [(name: String, block: Block)] = [
    ("paragraph", paragraph("Plainparagraph")),
    (
      "paragraph with attributes",
      .paragraph(
        Paragraph(
          [.text("Markedparagraph")],
          attributes: Attributes(id: "marked", classes: ["lead"], language: "fr")))
    ),
    ("heading", .heading(Heading(level: 2, [.text("Secondheading")]))),
    (
      "heading with an anchor",
      .heading(Heading(level: 6, [.text("Sixthheading")], attributes: Attributes(id: "sixth")))
    ),
    ("tight list", .list(List(items: ["Tightone", "Tighttwo"].map { item($0) }))),
    (
      "loose list",
      .list(
        List(
          isTight: false,
          items: [List.Item([paragraph("Looseone"), paragraph("Loosemore")]), item("Loosetwo")]))
    ),
    (
      "numbered list",
      .list(
        List(
          .ordered(start: 3, style: .lowerRoman),
          items: [item("Numberthree"), List.Item([paragraph("Numbernine")], number: 9)]))
    ),
    (
      "nested list",
      .list(
        List(items: [
          List.Item([
            paragraph("Outeritem"), .list(List(.ordered(), items: [item("Inneritem")])),
          ])
        ]))
    ),
    (
      "task list",
      .list(
        List(items: [
          List.Item([paragraph("Taskdone")], task: true),
          List.Item([paragraph("Taskopen")], task: false),
        ]))
    ),
    ("empty item", .list(List(items: [List.Item([]), item("Afterempty")]))),
    (
      "definition list",
      .definitionList(
        DefinitionList(items: [
          .term([.text("Definedterm")]), .term([.text("Otherterm")]),
          .definition([paragraph("Definitiontext"), paragraph("Definitionmore")]),
        ]))
    ),
    (
      "quote",
      .quote(
        Quote(
          [paragraph("Quotedtext"), .quote(Quote([paragraph("Quotedtwice")]))],
          source: "https://quoted.example/"))
    ),
    (
      "code",
      .code(CodeBlock("let codetext = \"```\"\n\n\tif 1 < 2 && true {}", language: "swift"))
    ),
    ("code without a language", .code(CodeBlock("  indented\n~~~\nunfenced"))),
    ("table", .table(simpleTable)),
    ("table with spans", .table(spanningTable)),
    (
      "figure",
      .figure(
        Figure(
          [
            .paragraph(
              Paragraph([.image(Image("missing/figure.png", alternative: "Figurepicture"))]))
          ],
          caption: [paragraph("Figurecaption")]))
    ),
    (
      "figure of code",
      .figure(Figure([.code(CodeBlock("figurecode"))], caption: [paragraph("Codecaption")]))
    ),
    ("thematic break", .thematicBreak),
    ("math", .math(#"\sum_{n=1}^{\infty} \frac{1}{n^2} < 2"#)),
    (
      "media",
      .media(
        Media(
          .video, source: "https://video.example/watch?v=1&t=2", title: "Videotitle",
          poster: "missing/poster.jpg", fallback: [paragraph("Videofallback")]))
    ),
    (
      "details",
      .details(
        Details(
          summary: [.text("Detailsummary")], content: [paragraph("Detailtext")], isOpen: true))
    ),
    (
      "division",
      .division(
        Division(
          [paragraph("Divisiontext")],
          attributes: Attributes(classes: ["note"], language: "de", direction: .leftToRight)))
    ),
  ]

  /// The notes that ``inlines`` refers to.
  public static let footnotes = [
    Footnote(label: "note", content: [paragraph("Footnotetext"), paragraph("Footnotemore")])
  ]

  static func paragraph(_ text: String) -> Block { .paragraph(Paragraph([.text(text)])) }

  private static func item(_ text: String) -> List.Item { List.Item([paragraph(text)]) }

  private static func cell(_ text: String, isHeader: Bool = false) -> Table.Cell {
    Table.Cell([paragraph(text)], isHeader: isHeader)
  }

  private static let simpleTable: Table = {
    var right = cell("Righthead", isHeader: true)
    right.alignment = .right
    var number = cell("12")
    number.alignment = .right
    return Table(
      head: [Table.Row([cell("Lefthead", isHeader: true), right])],
      bodies: [[Table.Row([cell("Left|cell"), number])]])
  }()

  private static let spanningTable: Table = {
    var wide = cell("Widehead", isHeader: true)
    wide.columnSpan = 2
    var tall = cell("Tallcell", isHeader: true)
    tall.rowSpan = 2
    return Table(
      caption: [paragraph("Tablecaption")], head: [Table.Row([wide])],
      bodies: [
        [Table.Row([tall, cell("Uppercell")]), Table.Row([cell("Lowercell")])],
        [
          Table.Row([cell("Secondbody"), Table.Cell([paragraph("Cellone"), paragraph("Celltwo")])])
        ],
      ],
      foot: [Table.Row([cell("Footleft"), Table.Cell([])])])
  }()
}
