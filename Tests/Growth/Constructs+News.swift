import NewsKit

/// Feeds, the formats of news agencies, mail, and notes and pages of other programs.
extension Construct {
  /// Formats that articles of this kind are written to as well.
  private static let newsWriters = [
    "atom", "rss", "jsonfeed", "ninjs", "nitf", "newsml-g2", "hugo", "json",
  ]

  static let news: [Construct] =
    made("feed", feeds, writers: newsWriters) { $0 }
    + made("feed", items, writers: newsWriters) {
      "<rss version=\"2.0\" xmlns:media=\"http://search.yahoo.com/mrss/\" "
        + "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel><title>F</title>"
        + "<item><title>A</title>\($0)</item></channel></rss>"
    }
    + made("feed", jsonItems) { "{\"items\":[{\"id\":\"1\",\($0)\"title\":\"A\"}]}" }
    + made("nitf", nitf, writers: newsWriters) {
      "<nitf><head><title>A</title></head><body><body.head/><body.content>\($0)</body.content>"
        + "</body></nitf>"
    }
    + made("nitf", nitfHeads) { "<nitf><head><title>A</title>\($0)</head><body/></nitf>" }
    + made("newsml-g2", newsML, writers: newsWriters) {
      "<newsItem xmlns=\"http://iptc.org/std/nar/2006-10-01/\" guid=\"a\"><contentMeta>"
        + "<headline>A</headline>\($0)</contentMeta></newsItem>"
    }
    + made("ninjs", ninjs, writers: newsWriters) { "{\"uri\":\"a\",\($0)\"headline\":\"A\"}" }
    + made("eml", mail) { $0 }
    + made("medium", medium) {
      "<article class=\"h-entry\"><h1 class=\"p-name\">A</h1><section class=\"e-content\">"
        + "<p>Text.</p></section><footer>\($0)</footer></article>"
    }
    + made("obsidian", notes) { $0 }
    + made("hugo", shortcodes) { "---\ntitle: A\n---\n" + $0 }
    + made("plain", plain, writers: ["plain", "markdown"]) { $0 }

  private static func made(
    _ format: String, _ kinds: [Named], writers: [String] = [],
    _ whole: @escaping @Sendable (String) -> String
  ) -> [Construct] {
    kinds.map { kind in
      Construct(kind.name, format: format, writers: writers) { whole(kind.text($0)) }
    }
  }

