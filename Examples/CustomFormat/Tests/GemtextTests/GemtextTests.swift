import Gemtext
import NewsKitTesting
import NewsModel
import Testing

@Suite struct GemtextTests {
  static let page = """
    # A ferry at night

    The last boat leaves at ten past eleven.
    => gemini://ferry.example/timetable The timetable
    ## What to bring
    * a lamp
    * a coat
    > Nobody has ever missed it twice.
    ```
    23:10  east bank
    ```
    """

  @Test func readerConforms() async {
    let sample = Source(bytes: Array(Self.page.utf8), path: "ferry.gmi")
    let report = await ReaderConformance(Gemtext.reader, samples: [sample]).run()
    #expect(report.problems == [])
    print("the reader conforms: \(report.checks) checks")
  }

  @Test func writerConforms() async {
    let report = await WriterConformance(Gemtext.writer).run()
    #expect(report.problems == [])
    print("the writer conforms: \(report.checks) checks")
  }

  @Test func readsBackWhatItWrites() throws {
    var diagnostics = Diagnostics()
    let source = Source(bytes: Array(Self.page.utf8))
    let reader = try Gemtext.reader.make(FormatOptions())
    let articles = try reader.readArticles(source, limits: .standard, diagnostics: &diagnostics)
    let writer = try Gemtext.writer.make(FormatOptions(), WriterEnvironment())
    let bytes = try writer.write(Publication(articles[0]), diagnostics: &diagnostics)
    let again = try reader.readArticles(
      Source(bytes: bytes), limits: .standard, diagnostics: &diagnostics)
    #expect(again == articles)
    #expect(diagnostics.all == [])
  }
}
