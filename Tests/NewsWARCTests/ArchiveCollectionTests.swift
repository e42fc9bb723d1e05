import NewsModel
import NewsWARC
import Testing

/// Archives written here, record by record, and what is found in them.
@Suite struct ArchiveCollectionTests {
  static let page = "<html><body><p>A page of the harbour news.</p></body></html>"

  static func http(_ body: String, _ headers: String = "Content-Type: text/html\r\n") -> String {
    "HTTP/1.1 200 OK\r\n\(headers)\r\n\(body)"
  }

  static func record(
    _ type: String, _ url: String, _ content: String, length: Int? = nil,
    contentType: String = "application/http; msgtype=response", end: String = "\r\n\r\n"
  ) -> String {
    """
    WARC/1.0\r
    WARC-Type: \(type)\r
    WARC-Target-URI: \(url)\r
    WARC-Date: 2024-03-01T10:00:00Z\r
    WARC-Record-ID: <urn:uuid:\(url.utf8.count)>\r
    Content-Type: \(contentType)\r
    Content-Length: \(length ?? content.utf8.count)\r
    \r
    \(content)\(end)
    """
  }

  struct Read: Equatable, CustomStringConvertible {
    var pages: [String] = []
    var warnings = 0
    var failures = 0
    var description: String { "\(pages) \(warnings) warnings \(failures) failures" }
  }

  static func read(
    _ bytes: [UInt8], options: FormatOptions = FormatOptions(), limits: Limits = .standard
  ) throws -> Read {
    var diagnostics = Diagnostics()
    let collection = try ArchiveCollection.registration.open(
      CollectionInput(.bytes(ByteReader(bytes: bytes)), source: Source(bytes: []), limits: limits),
      options, &diagnostics)
    var read = Read()
    while let item = try collection.next() {
      read.warnings += collection.takeDiagnostics().count
      switch item.content {
      case .packed(let packed):
        var own = Diagnostics()
        let content = try collection.unpacker?.unpack(packed, limits: limits, diagnostics: &own)
        read.warnings += own.all.count
        switch content {
        case .source(let source)?:
          read.pages.append(
            "\(source.url ?? "-") \(source.bytes.count) \(source.charset ?? "-")")
        case .entry(let entry)?:
          read.pages.append("\(entry.metadata.canonicalURL ?? "-") text")
        default: break
        }
      default: read.failures += 1
      }
    }
    read.warnings += collection.takeDiagnostics().count
    return read
  }

  static let count = page.utf8.count
  static let a = "https://a.example/1"
  static let b = "https://b.example/22"
  static let good = record("response", b, http(page))

  @Test(arguments: [
    (
      "plain", record("response", a, http(page)) + good,
      Read(pages: ["\(a) \(count) -", "\(b) \(count) -"])
    ),
    (
      "others between",
      record("warcinfo", "-", "software: x") + record("request", a, "GET / HTTP/1.1\r\n\r\n") + good
        + record("metadata", b, "fetchTimeMs: 3") + record("revisit", b, http("")),
      Read(pages: ["\(b) \(count) -"])
    ),
    (
      "resource", record("resource", a, page, contentType: "text/html; charset=\"GBK\"") + good,
      Read(pages: ["\(a) \(count) GBK", "\(b) \(count) -"])
    ),
    (
      "conversion", record("conversion", a, "Text of it.\n", contentType: "text/plain"),
      Read(pages: ["\(a) text"])
    ),
    (
      "chunked",
      record(
        "response", a,
        http(
          "10;x=y\r\n<html><body><p>A\r\n3\r\n b.\r\n0\r\n\r\n",
          "Content-Type: text/html\r\nTransfer-Encoding: chunked\r\n")),
      Read(pages: ["\(a) 19 -"])
    ),
    (
      "said to be chunked",
      record(
        "response", a, http(page, "Content-Type: text/html\r\nTransfer-Encoding: chunked\r\n")),
      Read(pages: ["\(a) \(count) -"])
    ),
    (
      "chunks cut",
      record(
        "response", a,
        http("FF\r\n<html><p>A</p>", "Content-Type: text/html\r\nTransfer-Encoding: chunked\r\n")),
      Read(pages: ["\(a) 14 -"], warnings: 1)
    ),
    (
      "said to be gzip",
      record(
        "response", a, http(page, "Content-Type: text/html\r\nContent-Encoding: gzip\r\n")),
      Read(pages: ["\(a) \(count) -"])
    ),
    (
      "too long", record("response", a, http(page), length: 5000) + good,
      Read(pages: ["\(a) \(count) -", "\(b) \(count) -"], warnings: 1)
    ),
    (
      "longer than the limit, it says", record("response", a, http(page), length: .max) + good,
      Read(pages: ["\(b) \(count) -"], warnings: 1, failures: 1)
    ),
    (
      "longer than the limit and cut off",
      good + record("response", a, http(page), length: 99_999_999_999, end: ""),
      Read(pages: ["\(b) \(count) -"], warnings: 1, failures: 1)
    ),
    (
      "too short", record("response", a, http(page), length: 60) + good,
      Read(pages: ["\(a) \(count) -", "\(b) \(count) -"], warnings: 1)
    ),
    (
      "no length",
      record("response", a, http(page)).replacing("Content-Length", with: "X-Length") + good,
      Read(pages: ["\(a) \(count) -", "\(b) \(count) -"], warnings: 1)
    ),
    (
      "cut off", good + record("response", a, http(page), length: 9000, end: ""),
      Read(pages: ["\(b) \(count) -", "\(a) \(count) -"], warnings: 1)
    ),
    (
      "garbage between", good + "some lines\nof something\n" + record("response", a, http(page)),
      Read(pages: ["\(b) \(count) -", "\(a) \(count) -"], warnings: 1)
    ),
    (
      "line feeds alone",
      record("response", a, http(page)).replacing("\r\n", with: "\n").replacing(
        "Content-Length: \(http(page).utf8.count)",
        with: "Content-Length: \(http(page).replacing("\r\n", with: "\n").utf8.count)"),
      Read(pages: ["\(a) \(count) -"])
    ),
    (
      "not found and no page",
      record("response", a, "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n" + page)
        + record("response", a, http("{}", "Content-Type: application/json\r\n"))
        + record("response", a, http("%PDF-1.4", "Content-Type: text/html\r\n"))
        + record("response", a, http(page, "Content-Type: text/plain\r\n"))
        + record("response", a, http("Just words.", "Content-Type: text/plain\r\n"))
        + record("response", a, http(page, "")),
      Read(pages: ["\(a) \(count) -", "\(a) \(count) -"])
    ),
  ])
  func records(_ name: String, _ archive: String, _ expected: Read) throws {
    #expect(try Self.read(Array(archive.utf8)) == expected, "\(name)")
  }

