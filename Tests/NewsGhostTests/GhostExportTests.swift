import NewsModel
import Testing

@testable import NewsGhost

@Suite struct GhostExportTests {
  private func read(
    _ text: String, _ options: [String] = []
  ) throws -> (articles: [Article], diagnostics: [Diagnostic]) {
    var formatOptions = FormatOptions()
    for option in options { formatOptions.set(option, "true") }
    var diagnostics = Diagnostics()
    let input = CollectionInput(
      .bytes(ByteReader(bytes: Array(text.utf8))), source: Source(bytes: [], path: "ghost.json"))
    let export = try GhostExport.registration.open(input, formatOptions, &diagnostics)
    let reader = try #require(export.reader)
    var articles: [Article] = []
    while let item = try export.next() {
      guard case .source(let source) = item.content else { continue }
      for var article in try reader.readArticles(source, diagnostics: &diagnostics) {
        article.metadata.fill(from: source.metadata)
        articles.append(article)
      }
    }
    return (articles, diagnostics.all)
  }

  /// A database with one post of some fields.
  private func database(_ fields: String) -> String {
    """
    {"db": [{"meta": {"exported_on": 1, "version": "5.0"}, "data": {
      "posts": [{"id": "p1", "title": "Tides &amp; boats", "slug": "tides", "status": "published",
        "published_at": "2022-03-07T08:08:22.000Z", "updated_at": 1646727000000, \(fields)}],
      "tags": [{"id": "t1", "name": "Sea"}, {"id": "t2", "name": "#own"}, {"id": "t3", "name": "Moon"}],
      "posts_tags": [{"post_id": "p1", "tag_id": "t1", "sort_order": 2},
        {"post_id": "p1", "tag_id": "t2", "sort_order": 1},
        {"post_id": "p1", "tag_id": "t3", "sort_order": 0}],
      "users": [{"id": "u1", "name": "Ann Lee", "website": "https://ann.example"}],
      "posts_authors": [{"post_id": "p1", "author_id": "u1", "sort_order": 0}],
      "posts_meta": [{"post_id": "p1", "feature_image_alt": "A tide"}],
      "settings": [{"key": "title", "value": "Harbour"}, {"key": "lang", "value": "en"}]}}]}
    """
  }

