import Foundation
import NewsModel
import Testing

@testable import NewsSubstack

@Suite struct SubstackExportTests {
  @Test(arguments: [
    ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
    ("a,b\r\n\"1,\n\"\"x\"\"\",\r\n", [["a", "b"], ["1,\n\"x\"", ""]]),
    ("\u{FEFF}a\n\n\nb", [["a"], ["b"]]), ("", []), ("\"never closed", [["never closed"]]),
  ])
  func table(_ text: String, _ expected: [[String]]) {
    #expect(CommaSeparatedValues(Array(text.utf8)).rows == expected)
  }

  /// What a script would show; what has a text of its own, or is cut off, stays.
  @Test(arguments: [
    (
      #"<div class="tweet" data-attrs="{&quot;url&quot;:&quot;https://t.example/1&quot;,&quot;full_text&quot;:&quot;A &amp;amp; <b&quot;,&quot;name&quot;:&quot;Ann&quot;}"></div>"#,
      #"<blockquote><p>A &amp;amp; &lt;b</p><p><a href="https://t.example/1">Ann</a></p></blockquote>"#
    ),
    (
      #"<div class="image-gallery-embed" data-attrs="{&quot;gallery&quot;:{&quot;images&quot;:[{&quot;src&quot;:&quot;a.png&quot;}],&quot;caption&quot;:&quot;C&quot;}}"></div>"#,
      #"<figure><p><img src="a.png" alt=""></p><figcaption>C</figcaption></figure>"#
    ),
    (
      #"<div data-attrs="{&quot;persistentExpression&quot;:&quot;x^2&quot;}" class="latex-rendered"></div>"#,
      #"<div>\[x^2\]</div>"#
    ),
    (
      #"<div id="y" class="youtube-wrap" data-attrs="{&quot;videoId&quot;:&quot;abc&quot;}"></div>"#,
      #"<iframe src="https://www.youtube-nocookie.com/embed/abc"></iframe>"#
    ),
    (
      #"<div class="embedded-post-wrap" data-attrs="{&quot;url&quot;:&quot;https://p.example&quot;,&quot;title&quot;:&quot;T&quot;}"></div>x"#,
      #"<p><a href="https://p.example">T</a></p>x"#
    ),
    (#"<div data-attrs="{}"><p>x</p></div>"#, #"<div data-attrs="{}"><p>x</p></div>"#),
    (#"<div data-attrs="{"></div><div class"#, #"<div data-attrs="{"></div><div class"#),
    ("", ""),
  ])
  func embeds(_ html: String, _ expected: String) {
    #expect(String(decoding: SubstackEmbeds.expanded(Array(html.utf8)), as: UTF8.self) == expected)
  }

  @Test(arguments: [
    ([], ["tides", "song", "lost", "unlisted"]),
    (["drafts"], ["tides", "song", "lost", "idea", "unlisted"]),
    (["pages"], ["tides", "song", "lost", "about", "unlisted"]),
  ])
  func posts(_ options: [String], _ expected: [String]) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "substack-\(UUID())")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(
      at: folder.appending(path: "posts"), withIntermediateDirectories: true)
    let files = [
      "posts.csv": """
      post_id,post_date,is_published,type,title,subtitle,podcast_url
      1.tides,2022-03-07T08:08:22.000Z,TRUE,newsletter,"Tides, again",High &amp; low,
      2.song,2022-03-08T08:08:22.000Z,TRUE,podcast,Song,,https://s.example/a.mp3
      3.lost,,TRUE,newsletter,Lost,,
      4.idea,,FALSE,newsletter,Idea,,
      5.about,,TRUE,page,About,,
      """,
      "posts/1.tides.html": "<p>Water</p>", "posts/2.song.html": "<p>Sung</p>",
      "posts/4.idea.html": "<p>Perhaps</p>", "posts/5.about.html": "<p>Us</p>",
      "posts/6.unlisted.html": "<p>More</p>",
    ]
    for (name, text) in files {
      try Data(text.utf8).write(to: folder.appending(path: name))
    }
    var formatOptions = FormatOptions()
    for option in options { formatOptions.set(option, "true") }
    var diagnostics = Diagnostics()
    #expect(SubstackExport.registration.recognizeFolder(folder.path))
    let export = try SubstackExport.registration.open(
      CollectionInput(.folder(folder.path), source: Source(bytes: [])), formatOptions, &diagnostics)
    var names: [String] = []
    while let item = try export.next() {
      names.append(item.name)
      guard case .deferred(let open) = item.content else { continue }
      if item.name == "lost" {
        #expect(throws: ConversionError.self) { try open(.standard) }
        continue
      }
      let source = try open(.standard)
      let reader = try #require(export.reader)
      let article = try #require(
        try reader.readArticles(source, diagnostics: &diagnostics).first)
      switch item.name {
      case "tides":
        #expect(source.metadata.title == "Tides, again")
        #expect(source.metadata.alternativeTitle == "High & low")
        #expect(article.body.plainText == "Water")
      case "song":
        #expect(article.body.first == .media(Media(.audio, source: "https://s.example/a.mp3")))
      default: break
      }
    }
    #expect(names == expected)
  }
}
