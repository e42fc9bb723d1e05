import NewsHTML
import NewsModel
import Testing

@testable import Selectors

@Suite struct SelectorTests {
  private static let page = """
    <body id=top>
    <nav class="bar main-bar"><a href="/">Home</a><a href="https://a.example/x.pdf" rel="nofollow external">PDF</a></nav>
    <article id=story class=story lang=en-GB>
    <h1 id=title>T</h1>
    <p id=p1 class="lead first">One</p>
    <div id=d1 class=promo><p id=p2>Two <em id=e1>x</em></p></div>
    <p id=p3 data-kind=Ad>Three</p>
    <story-body id=sb><p id=p4></p></story-body>
    <ul id=u1><li id=l1>1<li id=l2>2<li id=l3>3<li id=l4>4<li id=l5>5</ul>
    </article>
    <aside id=as class=related><p id=p5>Five</p></aside>
    """

  /// The ids of what is selected.
  private func ids(_ selector: String, in html: String = page) throws -> String {
    var diagnostics = Diagnostics()
    let tree = try HTMLTree(parsing: Array(html.utf8), diagnostics: &diagnostics)
    let matches = try Selector(selector).matches(in: tree)
    return (0..<tree.count).filter { matches[$0] }
      .map { tree.string(.id, of: $0) ?? tree.elementName(of: $0) }.joined(separator: " ")
  }

  private static let table: [(String, String)] = [
    ("p", "p1 p2 p3 p4 p5"), ("P", "p1 p2 p3 p4 p5"), ("#p3", "p3"), (".lead", "p1"),
    ("p.lead.first", "p1"), (".LEAD", ""), ("h1, #p5", "title p5"), ("story-body", "sb"),
    ("article p", "p1 p2 p3 p4"), ("article > p", "p1 p3"), ("h1 + p", "p1"),
    ("h1 ~ p", "p1 p3"), ("article>p+div", "d1"), ("body article .promo em", "e1"),
    ("[data-kind]", "p3"), ("[data-kind=Ad]", "p3"), ("[data-kind=ad]", ""),
    ("[data-kind=ad i]", "p3"), ("[DATA-KIND='Ad' s]", "p3"), ("[rel~=external]", "a"),
    ("[rel~='nofollow external']", ""), ("[lang|=en]", "story"), ("[lang|=e]", ""),
    ("[href^=https]", "a"), ("[href$='.pdf']", "a"), ("[href*=example]", "a"),
    ("[href^='']", ""), ("[class~=main-bar]", "nav"),
    ("p:not(.lead)", "p2 p3 p4 p5"), ("p:not(.lead, #p5, [data-kind])", "p2 p4"),
    ("p:not(article p)", "p5"), (":is(h1, h2, aside) ", "title as"),
    ("article :where(em, li:first-child)", "e1 l1"), ("div:has(em)", "d1"),
    ("div:has(> em)", ""), ("p:has(+ div)", "p1"), ("h1:has(~ ul)", "title"),
    ("article:has(p em)", "story"), (":has(> p > em)", "d1"), ("li:has(~ #l3)", "l1 l2"),
    ("p:empty", "p4"), (":root", "html"), ("li:first-child", "l1"), ("li:last-child", "l5"),
    ("li:nth-child(2)", "l2"), ("li:nth-child(odd)", "l1 l3 l5"), ("li:nth-child(even)", "l2 l4"),
    ("li:nth-child(2n+1)", "l1 l3 l5"), ("li:nth-child( 3n - 1 )", "l2 l5"),
    ("li:nth-child(-n+2)", "l1 l2"), ("li:nth-child(n+4)", "l4 l5"), ("li:nth-child(0)", ""),
    ("li:nth-last-child(2)", "l4"), ("li:nth-child(1 of :not(#l1))", "l2"),
    ("article > p:nth-of-type(2)", "p3"), ("article > p:last-of-type", "p3"),
    ("article > :nth-child(2)", "p1"), ("em:only-child", "e1"), ("div:only-of-type", "d1"),
    ("li:nth-last-of-type(1)", "l5"), ("article > p:first-of-type", "p1"),
    ("#p\\31 ", "p1"), ("#\\70 1", "p1"), ("/* a */ p /* b */ > em", "e1"),
    ("*|p", "!"), ("nav > *", "a a"), ("article\n\tp\r\n>\tem", "e1"),
  ]

  @Test(arguments: table)
  func selects(_ selector: String, _ expected: String) throws {
    if expected == "!" {
      #expect(throws: SelectorProblem.self) { try ids(selector) }
    } else {
      #expect(try ids(selector) == expected)
    }
  }

  @Test(arguments: [
    ("", 1), ("p,", 3), ("p >", 4), ("> p", 1), ("p:hover", 3), ("p::before", 3), ("p[", 3),
    ("[a=", 4), ("[a='b", 6), ("[a b]", 4), (":not(", 6), (":not(p", 7), ("p)", 2), ("..a", 2),
    ("#", 2), ("p:nth-child(x)", 13), ("p:nth-child(2", 14), ("p{}", 2), (".1a", 2),
    ("a:nth-of-type(1 of p)", 17), ("p:nth-child(-9223372036854775808)", 13),
    ("p:nth-child(9223372036854775807n-9223372036854775808)", 13),
  ])
  func refuses(_ selector: String, _ column: Int) {
    do throws(SelectorProblem) {
      _ = try Selector(selector)
      Issue.record("'\(selector)' was read")
    } catch {
      #expect(error.column == column, "\(error)")
      #expect(!error.reason.isEmpty)
    }
  }

  @Test func staysFlat() {
    let deep = String(repeating: ":not(", count: 100_000)
    #expect(throws: SelectorProblem.self) { try Selector(deep) }
    #expect(throws: SelectorProblem.self) {
      try Selector(String(repeating: ".a", count: 100_000))
    }
  }

  /// What is removed is gone with all in it; the rest is as it was.
  @Test func removes() throws {
    var diagnostics = Diagnostics()
    let tree = try HTMLTree(parsing: Array(Self.page.utf8), diagnostics: &diagnostics)
    let rest = tree.removing(try Selector(".promo, aside, li:nth-child(2)").matches(in: tree))
    #expect(
      try Selector("p").outermost(in: rest).compactMap { rest.string(.id, of: $0) } == [
        "p1", "p3", "p4",
      ])
    #expect(try Selector("story-body").outermost(in: rest).count == 1)
    #expect(rest.string(of: HTMLTree.root).contains("345"))
    #expect(!rest.string(of: HTMLTree.root).contains("Five"))
    for node in 1..<rest.count {
      #expect(rest.parent(of: node) < node)
      #expect(
        rest.end(of: node) > node && rest.end(of: node) <= rest.end(of: rest.parent(of: node)))
    }
  }
}
