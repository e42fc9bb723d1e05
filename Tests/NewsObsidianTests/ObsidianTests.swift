import Foundation
import NewsModel
import Testing

@testable import NewsObsidian

/// A vault in a folder of its own, which goes when the test ends.
private final class VaultFolder {
  let path: String

  init(_ files: [String: String], isVault: Bool = true) throws {
    let root = FileManager.default.temporaryDirectory
      .appending(path: "newskit-vault-\(UUID().uuidString)")
    path = root.path
    var files = files
    if isVault { files[".obsidian/app.json"] = files[".obsidian/app.json"] ?? "{}" }
    for (name, text) in files {
      let file = root.appending(path: name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func read() throws -> (entries: [String: Publication.Entry], diagnostics: [Diagnostic]) {
    var diagnostics = Diagnostics()
    let vault = try ObsidianVaultCollection(path, diagnostics: &diagnostics)
    var entries: [String: Publication.Entry] = [:]
    while let item = vault.next() {
      guard case .deferred(let open) = item.content, let reader = vault.reader else { continue }
      let read = try reader.read(open(.standard), limits: .standard, diagnostics: &diagnostics)
      if let entry = read.first { entries[item.name] = entry }
    }
    return (entries, diagnostics.all)
  }
}

@Suite struct ObsidianTests {
  /// A note beside others, as a list of blocks.
  private func blocks(_ text: String) throws -> [Block] {
    let vault = try VaultFolder([
      "Note.md": text, "Other.md": "Other *text*.\n\n## Part One\n\nOf it. ^here\n\n## Two\n\nEnd.",
      "deep/Far Away.md": "Far.", "files/pic.png": "x", "files/a.mp3": "x",
    ])
    return try #require(try vault.read().entries["Note.md"]).article.body
  }

  private func line(_ inlines: Inline...) -> [Block] { [.paragraph(Paragraph(inlines))] }

  @Test(
    arguments: [
      ("See [[Other]].", ["See ", .link(Link("Other.md", ["Other"])), "."]),
      ("[[Other|that *one*]]", [.link(Link("Other.md", ["that ", .emphasis(["one"])]))]),
      ("[[other#Part One]]", [.link(Link("Other.md#part-one", ["other > Part One"]))]),
      ("[[Far Away]]", [.link(Link("deep/Far%20Away.md", ["Far Away"]))]),
      ("[[deep/Far Away.md|x]]", [.link(Link("deep/Far%20Away.md", ["x"]))]),
      ("[[Nowhere]] and [[../../etc/passwd]]", ["Nowhere and ../../etc/passwd"]),
      (
        "A ==mark *in* it== here",
        ["A ", .span(Span(.mark, ["mark ", .emphasis(["in"]), " it"])), " here"]
      ),
      ("a == b and c == d", ["a == b and c == d"]), ("Not %%shown%% here", ["Not here"]),
      ("$a_b*c$ and $5 or $6", [.math("a_b*c"), " and $5 or $6"]),
      ("`[[Other]] ==x== %%y%%`", [.code("[[Other]] ==x== %%y%%")]),
      ("![[pic.png|300]]", [.image(Image("files/pic.png", width: 300))]),
      (
        "![[pic.png|A view|30x20]]",
        [.image(Image("files/pic.png", alternative: "A view", width: 30, height: 20))]
      ),
      ("one\ntwo", ["one", .lineBreak, "two"]), ("A #tag/nested here", ["A #tag/nested here"]),
      ("[[ ]] [[]] ![[]] [[x", ["[[ ]] [[]] ![[]] [[x"]),
    ] as [(String, [Inline])])
  func lines(_ text: String, _ expected: [Inline]) throws {
    #expect(try blocks(text) == [.paragraph(Paragraph(expected))])
  }

  @Test(arguments: [
    ("Before\n\n![[Other#Part One]]\n\nAfter", "Before|Part One|Of it.|After"),
    ("![[Other#^here]]", "Of it."), ("- a\n- ![[Far Away]]\n- b", "a\nFar.\nb"),
    ("![[Nowhere]]", "Nowhere"), ("%%\nhidden\n\nall\n%%\nShown", "Shown"),
    ("$$\na^2\n$$", "a^2"), ("#one #two\n\nText", "Text"), ("Text ^block-id", "Text"),
    ("> quoted", "quoted"), ("```\n> [!note] x\n```", "> [!note] x"),
  ])
  func texts(_ text: String, _ expected: String) throws {
    #expect(try blocks(text).map { [$0].plainText }.joined(separator: "|") == expected)
  }

  @Test func callouts() throws {
    let body = try blocks(
      "> [!note] My *title*\n> One.\n>\n> - two\n\n> [!tip]-\n> Hidden.\n\n> [!Warning]")
    let expected: [Block] = [
      .division(
        Division(
          [
            .paragraph(Paragraph([.strong(["My ", .emphasis(["title"])])])), "One.",
            .list(List(items: [List.Item(["two"])])),
          ], attributes: Attributes(classes: ["callout", "note"]))),
      .details(
        Details(
          summary: ["Tip"], content: ["Hidden."],
          attributes: Attributes(classes: ["callout", "tip"]))),
      .division(
        Division(
          [.paragraph(Paragraph([.strong(["Warning"])]))],
          attributes: Attributes(classes: ["callout", "warning"]))),
    ]
    #expect(body == expected)
  }

  @Test func properties() throws {
    let vault = try VaultFolder([
      "A Note.md": """
      ---
      aliases: [Other name]
      tags: [news, "#sea/deep"]
      created: 2024-03-07
      author: ["[[people/ann|Ann Lee]]", Bo]
      source: https://a.example/x
      description: In short
      cover: "[[pic.png]]"
      rating: 4
      ---
      Text with #News and #more.
      """, "files/pic.png": "x", "Titled.md": "# The Title\n\nText.",
      "Templates/Daily.md": "x", ".obsidian/templates.json": "{\"folder\": \"Templates\"}",
      "Empty.md": "", "Draw.md": "---\nexcalidraw-plugin: parsed\n---\nx",
    ])
    let read = try vault.read()
    #expect(read.entries.keys.sorted() == ["A Note.md", "Titled.md"])
    let metadata = try #require(read.entries["A Note.md"]).metadata
    #expect(metadata.title == "A Note")
    #expect(metadata.tags == ["news", "sea/deep", "more"])
    #expect(metadata.published?.iso8601 == "2024-03-07")
    #expect(metadata.authors == ["Ann Lee", "Bo"])
    #expect(metadata.canonicalURL == "https://a.example/x")
    #expect(metadata.summary == "In short")
    #expect(metadata.leadImage == LeadImage(source: "files/pic.png"))
    #expect(
      metadata.extra == ["aliases": .list([.string("Other name")]), "rating": .integer(4)])
    #expect(read.entries["Titled.md"]?.metadata.title == "The Title")
    #expect(read.entries["Titled.md"]?.article.body == ["Text."])
  }

  /// Notes that hold each other, and very many of them, end.
  @Test func circles() throws {
    let vault = try VaultFolder([
      "A.md": "A ![[B]]", "B.md": "B ![[A]] ![[B]]",
      "C.md": String(repeating: "![[D]]\n", count: 3000),
      "D.md": String(repeating: "![[E]]\n", count: 100), "E.md": "e",
    ])
    let read = try vault.read()
    #expect(read.entries.count == 5)
    #expect(read.diagnostics.contains { $0.code == .depthFlattened })
  }

  /// Notes in lines and those of embeds, each with its own label.
  @Test func notes() throws {
    let vault = try VaultFolder([
      "A.md": "One^[In *line*.] two[^1].\n\n![[B]]\n\n[^1]: First.",
      "B.md": "Three[^1].\n\n[^1]: Other.",
    ])
    let article = try #require(try vault.read().entries["A.md"]).article
    #expect(
      article.footnotes.map(\.content.plainText).sorted() == ["First.", "In line.", "Other."])
  }

  @Test func aloneIsText() throws {
    var diagnostics = Diagnostics()
    let article = try ObsidianReader().readArticles(
      Source(bytes: Array("[[Other|x]] ![[pic.png]] ==y==".utf8), path: "/nowhere/n.md"),
      diagnostics: &diagnostics)[0]
    #expect(article.body.plainText.contains("x"))
    #expect(diagnostics.all.map(\.code) == [.linkUnresolved])
    #expect(article.metadata.title == "n")
  }

  /// What would take quadratic time, or trap, if anything did.
  @Test(arguments: [
    "[[", "![[", "==", "==a ", "$", "$$", "%%", "^[", "^", "#", "#a ", "> [!", ">", "> [!note]\n",
    "^[a",
    "![[A]] ", "$a ", "\\", "[[a|", "`", "==a==",
  ])
  func repeated(_ piece: String) throws {
    var diagnostics = Diagnostics()
    let text = String(repeating: piece, count: 100_000 / piece.utf8.count)
    _ = try ObsidianReader().readArticles(
      Source(bytes: Array(text.utf8), path: "/nowhere/A.md"), diagnostics: &diagnostics)
  }
}
