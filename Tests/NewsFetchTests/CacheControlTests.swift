import Testing

@testable import NewsFetch

@Suite struct CacheControlTests {
  private static let now = 1_772_438_400  // Mon, 02 Mar 2026 08:00:00 GMT

  struct Case: Sendable {
    var fields: HTTPFields
    var seconds: Int
    init(_ fields: HTTPFields, _ seconds: Int) { (self.fields, self.seconds) = (fields, seconds) }
  }

  static let cases: [Case] = [
    Case(["Cache-Control": "max-age=60"], 60), Case(["Cache-Control": "MAX-AGE=\"60\""], 60),
    Case(["Cache-Control": "max-age=60, max-age=30"], 30), Case(["Cache-Control": "max-age=x"], 0),
    Case(["Cache-Control": "max-age=-1"], 0),
    Case(["Cache-Control": "max-age=99999999999999999999"], 1 << 31),
    Case(["Cache-Control": "no-cache, max-age=60"], 0),
    Case(["Cache-Control": "no-store, max-age=60"], 0),
    Case(["Cache-Control": "private, max-age=60"], 60), Case(["Cache-Control": "s-maxage=60"], 0),
    Case(["Cache-Control": "x=\"no-cache, y\", max-age=60"], 60),
    Case(["Cache-Control": "max-age=60", "Age": "20"], 40),
    Case(["Cache-Control": "max-age=60", "Age": "90"], 0),
    Case(["Cache-Control": "max-age=60", "Expires": "Mon, 02 Mar 2026 09:00:00 GMT"], 60),
    Case(["Expires": "Mon, 02 Mar 2026 08:01:00 GMT"], 60),
    Case(
      ["Expires": "Mon, 02 Mar 2026 08:01:00 GMT", "Date": "Mon, 02 Mar 2026 07:59:30 GMT"], 60),
    Case(["Expires": "Monday, 02-Mar-26 08:01:00 GMT"], 60), Case(["Expires": "0"], 0),
    Case(["Cache-Control": "max-age=60", "Date": "Mon, 02 Mar 2026 07:59:40 GMT"], 40),
    Case(["Pragma": "no-cache", "Expires": "Mon, 02 Mar 2026 08:01:00 GMT"], 0),
    Case(["Last-Modified": "Mon, 02 Mar 2020 08:00:00 GMT"], 0), Case([:], 0),
  ]

  @Test(arguments: cases)
  func freshness(_ test: Case) {
    let (fields, seconds) = (test.fields, test.seconds)
    let until = CacheControl.freshUntil(fields, asked: Self.now, received: Self.now)
    #expect(max(0, until - Self.now) == seconds)
  }

  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func digests(_ text: String, _ digest: String) {
    #expect(SHA256.hex(Array(text.utf8)) == digest)
  }

  private static let delays: [(String, Int?)] = [
    ("120", 120), ("0", 0), ("-1", nil), ("soon", nil), ("Thu, 01 Jan 1970 00:00:10 GMT", 0),
    ("Sun Nov  6 08:49:37 1994", 0),
  ]

  @Test(arguments: delays)
  func retryAfter(_ text: String, _ seconds: Int?) {
    #expect(HTTPDate.delay(text) == seconds)
  }

  @Test(arguments: [
    ("Name: value", "Name", "value"), ("A:b:c", "A", "b:c"), ("A:", "A", ""), (" A : b ", "A", "b"),
  ])
  func fields(_ line: String, _ name: String, _ value: String) throws {
    let field = try #require(HTTPFields.field(line))
    #expect(field == HTTPFields.Field(name, value))
  }

  @Test(arguments: ["no colon", ": value", "A\u{0}: b", "A: b\r\nC: d", "A B: c"])
  func noFields(_ line: String) { #expect(HTTPFields.field(line) == nil) }
}
