import NewsModel
import Testing

@testable import NewsHugo

@Suite struct ShortcodeTests {
  private func read(_ body: String, _ front: String = "title = 't'") throws -> (
    body: [Block], diagnostics: [Diagnostic]
  ) {
    let read = try readAlone("+++\n\(front)\n+++\n\(body)")
    return (read.article.body, read.diagnostics)
  }

  /// What shortcodes say, as text.
  @Test(arguments: [
    ("{{< param motto >}}", "Plainly"), ("{{< param deep.er >}}", "Far"),
    ("{{</* youtube x */>}}", "{{< youtube x >}}"), ("{{%/* note */%}}", "{{% note %}}"),
    ("{{< x user=\"ann\" id=\"12\" >}}", "https://x.com/ann/status/12"),
    ("{{< tweet 12 >}}", "https://x.com/i/web/status/12"),
    ("{{< gist ann 34 a.go >}}", "https://gist.github.com/ann/34 (a.go)"),
    ("{{< instagram Abc >}}", "https://www.instagram.com/p/Abc/"),
    ("{{< qr text=\"https://a.example\" />}}", "https://a.example"),
    ("{{< highlight go >}}\nx := \"*a*\"\n{{< /highlight >}}", "x := \"*a*\""),
    ("{{% notice tip %}}\nSome *words*.\n{{% /notice %}}", "Some words."),
    ("{{< details \"Sum\" >}}In{{< /details >}}", "Sum\nIn"),
    ("{{< details summary=\"Sum\" >}}\nIn\n{{< /details >}}", "Sum\nIn"),
    ("{{< comment >}}gone{{< /comment >}}Stays", "Stays"),
    ("{{< button href=\"/go\" >}}Go{{< /button >}}", "Go"),
    (
      "{{< tabs >}}{{% tab \"One\" %}}a{{% /tab %}}{{% tab \"Two\" %}}b{{% /tab %}}{{< /tabs >}}",
      "One\na\nTwo\nb"
    ),
    ("{{< quote author=\"Ann\" >}}Words{{< /quote >}}", "Words\n— Ann"),
    (
      "No {{ template }} and {{<unclosed and {{< \"x",
      "No {{ template }} and {{<unclosed and {{< “x"
    ),
    ("`{{< figure src=x >}}` is code", "{{< figure src=x >}} is code"),
    ("```\n{{< figure src=x >}}\n```", "{{< figure src=x >}}"),
    ("xshortcode1n0z {{< param motto >}}", "xshortcode1n0z Plainly"),
  ])
  func text(_ body: String, _ expected: String) throws {
    let read = try read(body, "title = 't'\n[params]\nmotto = 'Plainly'\n[params.deep]\ner = 'Far'")
    #expect(read.body.plainText == expected)
    #expect(!read.diagnostics.contains { $0.code == .shortcodeUnknown })
  }

  @Test func figures() throws {
    let read = try read(
      "Before\n{{< figure src=\"a.jpg\" alt=\"A\" title=\"T\" caption=\"A *b*\" link=\"/big\" width=\"60px\" >}}\nAfter"
    )
    let image = Image("a.jpg", alternative: "A", width: 60)
    #expect(
      read.body == [
        "Before",
        .figure(
          Figure(
            [.paragraph(Paragraph([.link(Link("/big", [.image(image)]))]))],
            caption: [
              .paragraph(Paragraph([.strong(["T"])])),
              .paragraph(Paragraph(["A ", .emphasis(["b"])])),
            ])),
        "After",
      ])
  }

  @Test(arguments: [
    ("{{< youtube dQw4 >}}", "https://www.youtube.com/embed/dQw4"),
    ("{{< youtube id=\"dQw4\" autoplay=\"true\" >}}", "https://www.youtube.com/embed/dQw4"),
    ("{{< vimeo 123 >}}", "https://player.vimeo.com/video/123"),
    ("{{< audio src=\"a.mp3\" >}}", "a.mp3"), ("{{< video \"a.mp4\" >}}", "a.mp4"),
  ])
  func recordings(_ body: String, _ address: String) throws {
    let media = try read(body).body.compactMap { block -> String? in
      if case .media(let media) = block { media.source } else { nil }
    }
    #expect(media == [address])
  }

  /// Unknown ones stay as they are written, what they enclose is read, each is named once.
  @Test func unknown() throws {
    let read = try read(
      "{{< a-b \"c\" >}}\n\nSome *text*.\n\n{{< /a-b >}}\n\n{{< a-b >}} {{% z /%}}")
    #expect(
      read.body.plainText
        == "{{< a-b \"c\" >}}\nSome text.\n{{< /a-b >}}\n{{< a-b >}} {{% z /%}}")
    #expect(read.body.count == 4)
    let said = read.diagnostics.filter { $0.code == .shortcodeUnknown }
    #expect(said.map(\.line) == [4, 10])
  }

  /// Notes and references work across shortcodes, lists stay lists.
  @Test func textWithinShortcodes() throws {
    let text = """
      - one

        {{% notice %}}
        In the list.[^1]
        {{% /notice %}}

      - two [ref]

      [^1]: Noted.
      [ref]: /there
      """
    let read = try readAlone("+++\ntitle = 't'\n+++\n\(text)")
    #expect(read.article.footnotes.count == 1)
    guard case .list(let list)? = read.article.body.first else {
      Issue.record("no list: \(read.article.body)")
      return
    }
    #expect(list.items.count == 2)
    #expect(list.items[0].content.count == 2)
    #expect(read.article.body.count == 1)
  }

  @Test(arguments: [
    ("{{ youtube(id=\"dQw4\") }}", "https://www.youtube.com/embed/dQw4"),
    ("{{ vimeo(id=\"12\", class=\"wide\") }}", "https://player.vimeo.com/video/12"),
    ("{{ gist(url=\"https://gist.github.com/a/1\") }}", "https://gist.github.com/a/1"),
    ("{% quote(author=\"Ann\") %}\nWords *said*.\n{% end %}", "Words said.\n— Ann"),
    (
      "{% mine(a=[1, \"b)\"]) %}\nWords.\n{% end %}",
      "{% mine(a=[1, \"b)\"]) %} Words. {% end %}"
    ),
    ("{{/* youtube(id=\"x\") */}}", "{{ youtube(id=\"x\") }}"),
  ])
  func zola(_ body: String, _ expected: String) throws {
    let blocks = try read(body, "title = 't'\n[extra]\na = 1").body
    let text = blocks.map { block in
      if case .media(let media) = block { media.source } else { [block].plainText }
    }
    #expect(text.joined(separator: "\n") == expected)
  }

  /// A megabyte of each is read at all: none takes more than linear time, and none recurses.
  @Test(arguments: [
    "{{< a >}}", "{{< a ", "{{< a \"", "{{< /a >}}", "{{</*", "{% a() %}", "{% end %}", "{{ a(b=[",
    "{{< figure src=\"", "`{{< a >}}", "<!-- ", "xshortcode1n", "Term\n: x\n\n", ": ",
    "{{% notice %}}\n",
    "{{< details >}}", "<!--more", "[a]({{< ref \"b\" >}})",
  ])
  func repeated(_ piece: String) throws {
    let text = String(repeating: piece, count: 200_000 / piece.utf8.count)
    _ = try read(text, "title = 't'\n[extra]\na = 1")
    _ = try read(text + "\n", "title = 't'")
  }
}
