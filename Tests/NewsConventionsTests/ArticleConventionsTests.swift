import NewsModel
import Testing
@testable import NewsConventions

struct ArticleConventionsTests {
  private static func paragraph(_ text: String) -> Block { .paragraph(Paragraph([.text(text)])) }

  private static func read(_ texts: [String]) -> (Article, Diagnostics) {
    var article = Article(body: texts.map(paragraph))
    var diagnostics = Diagnostics()
    ArticleConventions().apply(to: &article, diagnostics: &diagnostics)
    return (article, diagnostics)
  }

  @Test(arguments: [
    ("The wall is to be rebuilt.", "https://paper.example/wall", true),
    ("Original:", "https://paper.example/wall", true),
    ("Here is the plan of the wall as it was shown in May:", "https://plans.example/wall", false),
    ("这是我们去年夏天拍摄的渔船一起回港的整个过程影片：", "https://films.example/1", false),
    ("The wall is to be rebuilt.", "https://www.youtube.com/watch?v=a", false),
    ("The wall is to be rebuilt.", "https://youtu.be/a", false),
    ("The wall is to be rebuilt.", "https://github.com/harbour/wall", false),
    ("The wall is to be rebuilt.", "https://github.com/harbour/wall/blob/main/plan.md", true),
    ("The wall is to be rebuilt.", "https://docs.google.com/document/d/1aB/edit", true),
    ("The wall is to be rebuilt.", "https://notyoutube.com/wall", true),
  ])
  func addressAtTheEnd(before: String, address: String, isOriginal: Bool) {
    let (article, _) = Self.read(["A first line.", before, address])
    #expect(article.metadata.canonicalURL == (isOriginal ? address : nil))
    #expect(article.body.count == (isOriginal ? 2 : 3))
  }

  @Test(arguments: [
    ("（文章来源：常州日报）", "常州日报"), ("来源：新华社", "新华社"), ("Source: Reuters", "Reuters"),
    ("(Quelle: dpa)", "dpa"), ("Fuente: EFE", "EFE"), ("來源:中央社", "中央社"), ("出典：共同通信", "共同通信"),
    ("المصدر: رويترز", "رويترز"), ("Источник: ТАСС", "ТАСС"), ("Bron: ANP", "ANP"),
    ("Källa: TT", "TT"), ("Źródło: PAP", "PAP"), ("Kaynak: AA", "AA"), ("출처: 연합뉴스", "연합뉴스"),
    ("Nguồn: TTXVN", "TTXVN"), ("Sumber: Antara", "Antara"), ("מקור: רויטרס", "רויטרס"),
  ])
  func sources(line: String, name: String) {
    let (article, diagnostics) = Self.read([
      "第一段很长的文字。", "Second.", "Third.", "Fourth.", "Fifth.", line,
    ])
    #expect(article.metadata.source?.name == name)
    #expect(article.body.count == 5)
    #expect(!diagnostics.all.isEmpty)
  }

  @Test(arguments: [
    ("□何一智李甜蒋盼盼", ["何一智", "李甜", "蒋盼盼"]), ("本报记者 何一智 李甜", ["何一智", "李甜"]),
    ("By Ann Lee", ["Ann Lee"]), ("By Ann Lee and Bob Roe", ["Ann Lee", "Bob Roe"]),
    ("Von Ina Maier", ["Ina Maier"]), ("作者：王小明", ["王小明"]), ("文/王小明", ["王小明"]),
    ("Par Anne Petit", ["Anne Petit"]), ("Por Ana Ruiz y Luis Paz", ["Ana Ruiz", "Luis Paz"]),
    ("Di Anna Riva", ["Anna Riva"]), ("Текст: Анна Ким", ["Анна Ким"]), ("홍길동 기자", ["홍길동"]),
    ("홍길동·김영희 기자 hong@paper.example", ["홍길동", "김영희"]), ("取材・文：山田太郎", ["山田太郎"]),
  ])
  func bylines(line: String, names: [String]) {
    let (article, _) = Self.read([line, "The text of the article goes on."])
    #expect(article.metadata.authors.map(\.name) == names)
    #expect(article.metadata.byline == String(line.drop { $0 == "□" }))
    #expect(article.body.count == 1)
  }

  @Test(arguments: [
    "By the time he came it was late.", "Von wegen!", "记者：园区建设，是潞城街道的特色名片，也是街道全力推进的中心工作。",
    "Source code is what programmers write every day of the week.",
  ])
  func sentencesAreNone(line: String) {
    let (article, _) = Self.read([line, "The text goes on."])
    #expect(article.metadata.authors.isEmpty)
    #expect(article.metadata.byline == nil)
    #expect(article.metadata.source == nil)
  }

  @Test(
    arguments: [
      ("LONDON, March 7 (Reuters) - Shares rose.", "LONDON", "Reuters"),
      ("WASHINGTON (AP) — The bill passed.", "WASHINGTON", "AP"),
      ("Berlin (dpa) - Der Bundestag tagt.", "Berlin", "dpa"),
      ("PARIS — The vote is near.", "PARIS", nil),
      ("新华社北京3月7日电 国务院今天宣布。", "北京", "新华社"), ("Madrid (EFE).- El Gobierno aprobó.", "Madrid", "EFE"),
    ] as [(String, String, String?)])
  func datelines(line: String, place: String, agency: String?) {
    let (article, _) = Self.read([line, "More."])
    #expect(article.metadata.dateline == place)
    #expect(article.metadata.source?.name == agency)
  }

