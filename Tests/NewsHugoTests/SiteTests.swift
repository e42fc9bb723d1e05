import NewsModel
import Testing

@testable import NewsHugo

@Suite struct SiteTests {
  /// Where pages are, by configuration, file and front matter; Hugo 0.111 says the same.
  @Test(arguments: [
    ("", "news/a-bridge.md", "", "/news/a-bridge/"),
    ("", "news/A Bridge_2!.md", "", "/news/a-bridge_2/"),
    ("", "news/bridge/index.md", "", "/news/bridge/"), ("", "about.md", "", "/about/"),
    ("", "a/b/c.md", "slug = 'Other Name'", "/a/b/other-name/"),
    ("", "news/x.md", "url = '/elsewhere/'", "/elsewhere/"),
    ("", "news/x.md", "url = 'page.html'", "/page.html"),
    ("uglyURLs = true", "news/x.md", "", "/news/x.html"),
    (
      "[permalinks]\nnews = '/:year/:month/:day/:slug/'", "news/x.md", "title = 'A b'",
      "/2024/03/07/a-b/"
    ),
    ("[permalinks]\nnews = '/:sections/:filename'", "news/deep/x.md", "", "/news/deep/x"),
    (
      "[permalinks.page]\nnews = '/:sections[1:]/:contentbasename/'", "news/deep/x.md", "",
      "/deep/x/"
    ),
    (
      "[permalinks]\nnews = '/:monthname/:weekdayname/:yearday/:title/'", "news/x.md",
      "title = 'T'",
      "/March/Thursday/67/t/"
    ),
    (
      "defaultContentLanguage = 'en'\n[languages.en]\n[languages.de]", "news/x.de.md", "",
      "/de/news/x/"
    ),
    (
      "defaultContentLanguage = 'en'\n[languages.en]\n[languages.de]", "news/x.en.md", "",
      "/news/x/"
    ),
    ("", "news/日本.md", "", "/news/日本/"),
  ])
  func addresses(_ configuration: String, _ file: String, _ front: String, _ address: String) throws
  {
    let site = try SiteFolder([
      "hugo.toml": "baseURL = 'https://a.example/'\n\(configuration)",
      "content/\(file)": "+++\ndate = 2024-03-07\n\(front)\n+++\nText.",
    ])
    let entry = try #require(try site.read().entries.values.first)
    #expect(entry.article.metadata.url == address)
    #expect(entry.origin?.url == "https://a.example" + address)
  }

  @Test(arguments: [
    ("blog/2024-03-07-A Bridge.md", "", "/blog/a-bridge/", "2024-03-07"),
    ("blog/x.md", "path = 'some/where'", "/some/where/", nil),
    ("blog/x.md", "slug = 'own'", "/blog/own/", nil), ("blog/x/index.md", "", "/blog/x/", nil),
    ("blog/x.fr.md", "", "/fr/blog/x/", nil),
  ])
  func addressesOfZola(
    _ file: String, _ front: String, _ address: String, _ date: String?
  ) throws {
    let site = try SiteFolder([
      "config.toml": "base_url = 'https://a.example'\ndefault_language = 'en'\n[languages.fr]",
      "content/\(file)": "+++\n\(front)\n+++\nText.",
    ])
    let metadata = try #require(try site.read().entries.values.first).article.metadata
    #expect(metadata.url == address)
    #expect(metadata.published?.iso8601 == date)
  }

  @Test(arguments: [
    (["hugo.yaml": "title: T", "content/a.md": ""], true),
    (["config.toml": "base_url = 'x'", "content/a.md": ""], true),
    (["config.json": "{\"baseURL\": \"x\"}", "content/a.md": ""], true),
    (["config/_default/hugo.toml": "title = 'T'", "content/a.md": ""], true),
    (["hugo.toml": "contentDir = 'posts'", "posts/a.md": ""], true),
    (["hugo.toml": ""], false), (["config.toml": "base_url = 'x'"], false),
    (["config.toml": "[server]\nport = 80", "content/a.md": ""], false),
    (["config.yaml": "- a", "content/a.md": ""], false), (["content/a.md": ""], false),
  ])
  func recognised(_ files: [String: String], _ isSite: Bool) throws {
    let site = try SiteFolder(files)
    #expect(HugoSiteCollection.registration.recognizeFolder(site.path) == isSite)
  }

