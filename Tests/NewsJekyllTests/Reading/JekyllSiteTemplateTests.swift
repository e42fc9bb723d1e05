import Foundation
import Liquid
import NewsModel
import Testing
@testable import NewsJekyll

/// What templates find in a site, each answer that of Jekyll 4.3.1 on the same files.
@Suite final class JekyllSiteTemplateTests {
  private static let files = [
    "_config.yml": """
    timezone: Europe/Vienna
    collections:
      recipes: {output: true}
      people: {output: false}
      docs: {sort_by: order, title: The Docs}
      steps: {order: [b.md, a.md]}
    """,
    "_data/odd name.yml": "a: 1",
    "_data/times.yml":
      "plain: 2020-07-01 10:00:00\nzoned: 2020-07-01 10:00:00 +0900\nday: 2020-07-01",
    "_recipes/soup.md": "---\ntitle: Soup\n---\nSoup",
    "_recipes/bread.md": "---\ntitle: Bread\ndate: 2018-03-04\n---\nBread",
    "_recipes/notes.txt": "no front matter",
    "_people/zoe.md": "---\n---\nZ",
    "_docs/b.md": "---\norder: 2\n---\nB",
    "_docs/a.md": "---\norder: 10\n---\nA",
    "_docs/c.md": "---\n---\nC",
    "_steps/a.md": "---\n---\nA",
    "_steps/b.md": "---\n---\nB",
    "_steps/c.md": "---\n---\nC",
    "about.pdf": "x",
    "_posts/2020-01-01-first.md":
      "---\ntitle: First\n---\n{% if true %}*{{ page.title }}*\n\nrest{% endif %}",
    "_posts/2020-01-02-loop.md":
      "---\ntitle: Loop\n---\n{% for p in site.posts %}{{ p.excerpt }}{% endfor %}",
  ]

  private let root = FileManager.default.temporaryDirectory
    .appending(path: "newskit-site-\(UUID().uuidString)")

  init() throws {
    for (path, text) in Self.files {
      let url = root.appending(path: path)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try text.write(to: url, atomically: true, encoding: .utf8)
    }
  }

  deinit { try? FileManager.default.removeItem(at: root) }

  @Test(arguments: [
    // Collections by name, with what Jekyll knows of each.
    (
      "{% for c in site.collections %}{{ c.label }}:{{ c.docs.size }}:{{ c.files.size }}:{{ c.output }}:{{ c.title }} {% endfor %}",
      "docs:3:0:false:The Docs people:1:0:false: posts:2:0:true: recipes:2:1:true: steps:3:0:false: "
    ),
    // By path where one has no date; by a number, not its digits; as listed, then the rest.
    (#"{{ site.recipes | map: "title" | join: "," }}"#, "Bread,Soup"),
    (#"{{ site.docs | map: "slug" | join: "," }}"#, "b,a,c"),
    (#"{{ site.steps | map: "slug" | join: "," }}"#, "b,a,c"),
    (
      #"{% for f in site.static_files %}{{ f.path }} {{ f.collection }};{% endfor %}"#,
      "/about.pdf ;_recipes/notes.txt recipes;"
    ),
    ("{{ site.documents.size }}", "12"),
    // A data file has one key.
    (#"{{ site.data.odd_name.a }},{{ site.data["odd name"].a }}"#, "1,"),
    // Times as the site's clocks show them.
    (
      "{{ site.data.times.plain }},{{ site.data.times.zoned }},{{ site.data.times.day }}",
      "2020-07-01 12:00:00 +0200,2020-07-01 10:00:00 +0900,2020-07-01"
    ),
    // An excerpt is rendered by itself, its open blocks closed.
    ("{{ site.posts.last.excerpt }}", "<p><em>First</em></p>\n"),
  ])
  func templates(_ template: String, _ expected: String) throws {
    let rendering = try render(template)
    #expect(rendering.text == expected)
    #expect(rendering.problems.isEmpty)
  }

  @Test func anExcerptThatAsksForAllExcerptsEnds() throws {
    #expect(try render("{{ page.excerpt }}").text.contains("<em>"))
  }

  @Test func highlightedTextIsABlockOfItsOwnInMarkdown() throws {
    let template = "text {% highlight c %}x{% endhighlight %} more"
    let figure =
      #"<figure class="highlight"><pre><code class="language-c" data-lang="c">x</code></pre></figure>"#
    #expect(try render(template).text == "text \n\(figure)\n more")
    #expect(try render(template, isMarkdown: false).text == "text \(figure) more")
  }

  private func render(_ template: String, isMarkdown: Bool = true) throws -> Rendering {
    let site = try JekyllSite(root: root.path)
    let path = "_posts/2020-01-02-loop.md"
    let page = try #require(site.page(at: path))
    return JekyllLiquid(site: site).render(
      Array(template.utf8), page: PageObject(page, site), path: path, isMarkdown: isMarkdown)
  }
}
