import Foundation
import NewsKit
import NewsCommonMark
import NewsTestSupport
import Testing

/// Whole outputs in a browser, with markers that must not fire.
@Suite("Outputs in a browser", .enabled(if: Browser.isAvailable))
struct BrowserTests {
  @Test func nothingRuns() throws {
    let vectors = HostileVectors()
    var documents: [Browser.Document] = []
    for group in vectors.groups {
      documents += try HostileDocuments.all(of: group.articles, name: group.name)
    }
    documents += try HostileSources.documents()
    let report = try Browser.report(on: documents)
    print(
      "browser: \(vectors.count) vectors and \(HostileSources.count) sources in \(report.loaded) documents, \(report.fired.count) markers fired, \(report.found.count) findings"
    )
    #expect(vectors.count >= 300)
    #expect(report.loaded == documents.count)
    #expect(report.fired.isEmpty, "\(report.fired.prefix(20))")
    #expect(report.found.isEmpty, "\(report.found.prefix(20))")
  }

  /// The same articles as pages of a site that lets HTML through, built by real Hugo.
  @Test(.enabled(if: RealHugo.isThere, "hugo is not installed (make test does)"))
  func nothingRunsInPagesOfHugo() throws {
    var files: [String: [UInt8]] = [:]
    for group in HostileVectors().groups {
      for (index, article) in group.articles.enumerated() {
        var article = article
        // Where a page stands is not asked here.
        (article.metadata.url, article.metadata.slug) = (nil, nil)
        files["content/\(group.name)-\(index)/index.md"] = try HostileDocuments.written(
          Publication(article), "hugo")
      }
    }
    let pages = try RealHugo.build(
      files, configuration: "markup: {goldmark: {renderer: {unsafe: true}}}")
    #expect(pages.count == files.count)
    let report = try Browser.report(
      on: pages.map { page in
        .init(
          "hugo" + page.url.split(separator: "/").joined(separator: "-") + ".html",
          HostileDocuments.page(Array(page.content.utf8)))
      })
    print("browser: \(report.loaded) pages of Hugo, \(report.fired.count) markers fired")
    #expect(report.loaded == pages.count)
    #expect(report.fired.isEmpty, "\(report.fired.prefix(20))")
    #expect(report.found.isEmpty, "\(report.found.prefix(20))")
  }

  /// The marker fires where nothing is done against it, in every kind of document.
  @Test func markerFires() throws {
    func link(_ number: Int) -> Publication {
      let address = "javascript:" + Browser.marker(number)
      return Publication(
        Article(body: [
          .paragraph(Paragraph([.link(Link(address, [.text("a")]))])),
          .media(Media(.embed, source: address)),
        ]))
    }
    let unsafe = ["unsafe-links": "true"]
    let xhtml =
      "<html xmlns=\"http://www.w3.org/1999/xhtml\"><body><a href=\"javascript:\(Browser.marker(4))\">a</a></body></html>"
    let svg =
      "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>\(Browser.marker(5))</script></svg>"
    let documents: [Browser.Document] = [
      .init(
        "fragment.html",
        HostileDocuments.page(
          try HostileDocuments.written(
            link(1), "html", ["fragment": "true", "unsafe-links": "true"]))),
      .init(
        "gfm.html",
        HostileDocuments.page(
          CommonMark.html(of: try HostileDocuments.written(link(2), "gfm", unsafe)))),
      .init(
        "handler.html",
        HostileDocuments.page(Array("<img src=x onerror=\"\(Browser.marker(3))\">".utf8))),
      .init("book.xhtml", Array(xhtml.utf8)), .init("drawing.svg", Array(svg.utf8)),
      .init(
        "data.html",
        HostileDocuments.page(
          Array(
            "<iframe src=\"data:text/html,<script>\(Browser.marker(6))</script>\"></iframe>".utf8))),
      .init(
        "harmless.html", HostileDocuments.page(Array("<a href=\"https://a.example/\">a</a>".utf8))),
    ]
    let report = try Browser.report(on: documents)
    let fired = Set(report.fired)
    for expected in [
      "fragment.html 1", "gfm.html 2", "handler.html 3", "book.xhtml 4", "drawing.svg 5",
      "data.html 6",
    ] { #expect(fired.contains(expected), "\(expected) in \(report)") }
    #expect(!report.found.contains { $0.hasPrefix("found harmless.html") }, "\(report.found)")
    #expect(report.loaded == documents.count)
  }
}
