import NewsBytes
import NewsModel
import NewsTestSupport
import Testing
@testable import NewsPages

struct ExtractionTests {
  private static func text(_ html: String) throws -> String {
    BlockDump.dump(try MetadataTests.read(html).body)
  }

  /// Paragraphs in languages with and without blanks between words.
  static let languages: [[String]] = [
    [
      "Die neue Brücke ist am Montag eröffnet worden, nach acht Jahren Bauzeit und vielen Debatten.",
      "Sie ist die längste des Landes, und sie hat Platz für Züge, Autos, Räder und Fußgänger.",
    ],
    ["大桥于周一通车，历时八年建设，市长和许多市民参加了通车典礼，场面十分热闹。", "这是全国最长的桥梁，火车、汽车、自行车和行人都可以通行，设计寿命一百年。"],
    ["橋は月曜日に開通した。八年の工事を経て、市長と多くの市民が式典に参加した。", "国内で最も長い橋であり、列車、自動車、自転車、歩行者が通ることができる。"],
    [
      "افتتح الجسر يوم الاثنين بعد ثماني سنوات من العمل، بحضور رئيس البلدية وعدد كبير من السكان.",
      "وهو أطول جسر في البلاد، ويتسع للقطارات والسيارات والدراجات والمشاة على حد سواء.",
    ],
  ]

  @Test(arguments: languages)
  func boilerplateGoes(paragraphs: [String]) throws {
    let html = """
      <body><nav><ul><li><a href=/>Home</a><li><a href=/n>News</a></ul></nav>
      <div class="cookie-banner"><p>We use cookies to make this site better for you, as you know.</p></div>
      <div id=main><h1>Title of the article</h1><div class=meta><span>7.3.2022</span></div>
      <div class="share-bar"><a href=/f>Share</a></div>
      <div class=text><p>\(paragraphs[0])</p><div class=ad>Buy now!</div><p>\(paragraphs[1])</p></div>
      <div class=related><h3>More</h3><ul><li><a href=/1>Another article here</a></ul></div></div>
      <aside><p>A long story about something else stands at the side of the page, with a teaser.</p></aside>
      <div id=comments><p>A reader says that the bridge is very nice, but also rather long, he thinks.</p></div>
      <footer>© 2022 <a href=/i>Imprint</a></footer></body>
      """
    #expect(try Self.text(html) == "p(\(paragraphs[0])) p(\(paragraphs[1]))")
  }

  private static let long = """
    The bridge was opened on Monday, after eight years of work, by the mayor and many people of the \
    town, who had waited for it for a very long time.
    """

  @Test func structureStays() throws {
    let html = """
      <article><h1>T</h1><p>\(Self.long)</p><h2>What it cost</h2><p>\(Self.long)</p>
      <ul><li>One million for the steel, as planned</li><li>Two million for the stone, as feared</li></ul>
      <blockquote><p>It is a good bridge, and it will stand.</p></blockquote>
      <figure><img src=a.jpg alt=A><figcaption>The bridge</figcaption></figure><p>\(Self.long)</p></article>
      """
    let text = try Self.text(html)
    #expect(text.contains("h2(What it cost)"))
    #expect(text.contains("ul(li(p(One million"))
    #expect(text.contains("quote(p(It is"))
    #expect(text.contains("figure(p(img<a.jpg|A>) | p(The bridge))"))
  }

  @Test func anOpeningParagraphAboveTheBodyStays() throws {
    let lead = "After eight years of building, the bridge over the river is open to all at last."
    let html = """
      <main><header><h1>A bridge</h1><p class=lead>\(lead)</p><p class=byline>By Ann Lee</p></header>
      <div class="article-body"><p>\(Self.long)</p><p>\(Self.long)</p></div></main>
      """
    #expect(try Self.text(html).hasPrefix("p(\(lead))"))
  }

  @Test func aListOfTeasersGoes() throws {
    let card =
      "<li><a href=/x><h3>Another story about a river</h3></a><p>It says a little of itself, and that is all.</p></li>"
    let html = """
      <div><div><p>\(Self.long)</p><p>\(Self.long)</p><p>\(Self.long)</p></div>
      <ul>\(String(repeating: card, count: 4))</ul></div>
      """
    #expect(try !Self.text(html).contains("Another story"))
  }

