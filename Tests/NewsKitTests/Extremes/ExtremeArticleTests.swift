import NewsKit
import NewsTestSupport
import Testing

/// Every writer and every option holds out against numbers that no article should have; the tables are
/// made from the registry, so that a new format is tried too.
@Suite struct ExtremeArticleTests {
  /// An article with one number in every place that takes one.
  static func article(_ number: Int) -> Article {
    func text(_ word: String) -> [Block] { [.paragraph(Paragraph([.text(word)]))] }
    var article = Article()
    article.metadata.title = "Numbers"
    for keyPath in [\Metadata.published, \Metadata.modified] {
      var date = Timestamp(iso8601: "2026-03-04T05:06:07+08:00")
      date?.year = number
      date?.month = number
      date?.day = number
      date?.time = Timestamp.Time(
        hour: number, minute: number, second: number, nanosecond: number, offset: number)
      article.metadata[keyPath: keyPath] = date
    }
    article.metadata.extra["number"] = .integer(number)
    article.metadata.extra["fraction"] = .number(Double(number) * 1e290)
    var item = List.Item(text("own"), number: number)
    item.task = true
    let list = List(
      .ordered(start: number, style: .lowerAlpha),
      items: [List.Item(text("one")), item, List.Item(text("three"))])
    var cell = Table.Cell(text("wide"), columnSpan: number, rowSpan: number)
    cell.isHeader = true
    let row = Table.Row([cell, Table.Cell(text("next")), cell])
    article.body = [
      .heading(Heading(level: number, [.text("Heading")])), .list(list),
      .list(List(.ordered(start: number), items: [List.Item(text("a")), List.Item(text("b"))])),
      .list(List(.ordered(start: number, style: .upperRoman), items: [item, item])),
      .table(Table(head: [row], bodies: [[row, row], [row]], foot: [row])),
      .paragraph(Paragraph([.image(Image("a.png", width: number, height: number))])),
    ]
    return article
  }

  @Test(arguments: FormatRegistry.standard.writers.map(\.format.name), ExtremeNumbers.integers)
  func writer(name: String, number: Int) throws {
    let writer = try FormatRegistry.standard.writer(named: name)
      .make(FormatOptions(), WriterEnvironment(sourceDateEpoch: number, jobs: number))
    let article = Self.article(number)
    for count in [1, 20] {
      let publication = Publication(
        title: "All",
        sections: [
          Publication.Section(
            title: "S", entries: (0..<count).map { _ in Publication.Entry(article) })
        ])
      var sink = ByteBuffer()
      var diagnostics = Diagnostics()
      do throws(ConversionError) {
        try writer.write(publication, to: &sink, diagnostics: &diagnostics)
        #expect(sink.bytes.count < 4 << 20)
      } catch {
        #expect(!error.message.isEmpty)
      }
    }
  }

  /// What JSON says comes back or is refused.
  @Test(arguments: ExtremeNumbers.texts + ExtremeNumbers.integers.map { String($0) })
  func json(number: String) throws {
    for text in [
      #"{"schema":"newskit-article/1","title":"x","body":[{"type":"list","start":N,"items":[[]]}]}"#,
      #"{"schema":"newskit-article/1","title":"x","published":N,"body":[]}"#,
      #"{"schema":"newskit-article/1","title":"x","extra":{"n":N},"body":[]}"#,
      #"{"schema":"newskit-article/1","title":"x","extra":{"n":[Ne9,-N,N.N]},"body":[]}"#,
      #"{"schema":"newskit-article/1","body":[{"type":"heading","level":N,"content":["x"]}]}"#,
      #"{"schema":"newskit-article/1","body":[{"type":"table","bodies":[[[{"columnSpan":N,"rowSpan":N,"content":[]}]]]}]}"#,
    ] {
      let source = Source(bytes: Array(text.replacing("N", with: number).utf8), path: "a.json")
      for target in ["json", "plain", "markdown", "html"] {
        let converter = try Converter(from: "json", to: target)
        do throws(ConversionError) {
          #expect(try converter.convert(source).result.count < 1 << 20)
        } catch {
          #expect(!error.message.isEmpty)
        }
      }
    }
  }

  /// Options take what makes sense and refuse the rest with their name.
  @Test func options() {
    for text in ExtremeNumbers.texts + ExtremeNumbers.integers.map({ String($0) }) {
      for writer in FormatRegistry.standard.writers {
        for option in writer.options {
          var options = FormatOptions()
          options.set(option.name, text)
          do throws(ConversionError) {
            let made = try writer.make(options, WriterEnvironment())
            var sink = ByteBuffer()
            var diagnostics = Diagnostics()
            try made.write(
              Publication(sections: [
                Publication.Section(entries: [Publication.Entry(Self.article(3))])
              ]), to: &sink, diagnostics: &diagnostics)
            #expect(sink.bytes.count < 1 << 22)
          } catch {
            #expect(error.code != .software, "--\(option.name) \(text): \(error)")
          }
        }
      }
      for reader in FormatRegistry.standard.readers {
        for option in reader.options {
          var options = FormatOptions()
          options.set(option.name, text)
          do throws(ConversionError) { _ = try reader.make(options) } catch {
            #expect(error.message.contains(option.name))
          }
        }
      }
    }
  }

  /// Posts whose front matter, attributes, lists and tables hold such numbers.
  @Test(arguments: ExtremeNumbers.texts + ExtremeNumbers.integers.map { String($0) })
  func post(number: String) throws {
    let text = """
      ---
      title: N
      date: N
      weight: N
      numbers: [N, -N, 0xN, "N", N.N, N:59:59]
      ---
      {::options header_offset="N" footnote_nr="N" toc_levels="1..N" /}

      * toc
      {:toc}

      # Heading[^1]

      N. one
      2. two

      <ol start="N" type="i"><li value="N">a</li><li>b</li></ol>
      <table><tr><td colspan="N" rowspan="N">a</td><th colspan="-N">b</th></tr></table>
      <img src="a.png" width="N" height="Npx" srcset="b.png Nw, c.png Nx">
      <p style="font-size: Npx; text-indent: -Nem; opacity: N">&#N;&#xN; text</p>

      [^1]: Note {{ N | plus: N }}.
      """
    let source = Source(
      bytes: Array(text.replacing("N", with: number).utf8), path: "2021-03-04-a.md")
    for target in FormatRegistry.standard.writers.map(\.format.name) {
      let converter = try Converter(from: "jekyll", to: target)
      #expect(try converter.convert(source).result.count < 4 << 20)
    }
  }
}
