import NewsBlocks
import NewsModel
import Testing
@testable import NewsPages

struct MetadataTests {
  static func read(_ html: String, url: String? = nil) throws -> Article {
    var diagnostics = Diagnostics()
    let articles = try HTMLReader().readArticles(
      Source(bytes: Array(html.utf8), url: url), diagnostics: &diagnostics)
    return articles[0]
  }

  private static let body = """
    <article><p>The bridge over the river was opened on Monday, after eight years of work, by the \
    mayor and many people of the town.</p><p>It is the longest bridge in the country, and it has \
    room for trains, cars, bicycles and people on foot.</p></article>
    """

  private static func page(_ head: String, _ above: String = "") -> String {
    "<html lang=en><head>\(head)</head><body>\(above)\(body)</body></html>"
  }

  @Test(arguments: [
    ("<title>A bridge for all | The Daily Example</title>", "<h1>A bridge for all</h1>"),
    ("<title>The Daily Example</title>", "<h1>A bridge for all</h1>"),
    (
      "<meta property=og:title content='A bridge for all - Daily'><meta property=og:site_name content=Daily>",
      ""
    ),
    ("<title>A bridge for all » Example</title>", ""),
    (
      "<title>A bridge for all | Example</title>",
      "<h1><span>Town and country</span> A bridge for all</h1>"
    ),
    (
      #"<script type="application/ld+json">{"@type":"NewsArticle","headline":"A bridge for all"}</script>"#,
      ""
    ),
    ("<title>A bridge &amp;quot;for all&amp;quot;</title>", "<h1>A bridge for all</h1>"),
  ])
  func title(head: String, above: String) throws {
    #expect(try Self.read(Self.page(head, above)).metadata.title == "A bridge for all")
  }

  @Test(arguments: [
    (
      #"<script type="application/ld+json">{"@type":"Article","headline":"x","author":{"@type":"Person","name":"Ann Lee"}}</script>"#,
      ""
    ),
    (
      ##"<script type="application/ld+json"><!-- {"@graph":[{"@type":"Person","@id":"#a","name":"Ann Lee"},{"@type":"NewsArticle","headline":"x","author":{"@id":"#a"},}]} --></script>"##,
      ""
    ),
    ("<meta name=author content='By Ann Lee'>", ""),
    ("<meta name=DC:Creator content='Ann Lee'>", ""),
    ("", "<h1>The bridge is open</h1><p class=byline>By <a rel=author href=/ann>Ann Lee</a></p>"),
    ("", "<h1>The bridge is open</h1><span class=author-name>Von Ann Lee</span>"),
    ("", "<h1>The bridge is open</h1><div>By Ann Lee | March 7, 2022</div>"),
  ])
  func author(head: String, above: String) throws {
    #expect(try Self.read(Self.page(head, above)).metadata.authors.map(\.name) == ["Ann Lee"])
  }

