import NewsKitTesting
import NewsModel
import Testing

@testable import NewsMail

@Suite struct MailReaderTests {
  private func read(_ message: String) throws -> Article {
    var diagnostics = Diagnostics()
    let bytes = Array(
      message.split(separator: "\n", omittingEmptySubsequences: false)
        .joined(separator: "\r\n").utf8)
    return try #require(
      MailReader().readArticles(Source(bytes: bytes), diagnostics: &diagnostics).first)
  }

  private static let head = """
    Received: from a.example by b.example
    From: =?utf-8?Q?Ann_L=C3=A9e?= <ann@harbour.example>
    Subject: =?utf-8?B?R3LDvMOf?= =?utf-8?Q?e?= from the
     harbour
    Date: Mon, 04 May 2026 10:00:00 +0200
    Message-ID: <1@harbour.example>
    List-Id: "Harbour Weekly" <weekly.harbour.example>
    List-Post: <mailto:weekly@harbour.example>
    MIME-Version: 1.0

    """

  @Test func headers() throws {
    let article = try read(Self.head + "\nHigh water.\n")
    let metadata = article.metadata
    #expect(metadata.title == "Grüße from the harbour")
    #expect(metadata.authors.map(\.name) == ["Ann Lée"])
    #expect(metadata.published?.iso8601 == "2026-05-04T10:00:00+02:00")
    #expect(metadata.id == "1@harbour.example")
    #expect(metadata.publisher?.name == "Harbour Weekly")
    #expect(metadata.extra["list_id"] == .string("weekly.harbour.example"))
    #expect(metadata.extra["list_post"] == .string("mailto:weekly@harbour.example"))
    #expect(article.body.plainText == "High water.")
  }

  /// The HTML part is taken, its pictures from the message; counters and wrappers go.
  @Test func newsletter() throws {
    let article = try read(
      Self.head + """
        Content-Type: multipart/mixed; boundary=out

        preamble
        --out
        Content-Type: multipart/alternative; boundary="in side"

        --in side
        Content-Type: text/plain

        plain
        --in side
        Content-Type: multipart/related; boundary=rel

        --rel
        Content-Type: text/html; charset=iso-8859-1
        Content-Transfer-Encoding: quoted-printable

        <html lang=3D"de"><body><p>Gr=FC=DFe <a href=3D"https://click.mail.example/=
        redirect?url=3Dhttps%3A%2F%2Fharbour.example%2Ftides%3Fa%3D1&amp;id=3D7">tides</a>.</p>
        <img src=3D"cid:quay@x" alt=3D"Quay"><img src=3D"http://h.example/q.png" alt=3D"Q">
        <img src=3D"https://mail.example/o.gif" width=3D"1" height=3D"1"></body></html>
        --rel
        Content-Type: image/png
        Content-ID: <quay@x>
        Content-Transfer-Encoding: base64

        cGljdHVyZQ==
        --rel
        Content-Type: image/png
        Content-Location: http://h.example/q.png
        Content-Transfer-Encoding: base64

        c2Vjb25k
        --rel--
        --in side--
        --out
        Content-Type: text/html
        Content-Disposition: attachment; filename=x.html

        <p>attached</p>
        --out--
        """)
    #expect(article.metadata.language == "de")
    var pictures: [String] = []
    var links: [String] = []
    for case .paragraph(let paragraph) in article.body {
      for inline in paragraph.content {
        if case .image(let image) = inline { pictures.append(image.source) }
        if case .link(let link) = inline { links.append(link.url) }
      }
    }
    #expect(pictures == ["data:image/png;base64,cGljdHVyZQ==", "data:image/png;base64,c2Vjb25k"])
    #expect(links == ["https://harbour.example/tides?a=1"])
    #expect(article.body.plainText.hasPrefix("Grüße tides."))
  }

  /// Texts follow each other; only of alternatives one is taken, and never one that says nothing.
  @Test(arguments: [
    (Mail.parts("mixed", "b", [Mail.html, Mail.picture, Mail.html]), ["rich", "q.png", "rich"]),
    (Mail.parts("mixed", "b", [Mail.plain, Mail.html, Mail.plain]), ["bare", "rich", "bare"]),
    (Mail.parts("alternative", "b", [Mail.plain, Mail.html]), ["rich"]),
    (Mail.parts("alternative", "b", [Mail.html, Mail.plain]), ["rich"]),
    (
      Mail.parts(
        "alternative", "b",
        [Mail.plain, Mail.parts("mixed", "c", [Mail.html, Mail.picture, Mail.html])]),
      ["rich", "q.png", "rich"]
    ),
    (
      Mail.parts("alternative", "b", [Mail.plain, Mail.part("text/html", "<body></body>")]),
      ["bare"]
    ),
    (
      Mail.parts(
        "alternative", "b",
        [Mail.plain, Mail.part("text/html", "<img src=http://a.example/x alt=X>")]),
      ["bare"]
    ),
    (
      Mail.parts(
        "alternative", "b", [Mail.part("text/html", "<img src=http://a.example/x alt=X>")]), ["X"]
    ),
    (
      Mail.parts(
        "mixed", "b", [Mail.parts("alternative", "c", [Mail.plain, Mail.html]), Mail.plain]),
      ["rich", "bare"]
    ),
    (Mail.parts("related", "b", [Mail.html, Mail.picture]), ["rich", "q.png"]),
    (
      Mail.parts(
        "related", "b", [Mail.html, Mail.part("text/html", "<p>framed</p>", "Content-ID: <f>\n")]),
      ["rich"]
    ),
    (
      Mail.parts(
        "digest", "b",
        [
          "\nSubject: One\nFrom: Ann <a@b>\n\nfirst\n", "\nSubject: Two\n\nsecond\n",
        ]), ["One", "Ann", "first", "Two", "second"]
    ),
    (
      Mail.parts("mixed", "b", [Mail.plain, Mail.part("message/rfc822", "Subject: Old\n\nolder")]),
      ["bare", "Old", "older"]
    ),
    (Mail.parts("mixed", "b", [Mail.part("message/rfc822", "Subject: Old\n\nolder")]), ["older"]),
    (
      Mail.parts(
        "mixed", "b",
        [Mail.plain, Mail.part("text/plain", "x", "Content-Disposition: attachment\n")]),
      ["bare"]
    ),
    (
      Mail.parts("signed", "b", [Mail.plain, Mail.part("application/pgp-signature", "x")]), ["bare"]
    ),
  ])
  func texts(_ message: String, _ expected: [String]) throws {
    let article = try read(Self.head + message)
    #expect(article.body.map { [$0].plainText } == expected)
  }

  /// A picture that is shown again and again is not multiplied beyond measure.
  @Test func repeatedPicture() throws {
    let shown = String(repeating: "<p><img src=\"cid:q\" alt=Q>", count: 500)
    let article = try read(
      Self.head
        + Mail.parts(
          "related", "b",
          [
            Mail.part("text/html", shown),
            Mail.part(
              "image/png", String(repeating: "A", count: 100_000),
              "Content-ID: <q>\nContent-Transfer-Encoding: base64\n"),
          ]))
    #expect(article.body.count == 500)
    let bytes = try article.json().count
    #expect(bytes > 1_000_000 && bytes < 12_000_000)
  }

  /// Notes of several texts keep apart.
  @Test func notesOfTexts() throws {
    let text = Mail.part(
      "text/html",
      "<p>A<sup><a id=r1 href=#n1>1</a></sup></p><ol><li id=n1>Note <a href=#r1>↩</a></li></ol>")
    let article = try read(Self.head + Mail.parts("mixed", "b", [text, text]))
    #expect(article.footnotes.count == 2)
    #expect(Set(article.footnotes.map(\.label)).count == 2)
  }

  /// Paragraphs, with how many rows of their own they have.
  @Test(arguments: [
    (
      "text/plain", "One\ntwo\n\n> said\n> so\n\nEnd <https://a.example/x>.",
      ["One two", "said so", "End https://a.example/x."], 2
    ),
    ("text/plain; format=flowed", "One \ntwo\nthree\n", ["One two three"], 1),
    ("text/plain; format=flowed; delsp=yes", "On \ne\n", ["One"], 0),
    ("text/plain; format=flowed; delsp=yes", "On \ne \n -- two\n", ["One-- two"], 0),
    ("text/plain", "> > > deep\n>said\nEnd\u{0}.", ["deep said", "End."], 1),
    ("text/plain", "(<https://a.example/x>).)", ["(https://a.example/x).)"], 0),
    (
      "text/plain",
      "This line is as long as lines of messages are, and\nit goes on in the next, which is as long as it is,\nto the end.",
      [
        "This line is as long as lines of messages are, and it goes on in the next, which is as long as it is, to the end."
      ], 0
    ),
  ])
  func plain(_ type: String, _ text: String, _ expected: [String], _ breaks: Int) throws {
    let article = try read(Self.head + "Content-Type: \(type)\n\n" + text)
    #expect(article.body.map { [$0].plainText } == expected)
    var found = 0
    func count(_ blocks: [Block]) {
      for block in blocks {
        if case .paragraph(let paragraph) = block {
          found += paragraph.content.count { $0 == .lineBreak }
        }
        count(block.children)
      }
    }
    count(article.body)
    #expect(found == breaks)
  }

  /// Messages of a mailbox; `>From` was `From`, and a line that begins so within a text parts nothing.
  @Test func mailbox() throws {
    let mailbox = """
      From ann@harbour.example Mon May  4 10:00:00 2026
      From: Ann <a@b>
      Subject: One
      Date: Mon, 04 May 2026 10:00:00 +0200

      High water.

      >From here on
      From the quay

      From the beginning of 2024 on
      all was well.

      From bo@harbour.example Tue May  5 10:00:00 2026
      From: Bo <c@d>
      Subject: Two
      Date: Tue, 05 May 2026 10:00:00 +0200

      Low water.
      """
    #expect(MailboxCollection.registration.recognize(Array(mailbox.utf8)[...]) == 100)
    var diagnostics = Diagnostics()
    let collection = try MailboxCollection.registration.open(
      CollectionInput(
        .bytes(ByteReader(bytes: Array(mailbox.utf8))), source: Source(bytes: [])),
      FormatOptions(), &diagnostics)
    var articles: [Article] = []
    while let item = try collection.next() {
      guard case .source(let source) = item.content else { continue }
      articles += try MailReader().readArticles(source, diagnostics: &diagnostics)
    }
    #expect(articles.map(\.metadata.title) == ["One", "Two"])
    #expect(
      articles.map(\.body.plainText) == [
        "High water.\nFrom here on From the quay\nFrom the beginning of 2024 on all was well.",
        "Low water.",
      ])
  }

  @Test(arguments: [
    ("https://www.google.com/url?q=https://a.example/b&sa=D", "https://a.example/b"),
    (
      "https://x.safelinks.protection.outlook.com/?url=https%3A%2F%2Fa.example%2Fb&data=1",
      "https://a.example/b"
    ),
    ("https://urldefense.com/v3/__https://a.example/b__;!!x$", "https://a.example/b"),
    ("https://urldefense.proofpoint.com/v2/url?u=https-3A__a.example_b&d=1", "https://a.example/b"),
    (
      "https://track.one.example/c?u=https%3A%2F%2Fclick.two.example%2F%3Furl%3Dhttps%253A%252F%252Fa.example%252F",
      "https://a.example/"
    ),
    (
      "https://www.facebook.com/sharer/sharer.php?u=https://a.example/b",
      "https://www.facebook.com/sharer/sharer.php?u=https://a.example/b"
    ),
    (
      "https://a.example/article?url=https://b.example/",
      "https://a.example/article?url=https://b.example/"
    ),
    (
      "https://click.example/?url=javascript:alert(1)",
      "https://click.example/?url=javascript:alert(1)"
    ),
    ("/redirect?url=https://b.example/", "/redirect?url=https://b.example/"),
  ])
  func wrappedLinks(_ url: String, _ target: String) {
    #expect(WrappedLink.target(of: url) == target)
  }

  @Test(arguments: [
    ("text/html; charset=\"utf-8\"", "text/html", "charset", "utf-8"),
    ("a/b; name*0*=utf-8''Gr%C3%BC; name*1=\"xx\"; name*2*=%C3%9Fe", "a/b", "name", "Grüxxße"),
    ("a/b; x=\"q;\\\"z\"; name=v", "a/b", "x", "q;\"z"),
    ("a/b; name*=iso-8859-1'de'%FC", "a/b", "name", "ü"),
    ("a/b;;;=;name", "a/b", "name", ""),
  ])
  func parameters(_ field: String, _ value: String, _ name: String, _ parameter: String) {
    let parsed = MailParameters(Array(field.utf8))
    #expect(parsed.value == value)
    #expect(parsed[name] ?? "" == parameter)
  }

  @Test(arguments: [
    ("=?utf-8?q?a_b=3D?=", "a b="), ("=?UTF-8?B?w6Q=?= =?UTF-8?B?w7Y=?=", "äö"),
    ("=?utf-8?Q?=C3?= =?utf-8?Q?=A4?= x", "ä x"), ("=?x?q?", "=?x?q?"),
    ("a =?iso-8859-1?Q?=E9?= b", "a é b"),
    ("=?utf-8*en?q?x?=", "x"), ("=??q?x?=", "=??q?x?="),
  ])
  func encodedWords(_ text: String, _ expected: String) {
    #expect(EncodedWords.decoded(Array(text.utf8)[...]) == expected)
  }

  /// Padding ends a piece of Base64, of which there may be several.
  @Test(arguments: [
    ("T25lIA==\nVHdv", "One Two"), ("T25lIA=\nVHdv", "One Two"), ("T2\n5l", "One"), ("====", ""),
    ("T25l!", "One"),
  ])
  func base64(_ text: String, _ expected: String) {
    #expect(TransferEncoding.base64(Array(text.utf8)[...]) == Array(expected.utf8))
  }

  @Test(arguments: [
    ("Ann <a@b>, \"Lee, Bo\" <c@d>", ["Ann", "Lee, Bo"]), ("a@b.example", ["a@b.example"]),
    ("a@b (Ann Lee)", ["Ann Lee"]), ("Team: Ann <a@b>, Bo <c@d>;", ["Ann", "Bo"]), ("<>", []),
  ])
  func people(_ field: String, _ names: [String]) {
    #expect(MailMetadata.people(Array(field.utf8)).map(\.name) == names)
  }

  @Test(arguments: [
    "", "\n\n", "Content-Type: image/png\n\nx", "Content-Type: application/pkcs7-mime\n\nx",
  ])
  func noText(_ message: String) {
    var diagnostics = Diagnostics()
    let article = try? MailReader().readArticles(
      Source(bytes: Array(message.utf8)), diagnostics: &diagnostics
    ).first
    #expect(article?.body.isEmpty ?? true)
  }

  @Test func conforms() async {
    let sample = Source(
      bytes: Array(
        (Self.head
          + "Content-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/html\n\n<p>One <b>two</b>\n--b--\n")
          .utf8))
    let report = await ReaderConformance(MailReader.registration, samples: [sample]).run()
    #expect(report.problems == [])
  }

  @Test(arguments: [
    ("From: a@b\nSubject: x\nDate: y\n\n", true), ("Received: x\nFrom: a\nTo: b\n\n", true),
    ("# Title\n\nFrom: x\n", false), ("title: x\ndate: y\n", false), ("{\"a\": 1}", false),
    ("", false),
    ("From here: on\n", false),
  ])
  func recognised(_ head: String, _ isMail: Bool) {
    #expect((MailRecognizer.certainty(of: Array(head.utf8)[...]) > 0) == isMail)
  }
}

/// Parts of messages.
private enum Mail {
  static func part(_ type: String, _ content: String, _ header: String = "") -> String {
    "Content-Type: \(type)\n\(header)\n\(content)\n"
  }

  static func parts(_ kind: String, _ mark: String, _ parts: [String]) -> String {
    part(
      "multipart/\(kind); boundary=\(mark)",
      parts.map { "--\(mark)\n" + $0 }.joined() + "--\(mark)--")
  }

  static let html = part("text/html", "<p>rich</p>")
  static let plain = part("text/plain", "bare")
  static let picture = part(
    "image/png", "x", "Content-Disposition: inline; filename=q.png\n")
}
