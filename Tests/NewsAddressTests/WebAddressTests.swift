import Testing
@testable import NewsAddress

@Suite struct WebAddressTests {
  @Test(
    arguments: [
      ("https://a.example/x", "https://a.example/x"),
      ("HTTP://a.example", "http://a.example"),
      ("http://a.example?q", "http://a.example/?q"),
      (" http://a.example/x y\n", "http://a.example/x%20y"),
      ("http://a.example/100%", "http://a.example/100%25"),
      ("http://a.example/%41%zz", "http://a.example/%41%25zz"),
      ("http://a.example/[a]|{b}\\c", "http://a.example/%5Ba%5D%7C%7Bb%7D/c"),
      ("http://a.example/#one#two", "http://a.example/#one%23two"),
      ("http://例え.example/道?問=答#節", "http://例え.example/道?問=答#節"),
      ("mailto:a@b.example?subject=x y", "mailto:a@b.example?subject=x%20y"),
      ("tel:+49", "tel:+49"),
      ("http://", nil), ("http:///x", nil), ("http://a..b/", nil), ("http://.a/", nil),
      ("http://a:99999/", nil), ("http://a:x/", nil), ("http://a b/", nil), ("http://[x/", nil),
      ("javascript:alert(1)", nil), ("java\nscript:x", nil), ("data:text/html,x", nil),
      ("file:///etc", nil), ("/x", nil), ("", nil), ("mailto:", nil),
    ] as [(String, String?)])
  func linkable(_ text: String, _ expected: String?) {
    #expect(WebAddress(text).linkable == expected)
  }

  /// The examples of RFC 3986, 5.4, as far as they have a host.
  @Test(arguments: [
    ("g", "http://a/b/c/g"), ("./g", "http://a/b/c/g"), ("g/", "http://a/b/c/g/"),
    ("/g", "http://a/g"), ("//g", "http://g"), ("?y", "http://a/b/c/d;p?y"),
    ("g?y", "http://a/b/c/g?y"), ("#s", "http://a/b/c/d;p?q#s"), ("g#s", "http://a/b/c/g#s"),
    (";x", "http://a/b/c/;x"), ("", "http://a/b/c/d;p?q"), (".", "http://a/b/c/"),
    ("./", "http://a/b/c/"), ("..", "http://a/b/"), ("../", "http://a/b/"),
    ("../g", "http://a/b/g"), ("../..", "http://a/"), ("../../g", "http://a/g"),
    ("../../../g", "http://a/g"), ("/./g", "http://a/g"), ("g..", "http://a/b/c/g.."),
    ("./g/.", "http://a/b/c/g/"), ("g/../h", "http://a/b/c/h"), ("http://x/", "http://x/"),
  ])
  func resolution(_ relative: String, _ expected: String) {
    let base = WebAddress("http://a/b/c/d;p?q")
    #expect(WebAddress(relative).resolved(against: base).linkable == expected)
  }

  @Test(arguments: [
    ("http://www.a.example/x/", "https://a.example/x"),
    ("https://a.example/x/index.html", "https://a.example/x#y"),
    ("https://a.example/x.html", "https://A.example/x"),
    ("https://a.example/%E9%81%93", "https://a.example/道"),
    ("http://a.example:80/x", "https://a.example:443/x"),
    ("https://me@a.example./x", "https://a.example/x"),
    ("https://a.example/x?utm_source=b&fbclid=c", "https://a.example/x?"),
    ("https://a.example/x?utm_source=b&page=2", "https://a.example/x?page=2"),
  ])
  func samePage(_ one: String, _ other: String) {
    #expect(WebAddress(one).pageKey == WebAddress(other).pageKey)
  }

  @Test(arguments: [
    ("https://a.example/x", "https://b.example/x"), ("https://a.example/x", "https://a.example/X"),
    ("https://a.example/x?page=2", "https://a.example/x"),
    ("https://a.example:8080/x", "https://a.example/x"),
    ("https://a.example/x", "https://a.example/x/y"),
  ])
  func otherPage(_ one: String, _ other: String) {
    #expect(WebAddress(one).pageKey != WebAddress(other).pageKey)
  }
}