  @Test func choice() throws {
    let site = try SiteFolder([
      "hugo.toml": "title = 'T'", "content/_index.md": "---\ntitle: Home\n---\nHome.",
      "content/posts/_index.md": "---\ntitle: The Posts\ncascade:\n  author: Ann\n---\n",
      "content/posts/a.md": "---\ntitle: A\n---\nA.",
      "content/posts/b/index.md": "---\ntitle: B\nauthor: Bo\n---\nB.",
      "content/posts/b/part.md": "No page.", "content/posts/b/in/deep.md": "No page.",
      "content/draft.md": "---\ndraft: true\n---\nD.",
      "content/later.md": "---\ndate: 9999-01-01\n---\nL.",
      "content/gone.md": "---\nexpiryDate: 2001-01-01\n---\nG.",
      "content/none.md": "---\nbuild:\n  render: never\n---\nN.", "content/x.org": "* Org",
    ])
    let read = try site.read()
    #expect(read.entries.keys.sorted() == ["content/posts/a.md", "content/posts/b.md"])
    #expect(read.entries["content/posts/a.md"]?.metadata.section == "The Posts")
    #expect(read.entries["content/posts/a.md"]?.metadata.authors == ["Ann"])
    #expect(read.entries["content/posts/b.md"]?.metadata.authors == ["Bo"])
    #expect(read.entries["content/posts/a.md"]?.metadata.publisher == Organization(name: "T"))
    #expect(read.diagnostics.count == 5)
    var options = HugoReader.Options()
    options.includesDrafts = true
    options.includesFuture = true
    options.includesExpired = true
    #expect(try site.read(options).entries.count == 5)
  }

  /// What a link means: the address of the page that it names.
  @Test(arguments: [
    ("[x]({{< ref \"b.md\" >}})", "/other/b/"), ("[x]({{< relref \"/other/b\" >}})", "/other/b/"),
    ("[x]({{< ref \"/posts/c#part\" >}})", "/posts/c/#part"),
    ("[x]({{< ref \"c\" >}})", "/posts/c/"),
    ("[x](../other/b.md)", "/other/b/"), ("[x](/other/b.md#y)", "/other/b/#y"),
    ("[x](https://h.example/b.md)", "https://h.example/b.md"), ("[x](none.md)", "none.md"),
    ("[x]({{< ref \"none.md\" >}})", "none.md"),
    ("[x](../../../etc/passwd.md)", "../../../etc/passwd.md"),
    ("[x]({{% ref \"b.md\" %}})", "/other/b/"),
  ])
  func links(_ text: String, _ address: String) throws {
    let site = try SiteFolder([
      "hugo.toml": "title = 'T'", "content/posts/a.md": "---\ntitle: A\n---\n\(text)",
      "content/posts/c/index.md": "C.", "content/other/b.md": "B.",
    ])
    let article = try #require(try site.read().entries["content/posts/a.md"]).article
    #expect(article.body == [.paragraph(Paragraph([.link(Link(address, ["x"]))]))])
  }

  @Test func linksOfZola() throws {
    let site = try SiteFolder([
      "config.toml": "base_url = 'https://a.example'",
      "content/posts/a.md": "+++\n+++\n[x](@/other/b.md#y) [z](@/none.md)",
      "content/other/b.md": "+++\nslug = 'bee'\n+++\nB.",
    ])
    let read = try site.read()
    let article = try #require(read.entries["content/posts/a.md"]).article
    #expect(
      article.body == [
        .paragraph(
          Paragraph([
            .link(Link("/other/bee/#y", ["x"])), " ", .link(Link("@/none.md", ["z"])),
          ]))
      ])
    #expect(read.diagnostics.map(\.code) == [.linkUnresolved])
  }

  @Test func languagesByFolder() throws {
    let site = try SiteFolder([
      "hugo.toml":
        "defaultContentLanguage = 'en'\n[languages.en]\ncontentDir = 'content/english'\n[languages.de]\ncontentDir = 'content/deutsch'\nlanguageCode = 'de-AT'",
      "content/english/a.md": "---\ntitle: A\n---\nA.",
      "content/deutsch/a.md": "---\ntitle: A\n---\nA.",
    ])
    let entries = try site.read().entries
    #expect(entries["content/english/a.md"]?.metadata.language == "en")
    #expect(entries["content/deutsch/a.md"]?.metadata.language == "de-AT")
    #expect(entries["content/deutsch/a.md"]?.metadata.url == "/de/a/")
  }

  /// A configuration that cannot be read is reported with its line.
  @Test func badConfiguration() throws {
    let site = try SiteFolder(["hugo.toml": "title = 'T'\noops", "content/a.md": "x"])
    let error = #expect(throws: ConversionError.self) { try site.read() }
    #expect(error?.line == 2)
  }
}