  @Test func recordsLargerThanTheLimitAreFailures() throws {
    var limits = Limits.standard
    limits.recordBytes = 200
    let large = Self.record("response", Self.a, Self.http(String(repeating: "x", count: 5000)))
    let got = try Self.read(Array((large + Self.good).utf8), limits: limits)
    #expect(got == Read(pages: ["\(Self.b) \(Self.count) -"], failures: 1))
  }

  @Test(arguments: [
    ("1 b.example", "http://a.example/x y 1.2.3.4 20080430204825 text/html"),
    ("2", "http://a.example/x 1.2.3.4 20080430204825 text/html 200 - - 7 x.arc"),
  ])
  func arcs(_ version: String, _ header: String) throws {
    let first = "\(version.prefix(1)) 0 Example\nURL IP-address Archive-date Content-type\n"
    let archive =
      "filedesc://x.arc 0.0.0.0 20080430204800 text/plain \(first.utf8.count)\n\(first)\n"
      + "\(header) \(Self.http(Self.page).utf8.count)\n\(Self.http(Self.page))\n"
      + "http://b.example/2 1.2.3.4 20080430204826 text/html "
      + "\(Self.http(Self.page).utf8.count)\n\(Self.http(Self.page))\n"
    let url = version == "2" ? "http://a.example/x" : "http://a.example/x%20y"
    #expect(
      try Self.read(Array(archive.utf8))
        == Read(pages: ["\(url) \(Self.count) -", "http://b.example/2 \(Self.count) -"]))
    #expect(ArchiveCollection.registration.recognize(Array(archive.utf8)[...]) == 100)
  }

  @Test func rangesCountAllRecords() throws {
    let archive = Self.record("warcinfo", "-", "x") + Self.good + Self.good + Self.good
    var options = FormatOptions()
    options.set("records", "1-2")
    #expect(try Self.read(Array(archive.utf8), options: options).pages.count == 2)
  }

  @Test func partsBeginWhereTheIndexSays() throws {
    let archive = Array((Self.record("warcinfo", "-", "x") + Self.good + Self.good).utf8)
    var diagnostics = Diagnostics()
    let collection = try ArchiveCollection.registration.open(
      CollectionInput(.bytes(ByteReader(bytes: archive)), source: Source(bytes: [])),
      FormatOptions(), &diagnostics)
    let index = try #require(collection as? any IndexedCollection)
    var places: [RecordPlace] = []
    while let place = try index.nextPlace() { places.append(place) }
    #expect(places.map(\.number) == [0, 1, 2])
    for place in places {
      var options = FormatOptions()
      options.set("start", "\(place.number)@\(try #require(place.offset))")
      options.set("records", "\(place.number)")
      let pages = try Self.read(archive, options: options).pages
      #expect(pages.count == (place.number == 0 ? 0 : 1))
    }
  }

  /// Cut off anywhere, an archive is read to where it goes, and nothing fails.
  @Test func cutAnywhere() throws {
    let archive = Array((Self.good + Self.record("response", Self.a, Self.http(Self.page))).utf8)
    let first = Self.good.utf8.count
    for length in stride(from: 0, to: archive.count, by: 7) {
      let got = try Self.read(Array(archive.prefix(length)))
      #expect(got.pages.count <= 2)
      if length >= first { #expect(got.pages.first == "\(Self.b) \(Self.count) -") }
    }
  }
}
