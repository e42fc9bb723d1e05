import Testing

@testable import NewsPages

/// Which page an article goes on at.
@Suite struct ArticlePartsTests {
  /// A page's path, a link of it, and the path where it goes on.
  static let links: [(path: String, link: String, next: String?)] = [
    ("story", "<link rel=next href='?page=2'>", "story?page=2"),
    ("story?id=7", "<link rel=next href='?id=7&page=2'>", "story?id=7&page=2"),
    ("story.html", "<a rel=next href='story-2.html'>on</a>", "story-2.html"),
    ("story.html", "<a href=story-p2.html> 2 </a>", "story-p2.html"),
    ("story/", "<a rel='nofollow next' href=/story/2/#top>on</a>", "story/2/"),
    ("story/", "<a href=/story/page/2/>2</a>", "story/page/2/"),
    ("story", "<a href=/story/seite-2>2</a>", "story/seite-2"),
    ("story/1", "<a rel=next href=/story/2>on</a>", "story/2"),
    ("story", "<link rel=next href='?page=1'>", "story?page=1"),
    ("story_1.html", "<a href=story_2.html>2</a>", "story_2.html"),
    // Not the same article.
    ("story", "<link rel=next href=/another-story>", nil),
    ("?p=123", "<link rel=next href='?p=124'>", nil),
    ("2026/11/28", "<link rel=next href=/2026/11/29>", nil),
    ("story", "<a href=/story-2>The same again</a>", nil),
    ("story", "<a href='/story?comment-page=2'>2</a>", nil),
    ("story", "<a href='https://b.example/story?page=2'>2</a>", nil),
    ("story", "<a href='?page=3'>3</a>", nil),
    ("story", "<link rel=next href='?page=99999999999999999999'>", nil),
    ("story", "<link rel=next href='javascript:next(2)'>", nil),
    ("story", "", nil),
  ]

  @Test(arguments: links) func next(_ path: String, _ link: String, _ next: String?) {
    let address = "https://a.example/" + path
    var parts = ArticleParts(first: address)
    let found = parts.next(in: Array("<p>Text</p>\(link)".utf8), at: address)
    #expect(found == next.map { "https://a.example/" + $0 })
  }

  @Test func oneAfterTheOther() {
    var address = "https://a.example/story"
    var parts = ArticleParts(first: address)
    var visited: [String] = []
    let page = "<a href=/story>1</a><a href='?page=2'>2</a><a href='?page=3'>3</a>"
    while let next = parts.next(in: Array(page.utf8), at: address) {
      visited.append(next)
      address = next
    }
    #expect(visited == ["https://a.example/story?page=2", "https://a.example/story?page=3"])
  }
}