  @Test(arguments: [
    (
      #"<script type="application/ld+json">{"@type":"NewsArticle","headline":"x","datePublished":"2022-03-07T08:08:22+08:00"}</script>"#,
      "", "2022-03-07T08:08:22+08:00"
    ),
    (
      "<meta property=article:published_time content='2022-03-07T00:08:22Z'>", "",
      "2022-03-07T00:08:22Z"
    ),
    ("", "<h1>Open</h1><time datetime=2022-03-07>today</time>", "2022-03-07"),
    ("", "<h1>Open</h1><div class=date>7. März 2022</div>", "2022-03-07"),
    ("", "<h1>Open</h1><p>March 7, 2022 at 10:30</p>", "2022-03-07T10:30:00"),
    ("", "<h1>Open</h1><p>发布时间：2022年3月7日 08:08</p>", "2022-03-07T08:08:00"),
    ("", "<h1>Open</h1><p>7 de marzo de 2022</p>", "2022-03-07"),
    ("", "<h1>Open</h1><p>07.03.2022</p>", "2022-03-07"),
    ("<link rel=canonical href=https://e.example/2022/03/07/open>", "", "2022-03-07"),
    // What readers see decides between two that machines are told.
    (
      #"<script type="application/ld+json">{"@type":"Article","headline":"x","datePublished":"2022-03-01"}</script><meta name=date content=2022-03-07T10:00:00Z>"#,
      "<h1>Open</h1><div class=i>07.03.2022</div>", "2022-03-07T10:00:00Z"
    ),
    // A change is no publication, and a moment in UTC may be on another day where it is read.
    (
      "<meta property=article:published_time content=2022-03-07><meta property=article:modified_time content=2022-03-09>",
      "<h1>Open</h1><p>Updated March 9, 2022</p>", "2022-03-07"
    ),
    (
      "<meta property=article:published_time content=2022-03-06T23:00:00Z>",
      "<h1>Open</h1><p>7 March 2022</p>", "2022-03-06T23:00:00Z"
    ),
    (
      "<meta property=article:published_time content=2022-03-06T23:00:00Z><meta property=article:modified_time content=2022-03-08T09:00:00+01:00>",
      "<h1>Open</h1><p>7 March 2022</p>", "2022-03-07T00:00:00+01:00"
    ),
    ("", "<h1>Open</h1><p>Published 7 March 2022 | Updated 9 March 2022</p>", "2022-03-07"),
    (
      "<meta name=date content=07/03/2022>", "<h1>Open</h1><p>7.3.2022</p>",
      "2022-03-07"
    ),
    (
      "<meta name=date content=2022-03-07>", "<h1>Open</h1><p>03.07.2022</p>", "2022-03-07"
    ),
    // What is shown without a word is the page's date to readers, though it is that of a change.
    (
      "<meta property=article:published_time content=2021-01-09><meta property=article:modified_time content=2022-03-07>",
      "<h1>Open</h1><p>March 7, 2022</p>", "2022-03-07"
    ),
    // The page tells machines the day of the change, readers both.
    (
      "<meta property=article:published_time content=2022-09-09>",
      "<h1>Open</h1><p>Mar 7, 2022</p><p>Last updated Sep 9, 2022</p>", "2022-03-07"
    ),
    (
      "<meta property=og:url content=https://e.example/2022/03/07/open><meta property=article:published_time content=2022-03-08T02:41:00Z>",
      "<h1>Open</h1><p>March 7, 2022</p>", "2022-03-07"
    ),
    // At the side of the head, before tags that are links, beside a label anywhere.
    (
      "",
      "<h1>Open</h1><div class=secondary><div><a href=/ann>Ann Lee</a></div><div>Mar 07, 2022</div></div>",
      "2022-03-07"
    ),
    (
      "",
      "<h1>Open</h1><p>Report - Published: 2022.03.07 | <a href=/t/1>bridges and rivers</a> | <a href=/t/2>the old town</a> | <a href=/t/3>roads</a></p>",
      "2022-03-07"
    ),
    (
      "",
      "<div>Our town 9.9.2020</div><h1>Open</h1><p>A short word before it.</p><p>Posted on March 7, 2022 by Ann</p>",
      "2022-03-07"
    ),
    // Archives with their counts are no dates; the address is surer than the dates of comments.
    (
      "<link rel=canonical href=https://e.example/archive/2022/03/07/41.aspx>",
      "<h1>Open</h1><ul><li><a href=/a>2023年9月 (1)</a></li><li><a href=/b>2023年7月 (2)</a></li></ul>",
      "2022-03-07"
    ),
    (
      "",
      "<h1>Open</h1><p><time datetime=2022-03-07T19:38:01.0870000Z>3/7/2022 7:38:01 PM</time></p>",
      "2022-03-07T19:38:01.087Z"
    ),
    (
      "<script>var a = {\"publishDate\": \"2022-03-07T10:00:00Z\"}</script>", "",
      "2022-03-07T10:00:00Z"
    ),
    ("<meta name=description content='The bridge is open (7 March 2022)'>", "", "2022-03-07"),
    (
      "",
      "<div class=sidebar><div class=date>9.9.2020</div><div class=date>8.8.2021</div></div><h1>Open</h1><p>7.3.2022</p>",
      "2022-03-07"
    ),
  ])
  func published(head: String, above: String, date: String) throws {
    #expect(try Self.read(Self.page(head, above)).metadata.published?.iso8601 == date)
  }

  @Test(
    arguments: [
      ("The bridge is open | The Daily", "The Daily"), ("The bridge is open - 강변일보", "강변일보"),
      ("The bridge is open｜川辺新聞", "川辺新聞"), ("The bridge is open", nil),
      ("The bridge is open | Town | The Daily", nil), ("The bridge is opening", nil),
    ] as [(String, String?)])
  func siteNameInTheTitle(title: String, name: String?) throws {
    let page = Self.page("<title>\(title)</title>", "<h1>The bridge is open</h1>")
    #expect(try Self.read(page).metadata.publisher?.name == name)
  }

