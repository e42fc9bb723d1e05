import Testing

@testable import NewsFiles

@Suite struct PathTests {
  @Test(
    arguments: [
      ("a/b/c.TXT", "c.TXT", "a/b", "txt", "a/b/c"), ("c", "c", ".", nil, "c"),
      ("/c.md", "c.md", "/", "md", "/c"), (".hidden", ".hidden", ".", nil, ".hidden"),
      ("a.b/c", "c", "a.b", nil, "a.b/c"), ("a.", "a.", ".", nil, "a."),
      ("文.章/记.md", "记.md", "文.章", "md", "文.章/记"), ("", "", ".", nil, ""),
    ] as [(String, String, String, String?, String)])
  func parts(
    path: String, name: String, folder: String, suffix: String?, withoutSuffix: String
  ) {
    let parts = FilePath(path)
    #expect(parts.name == name)
    #expect(parts.folder == folder)
    #expect(parts.fileExtension == suffix)
    #expect(parts.withoutExtension == withoutSuffix)
  }

  @Test(
    arguments: [
      ("/a/b.png", "/a", "/b.png"), ("/b.png", "/a", nil),
      ("https://www.town.example/a/b.png", "http://town.example/a", "/b.png"),
      ("https://elsewhere.example/a/b.png", "http://town.example/a", nil),
      ("//town.example/b.png", "https://town.example", "/b.png"),
    ] as [(String, String, String?)])
  func pathInSite(reference: String, site: String, path: String?) {
    #expect(SitePath.of(reference, in: site) == path)
  }
}
