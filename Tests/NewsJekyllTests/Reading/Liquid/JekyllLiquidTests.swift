import Foundation
import Liquid
import Testing
@testable import NewsJekyll

/// Jekyll's tags and filters, held against what Jekyll itself printed.
@Suite struct JekyllLiquidTests {
  /// A template with Jekyll's output.
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var template: String
    var output: String
    var testDescription: String { name }

    static let all: [Case] = {
      let file = folder.appending(path: "cases.txt")
      guard let text = try? String(contentsOf: file, encoding: .utf8) else { return [] }
      return text.components(separatedBy: "\n=== ").dropFirst().compactMap { part in
        let sides = part.components(separatedBy: "\n--->\n")
        guard sides.count == 2, let end = sides[0].firstIndex(of: "\n") else { return nil }
        return Case(
          name: String(sides[0][..<end]),
          template: String(sides[0][sides[0].index(after: end)...]), output: sides[1])
      }
    }()
  }

  static let folder = URL(filePath: #filePath).deletingLastPathComponent()

  @Test(arguments: Case.all) func printsAsJekyll(_ test: Case) throws {
    let rendering = try Self.render(test.template)
    var output = test.output
    // The file's own last line end, and the colours of code.
    if output.hasSuffix("\n"), test.name == Case.all.last?.name { output.removeLast() }
    #expect(rendering.text == Self.withoutSpans(output))
  }

  @Test func readsAllCases() { #expect(Case.all.count > 100) }

  @Test(arguments: [
    ("{% include missing.html %}", "there is no include 'missing.html'"),
    (
      "{% include ../secret.html %}", "the include '../secret.html' is not a name within its folder"
    ),
    ("{% link no/such.md %}", "there is no page 'no/such.md' to link to"),
    ("{% post_url 2001-01-01-none %}", "there is no post '2001-01-01-none' to link to"),
    (
      "{% include broken.html %}",
      "the tag 'nonsense' is not known (in the include 'broken.html', line 2)"
    ),
    ("{{ 'x' | date_to_string }}", "\"x\" is not a date"),
    ("{% highlight %}x{% endhighlight %}", "'highlight ' names no language"),
  ])
  func saysWhatIsWrong(template: String, problem: String) throws {
    let rendering = try Self.render(template)
    #expect(rendering.problems.map(\.message).contains(problem), "\(rendering.problems)")
  }

  @Test(arguments: [
    ("{% youtube dQw4w9WgXcQ %}", "https://www.youtube.com/watch?v=dQw4w9WgXcQ"),
    ("{% gist ada/5555251 %}", "https://gist.github.com/ada/5555251"),
    ("{% vimeo \"https://vimeo.com/1\" %}", "https://vimeo.com/1"),
    (
      "{% tweet https://twitter.com/a/status/1?b=c&d=e %}",
      "https://twitter.com/a/status/1?b=c&amp;d=e"
    ),
  ])
  func embedsAreLinks(template: String, address: String) throws {
    #expect(try Self.render(template).text == "<a href=\"\(address)\">\(address)</a>")
  }

  @Test(arguments: [
    (
      "{% codeblock Title lang:Ruby %}\na < b\n{% endcodeblock %}",
      #"<figure class="highlight"><pre><code class="language-ruby" data-lang="ruby">a &lt; b</code></pre></figure>"#
    ),
    (
      "{% img right /i/a.png 30 40 'T' 'A & b' %}",
      #"<img src="/i/a.png" alt="A &amp; b" title="T">"#
    ),
    ("{% img https://x.example/b.jpg %}", #"<img src="https://x.example/b.jpg" alt="">"#),
  ])
  func octopress(template: String, output: String) throws {
    #expect(try Self.render(template).text == output)
  }

  @Test func unknownBlocksKeepTheirContent() throws {
    let rendering = try Self.render("a {% mystery x %}{{ page.slug }}{% endmystery %} b")
    #expect(rendering.text == "a harbour-opens b")
    #expect(rendering.problems.map(\.message) == ["the tag 'mystery' is not known"])
  }

  private static func render(_ template: String) throws -> Rendering {
    let site = try JekyllSite(root: folder.appending(path: "Site").path)
    let path = "_posts/2024-03-05-harbour-opens.md"
    let page = try #require(site.page(at: path))
    return JekyllLiquid(site: site).render(
      Array(template.utf8), page: PageObject(page, site), path: path)
  }

  private static func withoutSpans(_ html: String) -> String {
    html.replacing("</span>", with: "").split(separator: "<span", omittingEmptySubsequences: false)
      .enumerated().map { index, part in
        index == 0 ? String(part) : String(part.drop { $0 != ">" }.dropFirst())
      }.joined()
  }
}