  @Test(arguments: [
    "<p>Short.</p>", "<div>A page without much.</div>",
    "<div class=sidebar><p>All text is in what is called a sidebar, and it is all there is.</p></div>",
  ])
  func aPageWithTextIsNeverEmpty(html: String) throws {
    #expect(try !Self.text("<body>\(html)</body>").isEmpty)
  }

  @Test(arguments: [
    ("<img src=data:image/gif;base64,R0 data-src=a.jpg>", "a.jpg"),
    ("<img src=s.jpg srcset='s.jpg 300w, l.jpg 900w'>", "l.jpg"),
    ("<img src=s.jpg srcset='s.jpg 1x, l,w=2.jpg 2x'>", "l,w=2.jpg"),
    ("<picture><source srcset='p.webp 2x'><img src=blank.gif></picture>", "p.webp"),
    ("<img src=blank.gif><noscript><img src=n.jpg></noscript>", "n.jpg"),
    ("<img src=a.jpg><noscript><img src=n.jpg></noscript>", "a.jpg"),
  ])
  func pictures(markup: String, address: String) throws {
    let text = try Self.text(
      "<article><p>\(Self.long)</p><p>\(markup)</p><p>\(Self.long)</p></article>")
    #expect(text.contains("p(img<\(address)|>)"))
    #expect(text.components(separatedBy: "img<").count == 2)
  }

  @Test(arguments: [
    "<p>Download our app for <a href='https://apps.apple.com/x'>iOS</a> today.</p>",
    "<p>Follow us on <a href='https://twitter.com/x'>Twitter</a> and <a href='https://facebook.com/x'>Facebook</a>.</p>",
    "<p>Nous écrire : <a href='mailto:a@b.example'>a@b.example</a>, <a href='https://instagram.com/x'>Instagram</a>.</p>",
    "<p>Melden Sie sich zum <a href=/newsletter/>Newsletter</a> an, er kommt jeden Morgen.</p>",
    "<p>© 2022 The Daily. All rights reserved, and nothing may be printed again.</p>",
    "<h3>Comments</h3><div id=comments><p>A reader says that it is nice, and so on.</p></div>",
  ])
  func whatLeadsElsewhereGoes(markup: String) throws {
    let body = "<p>\(Self.long)</p><p>\(Self.long)</p>"
    let text = try Self.text("<article><h1>T</h1>\(body)\(markup)</article>")
    #expect(text == "p(\(Self.long)) p(\(Self.long))")
  }

  @Test func whatAnArticleIsAboutStays() throws {
    let app = "<p>It is to be had for <a href='https://apps.apple.com/x'>iOS</a>, too.</p>"
    let rest = String(repeating: "<p>\(Self.long)</p>", count: 6)
    #expect(try Self.text("<article><h1>T</h1>\(rest)\(app)\(rest)</article>").contains("had for"))
  }

  @Test func aColumnOfTheBodyIsNoSidebar() throws {
    let teasers = String(repeating: "<div class=brief><p>\(Self.long)</p></div>", count: 6)
    let html = """
      <body><h1>T</h1><div class=left-column><div class=article__content><p>First, \(Self.long)</p>
      <p>\(Self.long)</p><p>\(Self.long)</p><p>\(Self.long)</p></div></div>
      <div class=timeline>\(teasers)</div></body>
      """
    #expect(try Self.text(html).contains("First, "))
  }

  @Test func cellsThatSpanMillionsAreSingle() throws {
    let row = "<tr><td>a</td><td colspan=1000 rowspan=10000>b</td></tr>"
    let html =
      "<article><p>\(Self.long)</p><p>\(Self.long)</p><table>\(String(repeating: row, count: 50))"
    var diagnostics = Diagnostics()
    let article = try HTMLReader().readArticles(
      Source(bytes: Array(html.utf8)), diagnostics: &diagnostics)[0]
    #expect(!BlockDump.dump(article.body).contains("c1000"))
    #expect(diagnostics.all.contains { $0.message.contains("span") })
  }

