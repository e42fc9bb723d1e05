import NewsModel
import NewsTestSupport
import Testing

@testable import NewsPages

/// Pages of several whole articles, and pages that only look like them.
struct SeveralArticlesTests {
  private static let bridge = paragraphs(
    "The bridge over the river was opened on Monday, after eight years of work, by the mayor.")
  private static let maps = paragraphs(
    "The library of the town has moved its maps, all nine thousand of them, into the new house.")
  private static let mill = paragraphs(
    "The mill at the lower weir grinds again, for visitors, on Sundays, and when the river is high."
  )

  private static func paragraphs(_ text: String) -> String {
    (1...16).map { "<p>\(text) That is what note \($0) of our diary says, and it is true.</p>" }
      .joined()
  }

  private static func post(
    _ title: String, _ date: String, _ body: String, isLinked: Bool = true
  ) -> String {
    let heading = isLinked ? "<a href='/\(title.count)'>\(title)</a>" : title
    return """
      <div class="post post-\(title.count)"><h2>\(heading)</h2><p class=meta>\(date)</p>\
      <div class=entry>\(body)</div></div>
      """
  }

  private static let blog = """
    <title>Notes from the river</title><body><h1><a href=/>Notes from the river</a></h1><main>\
    \(post("The bridge is open", "March 9, 2024", bridge))\
    \(post("Maps on the move", "February 2, 2024", maps))\
    \(post("A mill for visitors", "January 3, 2024", mill))</main>
    """

  /// Posts in rows of a table, as old blogs have them: the date below is the link.
  private static let table: String = {
    func row(_ title: String, _ date: String, _ body: String) -> String {
      """
      <tr><td><table><tr><td class=post-title>\(title)</td></tr><tr><td>\(body)</td></tr>\
      <tr><td>Ada <a href=/x\(title.count)>\(date)</a> (7)</td></tr></table></td></tr>
      """
    }
    return """
      <title>Ada's diary</title><body><table>\(row("The bridge is open", "2005-06-14 03:25:55", bridge))\
      \(row("Maps on the move", "2005-06-13 15:00:14", maps))</table>
      """
  }()

  private static func read(_ html: String) throws -> (
    text: String, title: String?, warnings: [String]
  ) {
    var diagnostics = Diagnostics()
    let article = try HTMLReader().readArticles(
      Source(bytes: Array(html.utf8)), diagnostics: &diagnostics)[0]
    return (
      BlockDump.dump(article.body), article.metadata.title,
      diagnostics.all.filter { $0.code == .extractionDoubtful }.map(\.message)
    )
  }

  @Test(arguments: [blog, table])
  func aBlogGivesItsNewestPost(html: String) throws {
    let page = try Self.read(html)
    #expect(page.text.contains("The bridge over") && page.text.contains("note 16"))
    #expect(!page.text.contains("The library") && !page.text.contains("The mill"))
    #expect(page.title == "The bridge is open")
    #expect(page.warnings.count == 1 && page.warnings[0].contains("articles"))
  }

  @Test func whatIsAppendedIsLeftOut() throws {
    let page = try Self.read(
      """
      <title>Maps on the move</title><body><main>\
      \(Self.post("The bridge is open", "March 9, 2024", Self.bridge))\
      \(Self.post("Maps on the move", "February 2, 2024", Self.maps, isLinked: false))\
      \(Self.post("A mill for visitors", "January 3, 2024", Self.mill))</main>
      """)
    #expect(page.text.contains("The library") && page.title == "Maps on the move")
    #expect(!page.text.contains("The bridge") && !page.text.contains("The mill"))
    #expect(page.warnings.isEmpty)
  }

  @Test(arguments: [
    // Entries of a ticker, below the headline of them all.
    "<title>Flood on the river</title><body><h1>Flood on the river</h1><main>"
      + post("The bridge is closed", "March 9, 2024", bridge)
      + post("Maps are in safety", "March 8, 2024", maps) + "</main>",
    // Answers.
    "<title>River</title><body><main>" + post("About the bridge", "March 9, 2024", bridge)
      + post("Re: About the bridge", "March 9, 2024", maps) + "</main>",
    // Sections.
    "<title>River</title><body><main>"
      + post("March 9, 2024", "The first day", bridge, isLinked: false)
      + post("March 10, 2024", "The second day", maps, isLinked: false) + "</main>",
  ])
  func partsOfOneStay(html: String) throws {
    let page = try Self.read(html)
    #expect(page.text.contains("The bridge over") && page.text.contains("The library"))
  }

  @Test func allIsTakenOnRequest() throws {
    var diagnostics = Diagnostics()
    var options = HTMLReader.Options()
    options.isRaw = true
    let article = try HTMLReader(options: options).readArticles(
      Source(bytes: Array(Self.blog.utf8)), diagnostics: &diagnostics)[0]
    let text = BlockDump.dump(article.body)
    #expect(text.contains("The bridge over") && text.contains("The mill"))
  }
}
