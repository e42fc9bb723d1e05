import Testing

@testable import NewsFetch

@Suite struct RobotsRulesTests {
  private static let file = """
    # What nobody else may
    User-agent: *
    Disallow: /private
    Allow: /private/open
    Disallow: /*.pdf$
    Disallow: /a*b*c

    User-agent: OtherBot
    Disallow: /

    """

  @Test(arguments: [
    ("/", true), ("/private", false), ("/privately", false), ("/private/x", false),
    ("/private/open", true), ("/private/open/door", true), ("/x.pdf", false),
    ("/x.pdf?y", true), ("/a1b2c", false), ("/abc", false), ("/acb", true),
    ("/robots.txt", true), ("/PRIVATE", true),
  ])
  func everybody(_ path: String, _ isAllowed: Bool) {
    let rules = RobotsRules(Array(Self.file.utf8), product: "newsconv")
    #expect((rules.verdict(path) == .allowed) == isAllowed)
  }

  private static let files: [(String, String, Bool)] = [
    // The own group counts alone; names are told apart without regard to case, to the version.
    ("User-agent: *\nDisallow: /\n\nUser-agent: NewsConv/2.0\nDisallow: /x", "/y", true),
    ("User-agent: newsconv\nUser-agent: other\nDisallow: /x", "/x", false),
    ("User-agent: newsconv\nDisallow: /x\nUser-agent: newsconv\nDisallow: /y", "/x", false),
    ("User-agent: newsconv-pro\nDisallow: /", "/x", true),
    ("User-agent: *\nDisallow:", "/x", true), ("Disallow: /", "/x", true), ("", "/x", true),
    ("user-agent : *\r\ndisallow : /x # not this\r\n", "/x", false),
    ("User-agent: *\rDisallow: /x", "/x", false),
    ("\u{FEFF}User-agent: *\nDisallow: /x", "/x", false),
    ("User-agent: *\nCrawl-delay: 5\nDisallow: /x", "/x", false),
    ("User-agent: *\nSitemap: http://a.example/s.xml\nDisallow: /x", "/x", false),
    ("User-agent: *\nDisallow: /x\nAllow: /x", "/x", true),
    ("User-agent: *\nDisallow: /caf%c3%a9", "/caf\u{E9}", false),
    ("User-agent: *\nDisallow: /caf\u{E9}", "/caf%C3%A9", false),
    ("User-agent: *\nDisallow: /x$y", "/x$y/z", false),
    ("User-agent: *\nDisallow: /*", "/x", false),
    ("User-agent: *\nDisallow: *", "/x", false), ("User-agent: *\nDisallow: /$", "/", false),
    ("User-agent: *\nDisallow: /$", "/x", true),
    ("User-agent: *\nAllow: /p\nDisallow: /", "/x", false),
    ("User-agent: *\nAllow: /p\nDisallow: /", "/page", true),
    ("User-agent: *\nDisallow: /x?a=*&b=1$", "/x?a=2&b=1", false),
  ]

  @Test(arguments: files)
  func cases(_ file: String, _ path: String, _ isAllowed: Bool) {
    let rules = RobotsRules(Array(file.utf8), product: "newsconv")
    #expect((rules.verdict(path) == .allowed) == isAllowed)
  }

  @Test func noFile() {
    #expect(RobotsRules.all.verdict("/x") == .allowed)
    #expect(RobotsRules.unknown.verdict("/x") == .unknown)
    #expect(RobotsRules.unknown.verdict("/robots.txt") == .allowed)
  }

  /// What lies behind 500 KiB is not read, and patterns cost no more than their length.
  @Test func large() {
    let long = "User-agent: *\n" + String(repeating: "# x\n", count: 200_000) + "Disallow: /"
    #expect(RobotsRules(Array(long.utf8), product: "newsconv").verdict("/x") == .allowed)
    let stars = "User-agent: *\nDisallow: /" + String(repeating: "*a", count: 10_000) + "b$"
    let path = "/" + String(repeating: "a", count: 20_000)
    #expect(RobotsRules(Array(stars.utf8), product: "newsconv").verdict(path) == .allowed)
  }
}
