import NewsKit
import NewsTestSupport
import Testing

/// Sources that want to do harm, or were never looked at: read, and made one book of, with which
/// EPUBCheck finds nothing wrong and in which nothing runs.
@Suite struct HostileSourcesTests {
  static let long = String(
    repeating: "Words that make a paragraph long enough to be one. ", count: 4)

  /// Name, with the extension that tells the format, and text.
  static let sources: [(String, String)] = [
    (
      "active.html",
      """
      <html lang="en_US.utf8"><head><title>A &amp; <b>"t"</title><script>evil()</script></head><body>
      <article><h1 onclick="x()">Active</h1><p onmouseover="y" style="z">\(long)</p>
      <p><a href="javascript:alert(1)">a</a> <a href="java&#10;script:alert(1)">b</a>
      <a href="data:text/html,x">c</a> <a href="vbscript:x">d</a> <a href="http://[bad">e</a>
      <a href="//host/x y?z=[1]#a#b">f</a> <a href="#x"><a href="#y">g</a></a></p>
      <form action="x"><input value="v"><button>Press</button><select><option>o</select></form>
      <svg onload="x()"><script>y</script><foreignObject><p>t</p></foreignObject></svg>
      <img src=x onerror=alert(1)><img src="data:text/html,x"><img srcset="a 1x, b 2x">
      <iframe src="https://video.example/embed/x"></iframe><object data="x.swf"></object>
      <video src="v.mp4" poster="p.png" autoplay></video></article></body></html>
      """
    ),
    (
      "structure.html",
      """
      <body><article><h1>Structure</h1><p id="a" id="b">\(long)</p><p id="a">again</p><p id="1 2">x</p>
      <ul><ul><li>list in list<ol><li>deeper</li></ol></ul><li><li></ul><li>bare</li><td>cell</td>
      <ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp>字<rt>ji</ruby><rt>alone</rt>
      <table border=3 width="100%"><tr><td colspan=0 rowspan=99999><table><tr><td>nested</td></tr>
      </table><td colspan="-1">x</tr><caption>c</caption></table><table></table>
      <math><mi>x</mi><msqrt><mi>y</mi></msqrt></math><cd>unknown</cd><marquee>m</marquee><h7>7</h7>
      <details>no summary</details><dl><dd>first<dt>t<div><dt>x</dt></div></dl><figcaption>f</figcaption>
      <time datetime="yesterday">t</time><q cite="javascript:x">q</q><blockquote cite="::">b</blockquote>
      <p><div><p><span><h2>block in span</h2></span></div><center><font color=red>old</font></center>
      <p lang="x-\(String(repeating: "y", count: 300))">l</p><p lang="-" dir="sideways">m</p>
      <p>\u{7}\u{1b}&#0;&#1;&#xFFFE;&#xD800;&#x110000;</p><!-- -- --></article></body>
      """
    ),
    ("deep.html", "<article><h1>Deep</h1>" + String(repeating: "<div><q>", count: 50_000) + long),
    (
      "attributes.html",
      "<article><h1>Attributes</h1><p title='\(String(repeating: "x", count: 1_000_000))' class='"
        + String(repeating: "c ", count: 50_000) + "'>\(long)</p></article>"
    ),
    ("empty.html", "<p></p>"),
    (
      "post.md",
      """
      ---
      title: "{{ broken }} \\u0007 & <i>"
      date: not a date
      categories: ["", "  ", "a/b", ~]
      tags: {x: y}
      lang: "Klingon!!"
      author: [{name: ""}, "", {x: 1}]
      image: "javascript:x"
      canonical_url: "ht!tp://x y"
      ---
      <script>alert(1)</script> $$ \\frac{1}{2} < & $$ and `code \u{b}`

      * a
        * <li>b</li>
          1. c <td>cell</td>

      [x](javascript:alert(1)) ![](<a b.png>) [f][^1] [g][^1] [^2]

      [^1]: note [^1] <p>

      | a |
      |---|
      | <table><tr><td>x</td></tr></table> |

      para
      {: #dup onclick="x"}

      para
      {: #dup style="x"}

      <a name="1 2"></a><a id=""></a><br clear=all><hr size=3>
      """
    ),
    (
      "article.json",
      #"""
      {"schema":"newskit-article/1","title":"\ud800 alone \u0000","language":"no language",
      "canonicalURL":"javascript:x","content":[{"type":"paragraph","content":[
      {"type":"text","text":"a \udc00 b \ufffe"},{"type":"link","url":"javascript:x","content":[]}]}]}
      """#
    ),
  ]

  @Test(.enabled(if: EPUBCheck.isAvailable)) func comeOutHarmlessAndValid() async throws {
    let converter = try Converter(to: "epub")
    var entries: [Publication.Entry] = []
    for (name, text) in Self.sources {
      let source = Source(bytes: Array(text.utf8), path: name)
      do {
        entries += try converter.read(source).result.map { Publication.Entry($0) }
      } catch {
        // To refuse what is no article is an answer, for the two sources that need not be one.
        #expect(["article.json", "empty.html"].contains(name), "\(name): \(error)")
      }
    }
    #expect(entries.count >= Self.sources.count - 2)
    let publication = Publication(
      title: "Hostile", sections: [Publication.Section(title: "All", entries: entries)])
    var book = ByteBuffer()
    _ = try converter.write(publication, to: &book)
    #expect(try await EPUBCheck.messages(for: book.bytes) == [])

    var page = ByteBuffer()
    _ = try Converter(to: "html").write(publication, to: &page)
    let text = String(decoding: page.bytes, as: UTF8.self).lowercased()
    for harm in ["alert(1)</script", "onclick=", "onerror=", "onload=", "<form"] {
      #expect(!text.contains(harm), "\(harm)")
    }
    #expect(!text.contains("href=\"javascript:"))
  }
}
