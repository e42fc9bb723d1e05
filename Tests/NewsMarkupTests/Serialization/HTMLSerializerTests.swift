import NewsModel
import Testing
@testable import NewsMarkup

@Suite struct HTMLSerializerTests {
  private static func html(of blocks: [Block], footnotes: [Footnote] = []) -> [UInt8] {
    var serializer = HTMLSerializer(references: PageReferences(), footnotes: footnotes)
    serializer.blocks(blocks)
    serializer.footnotes(footnotes)
    return serializer.out.bytes
  }

  static let cases: [(name: String, blocks: [Block], html: String)] = [
    (
      "text is escaped", [.paragraph(Paragraph([.text("a < b & c > \"d\"\u{1}\u{85}\u{FFFE}")]))],
      "<p>a &lt; b &amp; c &gt; \"d\"</p>\n"
    ),
    (
      "inline elements",
      [
        .paragraph(
          Paragraph([
            .emphasis([.text("a")]), .strong([.text("b")]), .strikethrough([.text("c")]),
            .subscript([.text("d")]), .superscript([.text("e")]), .code("f<"), .lineBreak,
            .span(Span(.abbreviation("World"), [.text("W")])), .span(Span(nil, [.text("x")])),
            .math("x^2"),
          ]))
      ],
      "<p><em>a</em><strong>b</strong><del>c</del><sub>d</sub><sup>e</sup><code>f&lt;</code><br>\n"
        + "<abbr title=\"World\">W</abbr>x<span class=\"math\">\\(x^2\\)</span></p>\n"
    ),
    (
      "links do not nest",
      [
        .paragraph(
          Paragraph([
            .link(Link("/a?b&c", [.text("x"), .link(Link("/d", [.text("y")]))], title: "\"t\""))
          ]))
      ],
      "<p><a href=\"/a?b&amp;c\" title=\"&quot;t&quot;\">xy</a></p>\n"
    ),
    (
      "attributes, an anchor once",
      [
        .heading(
          Heading(
            level: 2, [.text("A")],
            attributes: Attributes(
              id: "a b", classes: ["x", "y"], language: "zh_CN", direction: .rightToLeft))),
        .heading(Heading(level: 9, [.text("B")], attributes: Attributes(id: "a b"))),
      ],
      "<h2 id=\"a-b\" class=\"x y\" lang=\"zh-CN\" dir=\"rtl\">A</h2>\n<h6>B</h6>\n"
    ),
    (
      "a tight list",
      [
        .list(
          List(items: [
            .init([
              .paragraph(Paragraph([.text("a")])),
              .list(
                List(items: [
                  .init([.paragraph(Paragraph([.text("b")]))])
                ])),
            ]),
            .init([.paragraph(Paragraph([.text("c")]))], task: true),
          ]))
      ],
      """
      <ul class="task-list">
      <li>a
      <ul>
      <li>b</li>
      </ul>
      </li>
      <li class="task-list-item"><input type="checkbox" class="task-list-item-checkbox" disabled \
      checked> c</li>
      </ul>

      """
    ),
    (
      "a loose list with numbers",
      [
        .list(
          List(
            .ordered(start: 3, style: .lowerRoman), isTight: false,
            items: [
              .init([.paragraph(Paragraph([.text("a")]))], number: 7)
            ]))
      ],
      "<ol start=\"3\" type=\"i\">\n<li value=\"7\">\n<p>a</p>\n</li>\n</ol>\n"
    ),
    (
      "code", [.code(CodeBlock("if a < b {\n\n}", language: "swift"))],
      "<pre><code class=\"language-swift\">if a &lt; b {\n\n}\n</code></pre>\n"
    ),
    (
      "a table",
      [
        .table(
          Table(
            caption: [.paragraph(Paragraph([.text("C")]))],
            head: [
              .init([.init([.paragraph(Paragraph([.text("h")]))], isHeader: true, columnSpan: 2)])
            ],
            bodies: [
              [
                .init([
                  .init([.paragraph(Paragraph([.text("d")]))], alignment: .right), .init([]),
                ])
              ]
            ]))
      ],
      """
      <table>
      <caption>C</caption>
      <thead>
      <tr>
      <th colspan="2">h</th>
      </tr>
      </thead>
      <tbody>
      <tr>
      <td style="text-align: right">d</td>
      <td></td>
      </tr>
      </tbody>
      </table>

      """
    ),
    (
      "figure, ruby, media",
      [
        .figure(
          Figure(
            [.paragraph(Paragraph([.image(Image("a.png", alternative: "A", width: 3))]))],
            caption: [
              .paragraph(
                Paragraph([
                  .ruby(
                    Ruby([
                      .init(base: [.text("漢")], reading: [.text("かん")])
                    ]))
                ]))
            ])),
        .media(Media(.embed, source: "https://a.b/c", title: "T")),
        .media(Media(.video, source: "v.mp4")),
      ],
      """
      <figure>
      <img src="a.png" alt="A" width="3">
      <figcaption><ruby>漢<rt>かん</rt></ruby></figcaption>
      </figure>
      <iframe src="https://a.b/c" title="T"></iframe>
      <p><video src="v.mp4" controls></video></p>

      """
    ),
  ]

  @Test(arguments: cases.indices) func fragment(_ index: Int) {
    let (name, blocks, html) = Self.cases[index]
    #expect(
      String(decoding: Self.html(of: blocks), as: UTF8.self) == html, "\(name)")
  }

  @Test func footnotes() {
    let blocks: [Block] = [
      .paragraph(Paragraph([.text("a"), .footnote("x"), .footnote("b c"), .footnote("x")])),
      .paragraph(Paragraph([.footnote("none")])),
    ]
    let notes = [
      Footnote(label: "x", content: [.paragraph(Paragraph([.text("X")]))]),
      Footnote(label: "b c", content: [.thematicBreak]),
    ]
    let html = String(decoding: Self.html(of: blocks, footnotes: notes), as: UTF8.self)
    #expect(
      html == """
        <p>a<sup id="fnref-x"><a href="#fn-x" class="footnote" role="doc-noteref">1</a></sup>\
        <sup id="fnref-2."><a href="#fn-2." class="footnote" role="doc-noteref">2</a></sup>\
        <sup id="fnref-x.2"><a href="#fn-x" class="footnote" role="doc-noteref">1</a></sup></p>
        <p>[^none]</p>
        <section class="footnotes" role="doc-endnotes">
        <ol>
        <li id="fn-x">
        <p>X\u{A0}<a href="#fnref-x" class="reversefootnote" role="doc-backlink">↩\u{FE0E}</a></p>
        </li>
        <li id="fn-2.">
        <hr>
        <p>\u{A0}<a href="#fnref-2." class="reversefootnote" role="doc-backlink">↩\u{FE0E}</a></p>
        </li>
        </ol>
        </section>

        """)
  }

  @Test func depthIsBounded() {
    var block = Block.paragraph(Paragraph([.text("deep")]))
    for _ in 0..<1000 { block = .quote(Quote([block])) }
    let html = String(decoding: Self.html(of: [block]), as: UTF8.self)
    #expect(html.contains("deep"))
    #expect(html.utf8.count < 20_000)
  }
}