  private static let feeds: [Named] = [
    Named("entries") { bytes in
      "<rss><channel>" + Shape.numbered(to: bytes) { "<item><title>\($0)</title></item>" }
        + "</channel></rss>"
    },
    Named("entries of Atom") { bytes in
      "<feed xmlns=\"http://www.w3.org/2005/Atom\">"
        + Shape.numbered(to: bytes) { "<entry><id>\($0)</id><title>a</title></entry>" } + "</feed>"
    },
    Named("authors of the feed") { bytes in
      "<feed xmlns=\"http://www.w3.org/2005/Atom\">"
        + Shape.numbered(to: bytes) { "<author><name>Ann \($0)</name></author>" }
        + "<entry><title>a</title></entry></feed>"
    },
    Named("resources of RDF") { bytes in
      "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" "
        + "xmlns=\"http://purl.org/rss/1.0/\"><channel><items><rdf:Seq>"
        + Shape.numbered(to: bytes / 2) { "<rdf:li rdf:resource=\"a\($0)\"/>" }
        + "</rdf:Seq></items></channel>"
        + Shape.numbered(to: bytes / 2) {
          "<item rdf:about=\"a\($0)\"><title>\($0)</title></item>"
        } + "</rdf:RDF>"
    },
    Named("nested groups") {
      "<rss xmlns:media=\"http://search.yahoo.com/mrss/\"><channel><item><title>a</title>"
        + Shape.nested("<media:group>", "</media:group>", to: $0) + "</item></channel></rss>"
    },
    Named("entries of JSON Feed") { bytes in
      "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":["
        + Shape.numbered(to: bytes) { "{\"id\":\"\($0)\",\"content_text\":\"a\"}," }
        + "{\"id\":\"x\"}]}"
    },
    Named("entries cut off") { bytes in
      "<rss><channel>" + Shape.numbered(to: bytes) { "<item><title>\($0)" }
    },
    Named("namespaces") { bytes in
      "<rss" + Shape.numbered(to: bytes) { " xmlns:n\($0)=\"a\($0)\"" }
        + "><channel><item><title>a</title></item></channel></rss>"
    },
  ]

  private static let items: [Named] = [
    Named("categories") { bytes in
      Shape.numbered(to: bytes) { "<category>tag \($0)</category>" }
    },
    Named("keywords") { bytes in
      "<media:keywords>" + Shape.numbered(to: bytes) { "tag \($0)," } + "</media:keywords>"
    },
    Named("authors") { bytes in
      Shape.numbered(to: bytes) { "<dc:creator>Ann \($0)</dc:creator>" }
    },
    Named("enclosures") { bytes in
      Shape.numbered(to: bytes) { "<enclosure url=\"https://a.example/\($0)\" type=\"audio/a\"/>" }
    },
    Named("players in the text and beside it") { bytes in
      "<description>"
        + Shape.numbered(to: bytes / 2) {
          "&lt;audio src=\"https://a.example/\($0)\">&lt;/audio>"
        } + "</description>"
        + Shape.numbered(to: bytes / 2) {
          "<enclosure url=\"https://a.example/\($0)\" type=\"audio/a\"/>"
        }
    },
    Named("descriptions") {
      Shape.repeated("<description>a</description><dc:description>b</dc:description>", to: $0)
    },
    Named("links") { bytes in Shape.numbered(to: bytes) { "<link>https://a.example/\($0)</link>" }
    },
    Named("text escaped twice") {
      "<description>" + Shape.repeated("&amp;amp;lt;p> ", to: $0) + "</description>"
    },
    Named("elements that are not known") { bytes in
      Shape.numbered(to: bytes) { "<a\($0)>b</a\($0)>" }
    },
  ]

  private static let jsonItems: [Named] = [
    Named("tags of JSON Feed") { bytes in
      "\"tags\":[" + Shape.numbered(to: bytes) { "\"tag \($0)\"," } + "\"a\"],"
    },
    Named("attachments of JSON Feed") { bytes in
      "\"attachments\":["
        + Shape.numbered(to: bytes) {
          "{\"url\":\"https://a.example/\($0)\",\"mime_type\":\"audio/a\"},"
        } + "{}],"
    },
  ]

  private static let nitf: [Named] = [
    Named("paragraphs") { Shape.repeated("<p>A <em>b</em>.</p>", to: $0) },
    Named("pictures") { bytes in
      Shape.numbered(to: bytes) {
        "<media media-type=\"image\"><media-reference source=\"https://a.example/\($0).jpg\"/>"
          + "<media-caption>a</media-caption></media>"
      }
    },
    Named("captions of one picture") {
      "<media media-type=\"image\"><media-reference source=\"a.jpg\"/>"
        + Shape.repeated("<media-caption>a</media-caption>", to: $0) + "</media>"
    },
    Named("rows") { "<table>" + Shape.repeated("<tr><td>a</td></tr>", to: $0) + "</table>" },
    Named("nested lists") { Shape.nested("<ul><li>", "</li></ul>", to: $0) },
  ]

  private static let nitfHeads: [Named] = [
    Named("subjects") { bytes in
      "<tobject>"
        + Shape.numbered(to: bytes) { "<tobject.subject tobject.subject.type=\"\($0)\"/>" }
        + "</tobject>"
    },
    Named("keywords of NITF") { bytes in
      "<docdata><key-list>" + Shape.numbered(to: bytes) { "<keyword key=\"a\($0)\"/>" }
        + "</key-list></docdata>"
    },
    Named("writers") { bytes in
      Shape.numbered(to: bytes) {
        "<revision-history function=\"writer-author\" name=\"Ann \($0)\"/>"
      }
    },
  ]

  private static let newsML: [Named] = [
    Named("subjects") { bytes in
      Shape.numbered(to: bytes) { "<subject qcode=\"a:\($0)\"><name>A \($0)</name></subject>" }
    },
    Named("keywords") { bytes in Shape.numbered(to: bytes) { "<keyword>a\($0)</keyword>" } },
    Named("creators") { bytes in
      Shape.numbered(to: bytes) { "<creator><name>Ann \($0)</name></creator>" }
    },
    Named("genres and places") { bytes in
      Shape.numbered(to: bytes) {
        "<genre qcode=\"g:\($0)\"/><located><name>A\($0)</name></located>"
      }
    },
  ]

  private static let ninjs: [Named] = [
    Named("people") { bytes in
      "\"people\":["
        + Shape.numbered(to: bytes) { "{\"name\":\"Ann \($0)\",\"rel\":\"author\"}," } + "{}],"
    },
    Named("organisations") { bytes in
      "\"organisations\":["
        + Shape.numbered(to: bytes) { "{\"name\":\"A \($0)\",\"rel\":\"author\"}," } + "{}],"
    },
    Named("subjects") { bytes in
      "\"subject\":[" + Shape.numbered(to: bytes) { "{\"name\":\"a\($0)\"}," } + "{}],"
    },
    Named("associations") { bytes in
      "\"associations\":{"
        + Shape.numbered(to: bytes) {
          "\"a\($0)\":{\"type\":\"picture\",\"uri\":\"https://a.example/\($0).jpg\"},"
        } + "\"x\":{}},"
    },
    Named("keys") { bytes in Shape.numbered(to: bytes) { "\"a\($0)\":1," } },
  ]

  private static let mail: [Named] = [
    Named("header fields") { bytes in
      "From: a@b\n" + Shape.numbered(to: bytes) { "X-\($0): a\n" } + "\nText.\n"
    },
    Named("one folded field") {
      "From: a@b\nSubject: a\n" + Shape.repeated(" b\n", to: $0) + "\nc\n"
    },
    Named("encoded words") {
      "From: a@b\nSubject: " + Shape.repeated("=?utf-8?Q?a=C3=A9?= ", to: $0) + "\n\nText.\n"
    },
    Named("parts") { bytes in
      "From: a@b\nContent-Type: multipart/mixed; boundary=x\n\n"
        + Shape.numbered(to: bytes) { "--x\nContent-ID: <\($0)>\nContent-Type: image/png\n\na\n" }
        + "--x--\n"
    },
    Named("texts") { bytes in
      "From: a@b\nContent-Type: multipart/mixed; boundary=x\n\n"
        + Shape.repeated("--x\nContent-Type: text/html\n\n<p>a</p>\n--x\n\nb\n", to: bytes)
        + "--x--\n"
    },
    Named("one text of many pieces of Base64") {
      "From: a@b\nContent-Transfer-Encoding: base64\n\n" + Shape.repeated("YQ==\n", to: $0)
    },
    Named("nested parts") { bytes in
      "From: a@b\nContent-Type: multipart/mixed; boundary=x0\n\n"
        + Shape.numbered(to: bytes) {
          "--x\($0)\nContent-Type: multipart/mixed; boundary=x\($0 + 1)\n\n"
        }
    },
    Named("quotation marks of a line") { "From: a@b\n\n" + Shape.repeated("> ", to: $0) + "a\n" },
    Named("one flowed paragraph") {
      "From: a@b\nContent-Type: text/plain; format=flowed\n\n" + Shape.repeated("word \n", to: $0)
    },
    Named("closing marks of an address") {
      "From: a@b\n\nhttps://a.example/" + Shape.repeated(")", to: $0) + "\n"
    },
    Named("quoted lines") { "From: a@b\n\n" + Shape.repeated("> a\n>> b\n", to: $0) },
    Named("soft line breaks") {
      "From: a@b\nContent-Transfer-Encoding: quoted-printable\n\n" + Shape.repeated("a=\n", to: $0)
    },
  ]

  private static let medium: [Named] = [
    Named("tags") { bytes in Shape.numbered(to: bytes) { "<a class=\"p-tag\">a\($0)</a>" } },
    Named("authors") { Shape.repeated("<a class=\"p-author\">Ann</a>", to: $0) },
  ]

  private static let notes: [Named] = [
    Named("tags") { bytes in Shape.numbered(to: bytes) { "#tag\($0) " } },
    Named("links") { bytes in Shape.numbered(to: bytes) { "[[Note \($0)]] " } },
    Named("open links") { Shape.repeated("[[a ", to: $0) },
    Named("slashes of a link") { "![[" + Shape.repeated("/", to: $0) + "a]]" },
    Named("pictures and notes within") { bytes in
      Shape.numbered(to: bytes) { "![[a\($0).png]]\n\n" }
    },
    Named("comments") { Shape.repeated("%%a%% %% ", to: $0) },
    Named("callouts") { Shape.repeated("> [!note] A\n> b\n\n", to: $0) },
    Named("nested callouts") { Shape.nested("> [!note] A\n> ", "", to: $0) },
    Named("block marks") { bytes in Shape.numbered(to: bytes) { "Text ^a\($0)\n\n" } },
    Named("highlights") { Shape.repeated("==a== ==", to: $0) },
    Named("properties") { bytes in
      "---\n" + Shape.numbered(to: bytes) { "p\($0): \"[[A]]\"\n" } + "---\nText.\n"
    },
  ]

  private static let shortcodes: [Named] = [
    Named("figures") { bytes in Shape.numbered(to: bytes) { "{{< figure src=\"\($0).png\" >}}\n\n" }
    },
    Named("nested shortcodes") { Shape.nested("{{< a >}}", "{{< /a >}}", to: $0) },
    Named("shortcodes that are not known") { bytes in
      Shape.numbered(to: bytes) { "{{< a\($0) >}} " }
    },
    Named("open shortcodes") { Shape.repeated("{{< a >}} ", to: $0) },
    Named("cut shortcodes") { Shape.repeated("{{< a ", to: $0) },
    Named("parameters") { bytes in
      "{{< figure " + Shape.numbered(to: bytes) { "a\($0)=\"b\" " } + ">}}\n"
    },
    Named("comments of shortcodes") { Shape.repeated("{{</* a */>}} {{</* ", to: $0) },
    Named("references") { bytes in Shape.numbered(to: bytes) { "[a]({{< ref \"a\($0)\" >}}) " } },
  ]

  private static let plain: [Named] = [
    Named("paragraphs") { Shape.repeated("A line.\nAnother.\n\n", to: $0) },
    Named("one paragraph") { Shape.repeated("A line of words.\n", to: $0) },
    Named("one line") { Shape.repeated("word ", to: $0) },
    Named("one word of Chinese") { Shape.repeated("水", to: $0) },
    Named("list items") { Shape.repeated("- a\n", to: $0) },
    Named("addresses") { bytes in Shape.numbered(to: bytes) { "https://a.example/\($0) " } },
  ]
}