  @Test func partsThatLieApartAreJoined() throws {
    let part = "<div class=row><div class=article-body><p>\(Self.long)</p></div></div>"
    let html = """
      <body><h1>T</h1>\(part)<div class=row><p class=promo><a href=/x>Buy this now</a></p></div>
      <div class=row><div class=article-body><p>Second part, \(Self.long)</p></div></div>
      <div class=row><div class=article-body><p>Third part, \(Self.long)</p></div></div></body>
      """
    let text = try Self.text(html)
    #expect(text.contains("Second part") && text.contains("Third part"))
    #expect(!text.contains("Buy this"))
  }

  @Test func otherArticlesAreNotJoined() throws {
    let other =
      "<article class=post><h2><a href=/o>Another one</a></h2><p>Other text, \(Self.long)</p></article>"
    let html = """
      <body><article class=post><h1>T</h1><p>\(Self.long)</p><p>\(Self.long)</p><p>\(Self.long)</p></article>
      <h3>More</h3>\(other)</body>
      """
    #expect(try !Self.text(html).contains("Other text"))
  }

  @Test(arguments: [
    "First, \(long)\\n\\nSecond, \(long)", "<p>First, \(long)</p><p>Second, \(long)</p>",
    "&lt;p&gt;First, \(long)&lt;/p&gt;&lt;p&gt;Second, \(long)&lt;/p&gt;",
  ])
  func textThatOnlyMachinesAreTold(told: String) throws {
    let html = """
      <head><script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"T",
      "articleBody":"\(told)"}]}</script></head><body><div id=app>Please switch on scripts.</div></body>
      """
    #expect(try Self.text(html) == "p(First, \(Self.long)) p(Second, \(Self.long))")
  }

  @Test func whatAPageShowsWinsOverWhatItTells() throws {
    let html = """
      <head><script type="application/ld+json">{"@type":"NewsArticle","headline":"T","articleBody":"\(Self.long)"}
      </script></head><body><article><p>\(Self.long)</p><p><b>Bold</b> \(Self.long)</p></article></body>
      """
    #expect(try Self.text(html).contains("strong(Bold)"))
  }

  @Test func whatIsLeftOutInDoubtIsTold() throws {
    let words40 = String(repeating: "text ", count: 40)
    let html = "<body>" + String(repeating: "<div>" + words40, count: 500)
    var diagnostics = Diagnostics()
    let article = try HTMLReader().readArticles(
      Source(bytes: Array(html.utf8)), diagnostics: &diagnostics)[0]
    let words = article.body.plainText.split(whereSeparator: \.isWhitespace).count
    #expect(words == 20_000 || diagnostics.all.contains { $0.message.contains("--raw") })
  }

  @Test func attributesBeyondReasonAreCut() throws {
    let many = (0..<100_000).map { "a\($0)='\($0)'" }.joined(separator: " ")
    var diagnostics = Diagnostics()
    let article = try HTMLReader().readArticles(
      Source(bytes: Array("<body><p \(many)>The text.</p><p>Goes on.</p>".utf8)),
      diagnostics: &diagnostics)[0]
    #expect(BlockDump.dump(article.body) == "p(The text.) p(Goes on.)")
    #expect(diagnostics.all.contains { $0.message.contains("attributes") })
  }

  @Test func rawTakesAll() throws {
    var options = HTMLReader.Options()
    options.isRaw = true
    var diagnostics = Diagnostics()
    let html = "<body><nav>Menu</nav><p>Text</p><script>x</script></body>"
    let article = try HTMLReader(options: options).readArticles(
      Source(bytes: Array(html.utf8)), diagnostics: &diagnostics)[0]
    #expect(BlockDump.dump(article.body) == "p(Menu) p(Text)")
  }

  @Test(arguments: [
    "div", "article", "p class=author", "section class=date", "a href=x class=name",
  ])
  func deepPages(tag: String) throws {
    let html = String(repeating: "<\(tag)>x ", count: 50_000)
    _ = try Self.text(html)
  }
}
