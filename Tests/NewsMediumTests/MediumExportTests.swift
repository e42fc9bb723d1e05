import NewsModel
import Testing

@testable import NewsMedium

@Suite struct MediumReaderTests {
  private func read(_ text: String) throws -> Article {
    var diagnostics = Diagnostics()
    return try #require(
      try MediumReader().readArticles(Source(bytes: Array(text.utf8)), diagnostics: &diagnostics)
        .first)
  }

  private let story = """
    <html><head><title>T</title></head><body><article class="h-entry"><header><h1 class="p-name">A bridge</h1></header>
    <section data-field="subtitle" class="p-summary">Over water</section>
    <section data-field="body" class="e-content"><section name="1" class="section">
    <div class="section-divider"><hr class="section-divider"></div><div class="section-content">
    <h3 name="a" id="a" class="graf graf--h3 graf--title">A bridge</h3>
    <h4 name="b" id="b" class="graf graf--h4 graf--subtitle">Over water</h4>
    <p name="c" id="c" class="graf">Text with <a href="/@bo">a link</a>.</p>
    <figure class="graf"><img src="https://cdn.example/a.jpg" alt="Alt"><figcaption>Below</figcaption></figure>
    </div></section><section><div class="section-divider"><hr class="section-divider"></div><p>More</p></section></section>
    <footer><p class="p-tags">Tagged in <a class="p-tag">Steel</a>, <a class="p-tag">Water</a></p>
    <p>By <a href="https://medium.com/@ann" class="p-author h-card">Ann Lee</a> on
    <time class="dt-published" datetime="2018-08-11T11:23:34.123Z">August 11, 2018</time></p>
    <a href="https://medium.com/@ann/a-bridge-0123456789ab" class="p-canonical">Canonical link</a></footer></article></body></html>
    """

  @Test func wholeStory() throws {
    let article = try read(story)
    #expect(article.metadata.title == "A bridge")
    #expect(article.metadata.alternativeTitle == "Over water")
    #expect(article.metadata.summary == nil)
    #expect(article.metadata.slug == "a-bridge")
    #expect(article.metadata.tags == ["Steel", "Water"])
    #expect(article.metadata.authors == [Person(name: "Ann Lee", url: "https://medium.com/@ann")])
    #expect(article.metadata.published?.iso8601 == "2018-08-11T11:23:34.123Z")
    #expect(article.body.count == 4)
    #expect(
      article.body[0]
        == .paragraph(
          Paragraph([
            .text("Text with "), .link(Link("https://medium.com/@bo", [.text("a link")])),
            .text("."),
          ])))
    #expect(article.body[2] == .thematicBreak)
    #expect([article.body[3]].plainText == "More")
  }

  @Test(arguments: ["", "<p>no story</p>", "<article class=\"h-entry\"></article>"])
  func noStory(_ text: String) {
    #expect(throws: ConversionError.self) { try read(text) }
  }

  @Test func recognized() {
    #expect(MediumReader.certainty(of: Array(story.utf8)[...]) == 100)
    #expect(MediumReader.certainty(of: Array("<html><article>".utf8)[...]) == 0)
  }
}