  @Test(
    arguments: [
      ("【ロンドン共同】橋が開通した。", "ロンドン", "共同", []), ("【北京＝山田太郎】橋が開通した。", "北京", nil, ["山田太郎"]),
      ("(서울=연합뉴스) 홍길동 기자 = 다리가 개통됐다.", "서울", "연합뉴스", ["홍길동"]),
      ("القاهرة (رويترز) - افتتح الجسر.", "القاهرة", "رويترز", []),
      ("МОСКВА, 7 мар — РИА Новости. Мост открыт.", "МОСКВА", nil, []),
      ("Madrid, 7 mar (EFE).- El puente.", "Madrid", "EFE", []),
      ("PARIS (AFP) – Le pont est ouvert.", "PARIS", "AFP", []),
    ] as [(String, String, String?, [String])])
  func datelinesOfOthers(line: String, place: String, agency: String?, reporters: [String]) {
    let (article, _) = Self.read([line, "More."])
    #expect(article.metadata.dateline == place)
    #expect(article.metadata.source?.name == agency)
    #expect(article.metadata.authors.map(\.name) == reporters)
  }

  @Test(
    arguments: [
      ("大桥昨天通车，市民纷纷前往参观。（新华社）", "新华社"), ("大桥昨天通车。(央视新闻客户端)", "央视新闻客户端"),
      ("Die Brücke ist offen. (dpa)", "dpa"), ("The bridge is open. (Reuters)", "Reuters"),
      ("Die Brücke ist offen. (dpa/AFP)", "dpa/AFP"), ("大桥昨天通车（新华社）", nil), ("他说了。（笑）", nil),
      ("The bridge is open. (It cost a lot.)", nil),
    ] as [(String, String?)])
  func sourcesAfterTheLastSentence(text: String, name: String?) {
    #expect(Self.read(["One.", text]).0.metadata.source?.name == name)
  }

  @Test(arguments: ["(서울에서) 다리가 개통됐다.", "(AP) is two letters.", "【速報】橋が開通した。", "[1] A note"])
  func bracketsAreNoDatelines(line: String) {
    #expect(Self.read([line]).0.metadata.dateline == nil)
  }

  @Test(arguments: ["He said so - twice.", "Well-known people came.", "NATO - an alliance - met."])
  func noDatelines(line: String) {
    #expect(Self.read([line]).0.metadata.dateline == nil)
  }

  @Test func reportersInTheDateline() {
    let (article, _) = Self.read(["本报讯（记者 何一智 李甜）昨天，大桥通车。"])
    #expect(article.metadata.authors.map(\.name) == ["何一智", "李甜"])
  }

  @Test(arguments: [
    ("（责任编辑：王敏）", "王敏"), ("责编：李四", "李四"), ("Editor: Ann Lee", "Ann Lee"),
    ("Edited by Ann Lee", "Ann Lee"), ("大桥昨天通车，市民纷纷前往参观，许多人带着孩子来拍照留念。（责任编辑：王敏）", "王敏"),
  ])
  func editors(line: String, name: String) {
    #expect(Self.read(["Text.", line]).0.metadata.editor == name)
  }

  @Test func theEndLeavesTheText() {
    let link = { (url: String, text: String) in Inline.link(Link(url, [.text(text)])) }
    let address = "http://news.example/2022/7.html"
    let body: [Block] = [
      Self.paragraph("正文。"),
      .paragraph(Paragraph([link(address, address)])),
      .paragraph(Paragraph([link("//a/", "返回常州日报新闻"), .text("｜"), link("//b/", "返回首页")])),
    ]
    var diagnostics = Diagnostics()
    var article = Article(body: body)
    ArticleConventions().apply(to: &article, diagnostics: &diagnostics)
    #expect(article.body == [body[0]])
    #expect(article.metadata.canonicalURL == address)
    #expect(diagnostics.all.count == 2)

    var kept = Article(body: body)
    ArticleConventions(keepsText: true).apply(to: &kept, diagnostics: &diagnostics)
    #expect(kept.body == body)
    #expect(kept.metadata.canonicalURL == address)
  }

  /// Whoever the text names goes before whoever keeps the site.
  @Test(arguments: [("□何一智", ["何一智"]), ("正文。", ["站长"])])
  func authorsOfTheSite(line: String, names: [String]) {
    var article = Article(body: [Self.paragraph(line), Self.paragraph("第二段。")])
    article.metadata.authors = [Person(name: "站长")]
    var diagnostics = Diagnostics()
    ArticleConventions(hasSiteAuthors: true).apply(to: &article, diagnostics: &diagnostics)
    #expect(article.metadata.authors.map(\.name) == names)
    #expect(article.body.count == (names == ["站长"] ? 2 : 1))
  }

  @Test func metadataThatIsThereStays() {
    var article = Article(body: [Self.paragraph("By Ann Lee"), Self.paragraph("Source: Reuters")])
    article.metadata.authors = [Person(name: "Bob Roe")]
    article.metadata.source = Organization(name: "AP")
    var diagnostics = Diagnostics()
    ArticleConventions().apply(to: &article, diagnostics: &diagnostics)
    #expect(article.metadata.authors.map(\.name) == ["Bob Roe"])
    #expect(article.metadata.source?.name == "AP")
  }
}
