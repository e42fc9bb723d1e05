import NewsModel
import Testing
@testable import NewsPages

/// Who wrote it, in the markup that publishing systems make.
struct BylineTests {
  private static func authors(_ above: String, head: String = "", below: String = "") throws
    -> [String]
  {
    let page = """
      <html lang=en><head><title>A bridge for all the town | The Coast</title>
      <meta property=og:site_name content="The Coast">\(head)</head><body>
      <h1>A bridge for all the town</h1>\(above)
      <article><p>The bridge over the river was opened on Monday, after eight years of work, by the \
      mayor and many people of the town.</p><p>It is the longest bridge in the country, and it has \
      room for trains, cars, bicycles and people on foot.</p></article>\(below)</body></html>
      """
    return try MetadataTests.read(page).metadata.authors.map(\.name)
  }

  @Test(arguments: [
    // Name, role and date stand in elements of their own.
    "<div class=author><div>Ann Lee</div><div>Head of bridges</div></div>",
    "<div class=author-info><span>Ann Lee</span> <span>Last update</span> <span>May 3, 2024</span></div>",
    "<div class=post-author><span>Written by</span> <b>Ann Lee</b></div>",
    "<div class=author><span>AL</span><span>by Ann Lee</span></div>",
    "<div class=blogAuthorName>Ann Lee</div>",
    "<p class=meta><span>Dec. 19, 2025 · Ann Lee on behalf of the builders</span></p>"
      .replacing("class=meta", with: "class=date-author"),
    // The address of a link says what it leads to.
    "<p><a href=/authors/ann-lee>Ann Lee</a> | May 3, 2024</p>",
    "<p><a href=/authors/ann-lee>Ann Lee</a> | <a href=/bridges>Bridges</a></p>",
    "<p>by Ann Lee</p>", "<p>Text by <a href=/ann>Ann Lee</a></p>",
    "<p class=byline><span>By</span> <span class=n>Ann</span> <span class=n>Lee</span></p>",
    "<div class=author>Ann Lee</div><div class=author>Edited by Bob Ray</div>",
  ])
  func oneName(above: String) throws {
    #expect(try Self.authors(above) == ["Ann Lee"])
  }

  @Test(arguments: [
    "<p class=byline>By <a href=/a>Ann Lee</a> and <a href=/b>Bob Ray</a></p>",
    "<p class=byline>By <a href=/a>Ann Lee</a>, <a href=/b>Bob Ray</a></p>",
    "<p class=by><span class=author>Ann Lee</span> <span class=author>Bob Ray</span></p>",
    "<p class=byline>Ann Lee &amp; Bob Ray</p>",
  ])
  func twoNames(above: String) throws {
    #expect(try Self.authors(above) == ["Ann Lee", "Bob Ray"])
  }

  @Test(arguments: [
    // An account is no name where the page shows one.
    (#"<meta name=author content="ann.lee">"#, "<p class=byline>By Ann Lee</p>", ["Ann Lee"]),
    (#"<meta name=author content="ann.lee">"#, "", ["ann.lee"]),
    // The site is the author of what names none.
    (#"<meta name=author content="The Coast">"#, "", ["The Coast"]),
    (#"<meta name=author content="The Coast">"#, "<p class=byline>By Ann Lee</p>", ["Ann Lee"]),
    (
      #"<meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Ann Lee">"#,
      "", ["Ann Lee"]
    ),
    (
      #"<meta name="twitter:label1" content="Reading time"><meta name="twitter:data1" content="Four minutes">"#,
      "", []
    ),
    (
      #"<meta name=citation_author content="Lee, Ann"><meta name=citation_author content="Ray, Bob">"#,
      "", ["Ann Lee", "Bob Ray"]
    ),
    (#"<meta name=author content="Ann Lee, MD, FACP">"#, "", ["Ann Lee, MD, FACP"]),
    (#"<meta name=author content="Ann (Bo) Lee">"#, "", ["Ann (Bo) Lee"]),
  ])
  func declared(head: String, above: String, names: [String]) throws {
    #expect(try Self.authors(above, head: head) == names)
  }

  @Test(arguments: [
    "<nav class=authors><a href=/video>Video Library</a></nav>",
    "<p>Reviewed by Bob Ray</p>", "<p class=byline>Last updated</p>",
    "<div class=author><span>Sat</span></div>", "<p class=author>4.9</p>",
  ])
  func none(above: String) throws {
    #expect(try Self.authors(above).isEmpty)
    #expect(
      try Self.authors(
        "", below: "<footer class=credits><a href=/x>Made by Shop Works</a></footer>"
      )
      .isEmpty)
  }
}