  @Test(arguments: [
    "<div>بقلم: ليلى منصور</div>", "<div>Автор: ليلى منصور</div>",
    "<div>Written by: ليلى منصور | Updated: 7.3.2022</div>", "<div>글: ليلى منصور</div>",
  ])
  func labelledAuthor(above: String) throws {
    let page = Self.page("", "<h1>The bridge is open</h1>" + above)
    #expect(try Self.read(page).metadata.authors.map(\.name) == ["ليلى منصور"])
  }

  @Test func theRest() throws {
    let head = """
      <meta property=og:site_name content="The Daily"><meta property=og:image content=/i.jpg>
      <meta name=description content="A bridge &amp;amp; a river"><link rel=canonical href=/a.html>
      <meta property=article:tag content="bridges"><meta property=article:tag content="rivers">
      <meta property=article:section content="Town"><base href="https://e.example/x/">
      """
    let metadata = try Self.read(Self.page(head)).metadata
    #expect(metadata.publisher?.name == "The Daily")
    #expect(metadata.leadImage?.source == "https://e.example/i.jpg")
    #expect(metadata.summary == "A bridge & a river")
    #expect(metadata.canonicalURL == "https://e.example/a.html")
    #expect(metadata.tags == ["bridges", "rivers"])
    #expect(metadata.section == "Town")
    #expect(metadata.language == "en")
  }

  @Test(
    arguments: [
      ("<html lang=zh_cn>", "zh-CN", nil),
      ("<html lang='en_US.UTF-8'>", "en-US", nil), ("<html lang=' fr, en'>", "fr", nil),
      ("<html xml:lang=DE>", "de", nil),
      ("<html dir=rtl lang=ar>", "ar", .rightToLeft), ("<html lang=he>", "he", .rightToLeft),
      ("<html lang=ckb>", "ckb", .rightToLeft), ("<html lang=az-Arab>", "az-Arab", .rightToLeft),
      // libxml2 opens a body at the first text.
      ("<html lang=en>early<body dir=ltr>", "en", .leftToRight),
    ] as [(String, String, TextDirection?)])
  func language(html: String, tag: String, direction: TextDirection?) throws {
    let metadata = try Self.read(html + "<body>" + Self.body).metadata
    #expect(metadata.language == tag)
    #expect(metadata.direction == direction)
  }

  @Test(arguments: [
    ("这座大桥昨天通车，市民纷纷前往参观，许多人带着孩子来拍照留念。", "zh"),
    ("この橋は昨日開通し、多くの市民が見物に訪れた。", "ja"), ("이 다리는 어제 개통되어 많은 시민들이 찾았다.", "ko"),
    ("تم افتتاح الجسر أمس بحضور عدد كبير من سكان المدينة.", "ar"),
    ("پل تازه دیروز گشایش یافت و گروه زیادی از مردم شهر برای دیدن آن آمدند.", "fa"),
    ("Новий міст відкрили вчора, і багато мешканців міста прийшли його побачити.", "uk"),
    ("Новый мост открыли вчера, и многие жители города пришли его увидеть.", "ru"),
    (
      "Die Brücke ist offen, und der Bürgermeister hat das Band mit der Schere auf der Straße durchschnitten.",
      "de"
    ),
  ])
  func guessedLanguage(text: String, tag: String) throws {
    #expect(try Self.read("<body><p>\(text)</p></body>").metadata.language == tag)
  }

  @Test(arguments: [
    ("{\"a\":1,}", true), ("<!-- [1,2,] -->", true), ("//<![CDATA[\n{\"a\":\"b\nc\"}\n//]]>", true),
    ("{a: 'b'}", true), ("", false), ("nothing", false),
    (String(repeating: "[", count: 100_000), true),
  ])
  func looseJSON(text: String, isThere: Bool) {
    #expect((LooseJSON(Array(text.utf8)[...]) != nil) == isThere)
  }

  @Test(arguments: [
    ("/b", "https://e.example/b"), ("b", "https://e.example/x/b"), ("../b", "https://e.example/b"),
    ("//o.example/b", "https://o.example/b"), ("?q", "https://e.example/x/a?q"),
    ("#f", "https://e.example/x/a#f"), ("mailto:a@b", "mailto:a@b"), ("./", "https://e.example/x/"),
  ])
  func addresses(reference: String, resolved: String) {
    #expect(URLReference.resolved(reference, against: "https://e.example/x/a") == resolved)
  }
}
