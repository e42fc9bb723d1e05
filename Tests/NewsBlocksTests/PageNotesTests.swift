import NewsModel
import NewsTestSupport
import Testing
@testable import NewsBlocks

/// Notes that only links make such, as pages have them.
struct PageNotesTests {
  static let cases: [(String, String, String)] = [
    (
      "Wikipedia",
      ##"<p>A<sup id="cite_ref-1" class="reference"><a href="#cite_note-1"><span>[</span>1<span>]</span></a></sup> b<sup id="cite_ref-2" class="reference"><a href="#cite_note-2">[2]</a></sup>.</p><h2>References</h2><div class="reflist"><ol class="references"><li id="cite_note-1"><span class="mw-cite-backlink"><b><a href="#cite_ref-1">^</a></b></span> <span class="reference-text"><a href="http://e.example">Source</a> one</span></li><li id="cite_note-2"><span class="mw-cite-backlink">^ <sup><a href="#cite_ref-2">a</a></sup> <sup><a href="#cite_ref-3">b</a></sup></span> <span>Two</span></li></ol></div><h2>Links</h2><p>End.</p>"##,
      "p(A[^1] b[^2].) h2(Links) p(End.) ^1(p(a<http://e.example>(Source) one)) ^2(p(Two))"
    ),
    (
      "a word processor",
      ##"<p>A<a href="#_ftn1" name="_ftnref1">[1]</a> b.</p><hr><div id=ftn1><p><a href="#_ftnref1" name="_ftn1">[1]</a> The note.</p></div>"##,
      "p(A[^1] b.) hr ^1(p(The note.))"
    ),
    (
      "by hand",
      ##"<p>A<sup><a id=r1 href="#n1">*</a></sup> b.</p><p id=n1>* The note. <a href="#r1">↑</a></p>"##,
      "p(A[^note] b.) ^note(p(* The note.))"
    ),
    (
      "links within the page are none",
      ##"<p><a href="#s1">1</a> b</p><h2 id=s1>One</h2><p>Text</p>"##,
      "p(a<#s1>(1) b) h2#s1(One) p(Text)"
    ),
    (
      "a note referred to twice",
      ##"<p>A<a id=r1 href="#n1">1</a> b<a id=r2 href="#n1">1</a></p><ol><li id=n1>N <a href="#r1">a</a> <a href="#r2">b</a></li></ol>"##,
      "p(A[^1] b[^1]) ^1(p(N))"
    ),
    (
      "short lines of a note",
      ##"<p>a <a href="#f1" id="r1">[1]</a></p><div id="f1"><p><a href="#r1">[1]</a> Ibid.</p><p>More.</p><p>一。<a href="#r1">↩</a></p></div>"##,
      "p(a [^1]) ^1(p(Ibid.) p(More.) p(一。))"
    ),
  ]

  @Test(arguments: cases)
  func notes(name: String, html: String, expected: String) throws {
    #expect(try BlockBuilderTests.dump(html, options: .page) == expected)
  }

  @Test(arguments: [
    (
      #"<blockquote class="twitter-tweet"><p>Open!</p>— Ann (@ann) <a href="https://t.example/ann/status/1">March 7</a></blockquote><script src=x></script>"#,
      "quote<https://t.example/ann/status/1>(p(Open!) p(— Ann (@ann) a<https://t.example/ann/status/1>(March 7)))"
    ),
    (
      #"<blockquote class="instagram-media" data-instgrm-permalink="https://i.example/p/1"><p>Pic</p></blockquote>"#,
      "quote<https://i.example/p/1>(p(Pic))"
    ),
    (
      "<lite-youtube videoid=\"abcdefghijk\" title=T></lite-youtube>",
      "embed<https://www.youtube.com/watch?v=abcdefghijk>'T'"
    ),
    (
      "<iframe data-src=\"https://v.example/1\" src=about:blank></iframe>",
      "embed<https://v.example/1>"
    ),
    ("<p>a<img src=\"?\"></p>", "p(aimg<?|>)"),
    ("<video poster=p.jpg src=v.mp4></video>", "video<v.mp4> poster<p.jpg>"),
    (
      "<figure><img src=blank.gif data-src=a.jpg><noscript><img src=a.jpg></noscript><figcaption>C</figcaption></figure>",
      "figure(p(img<a.jpg|>) | p(C))"
    ),
    (
      "<table><tr><th>a</th></tr><tr><td>1</td></tr></table>",
      "table(body{th(p(a)) ; td(p(1))})"
    ),
    ("<p>H<ruby>漢<rt>kan</rt></ruby></p>", "p(Hruby(漢/kan))"),
  ])
  func embedded(html: String, expected: String) throws {
    #expect(try BlockBuilderTests.dump(html, options: .page) == expected)
  }
}