  @Test func metadata() throws {
    let text = database(
      #""html": "<p><img src=\"__GHOST_URL__/content/a.jpg\"></p>", "feature_image": "__GHOST_URL__/content/b.jpg", "custom_excerpt": "In short""#
    )
    let article = try #require(try read(text).articles.first)
    let metadata = article.metadata
    #expect(metadata.title == "Tides & boats")
    #expect(metadata.slug == "tides")
    #expect(metadata.published?.iso8601 == "2022-03-07T08:08:22Z")
    #expect(metadata.modified?.iso8601 == "2022-03-08T08:10:00Z")
    #expect(metadata.tags == ["Moon", "Sea"])
    #expect(metadata.authors == [Person(name: "Ann Lee", url: "https://ann.example")])
    #expect(metadata.summary == "In short")
    #expect(metadata.language == "en")
    #expect(metadata.leadImage == LeadImage(source: "/content/b.jpg", alternative: "A tide"))
    #expect(
      article.body == [.paragraph(Paragraph([.image(Image("/content/a.jpg"))]))])
  }

  /// What editors keep, as one text a block.
  @Test(arguments: [
    (
      #"{"root":{"children":[{"type":"paragraph","children":[{"type":"extended-text","text":"a ","format":0},{"type":"text","text":"b","format":1},{"type":"linebreak"},{"type":"link","url":"https://x.example","children":[{"type":"text","text":"c"}]}]},{"type":"extended-heading","tag":"h2","children":[{"type":"text","text":"Head"}]},{"type":"list","listType":"number","children":[{"type":"listitem","children":[{"type":"text","text":"one"}]}]},{"type":"codeblock","code":"x < y","language":"c"},{"type":"markdown","markdown":"*m*"},{"type":"callout","calloutEmoji":"!","calloutText":"Careful"}]}}"#,
      ["a b c", "Head", "one", "x < y", "m", "! Careful"]
    ),
    (#"{"root":{"children":[{"type":"unheard-of","text":"kept"}]}}"#, ["kept"]),
    // Buttons, pictures and origins of cards; what a player quotes.
    (
      #"{"root":{"children":[{"type":"header","header":"H","subheader":"S","buttonText":"B","buttonUrl":"https://b.example"},{"type":"product","productTitle":"P","productDescription":"<p>D</p>","productButton":"Buy","productUrl":"https://p.example"},{"type":"call-to-action","textValue":"<p>C</p>","buttonText":"Go","buttonUrl":"https://g.example"},{"type":"bookmark","url":"https://x.example","metadata":{"title":"T","author":"A","publisher":"R"}},{"type":"embed","url":"https://t.example","html":"<blockquote><p>Said</p></blockquote>"}]}}"#,
      ["H", "S", "B", "P", "D", "Buy", "C", "Go", "T", "A · R", "Said"]
    ),
    // A line with a sign, a mark in it, and nothing to read.
    (
      #"{"root":{"children":[{"type":"paragraph","children":[{"type":"text","text":"a "},{"type":"tk","text":"TK"},{"type":"zwnj","text":"x"}]}]}}"#,
      ["a TK"]
    ),
    (#"{"root":3}"#, []), ("[]", []), ("no JSON", []),
  ])
  func lexical(_ document: String, _ expected: [String]) throws {
    let quoted = document.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    let article = try #require(try read(database("\"lexical\": \"\(quoted)\"")).articles.first)
    #expect(article.body.map { [$0].plainText } == expected)
  }

  /// What is nested too deep loses its shape, not its text.
  @Test func deeplyNested() throws {
    let open = String(repeating: #"{"type":"quote","children":["#, count: 90)
    let document =
      #"{"root":{"children":["# + open
      + #"{"type":"paragraph","children":[{"type":"text","text":"a"},{"type":"text","text":"b"}]},"#
      + #"{"type":"paragraph","children":[{"type":"text","text":"c < d"}]}"#
      + String(repeating: "]}", count: 90) + "]}}"
    let quoted = document.replacing("\"", with: "\\\"")
    let article = try #require(try read(database("\"lexical\": \"\(quoted)\"")).articles.first)
    #expect(article.body.plainText == "ab c < d")
  }

  /// Lists in lists belong to the item before.
  @Test func nestedList() throws {
    let document =
      #"{"root":{"children":[{"type":"list","children":[{"type":"listitem","children":[{"type":"text","text":"a"}]},{"type":"listitem","children":[{"type":"list","listType":"number","children":[{"type":"listitem","children":[{"type":"text","text":"b"}]}]}]}]}]}}"#
    let quoted = document.replacing("\"", with: "\\\"")
    let article = try #require(try read(database("\"lexical\": \"\(quoted)\"")).articles.first)
    guard case .list(let list)? = article.body.first else {
      Issue.record("no list")
      return
    }
    #expect(list.items.count == 1)
    #expect(list.items.first?.content.count == 2)
  }

  @Test(arguments: [
    (
      #"{"version":"0.3.1","atoms":[["soft-return","",{}]],"cards":[["code",{"code":"x"}],["hr",{}]],"markups":[["strong"],["a",["href","https://x.example"]]],"sections":[[1,"p",[[0,[],0,"a "],[0,[0],1,"b"],[1,[],0,0],[0,[1],1,"c"]]],[3,"ul",[[[0,[],0,"one"]]]],[10,0],[2,"/a.jpg"]]}"#,
      ["a b c", "one", "x", ""]
    ),
    (#"{"sections":[[10,99],[1,"script",[[0,[7],3,"t"]]],[1],[],3]}"#, ["t"]), ("{}", []),
  ])
  func mobiledoc(_ document: String, _ expected: [String]) throws {
    let quoted = document.replacing("\"", with: "\\\"")
    let article = try #require(try read(database("\"mobiledoc\": \"\(quoted)\"")).articles.first)
    #expect(article.body.map { [$0].plainText } == expected)
  }

  @Test(arguments: [
    ([], ["a"]), (["drafts"], ["a", "b"]), (["future"], ["a", "c"]), (["pages"], ["a", "d"]),
  ])
  func choice(_ options: [String], _ expected: [String]) throws {
    let posts = """
      {"posts": [{"url": "https://h.example/a", "data": {"title": "a", "status": "published", "html": "<p>x</p>"}},
      {"url": "u", "data": {"title": "b", "status": "draft", "html": "<p>x</p>"}},
      {"url": "u", "data": {"title": "c", "status": "scheduled", "html": "<p>x</p>"}},
      {"url": "u", "data": {"title": "d", "type": "page", "html": "<p>x</p>"}}]}
      """
    let result = try read(posts, options)
    #expect(result.articles.map(\.metadata.title) == expected)
    #expect(result.articles[0].metadata.canonicalURL == "https://h.example/a")
    #expect(result.diagnostics.count == 4 - expected.count)
  }

  @Test(arguments: ["", "{", "{}", "[]", "{\"posts\": 3}", "{\"db\": []}"])
  func noExport(_ text: String) {
    #expect(throws: ConversionError.self) { try read(text) }
  }

  @Test(arguments: [
    ("{ \"db\": [ {", 100), ("{\"posts\":[{\"url\":", 100),
    ("{\"schema\":\"newskit-article/1\"", 0),
    ("{\"version\": \"https://jsonfeed.org/version/1\"", 0), ("", 0),
  ])
  func recognized(_ head: String, _ certainty: Int) {
    #expect(GhostExport.certainty(of: Array(head.utf8)[...]) == certainty)
  }

  /// Trees without end are cut.
  @Test func deep() throws {
    let document =
      String(repeating: #"{\"type\":\"quote\",\"children\":["#, count: 300) + "{}"
      + String(repeating: "]}", count: 300)
    _ = try read(database("\"lexical\": \"{\\\"root\\\":\(document)}\""))
  }
}
