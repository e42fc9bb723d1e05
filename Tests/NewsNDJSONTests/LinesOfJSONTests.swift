import NewsModel
import NewsNDJSON
import Testing

@Suite struct LinesOfJSONTests {
  static func open(
    _ text: String, limits: Limits = .standard, options: FormatOptions = FormatOptions()
  ) throws -> any ArticleCollection {
    var diagnostics = Diagnostics()
    return try LinesOfJSON.registration.open(
      CollectionInput(
        .bytes(ByteReader(bytes: Array(text.utf8))), source: Source(bytes: []), limits: limits),
      options, &diagnostics)
  }

  /// What a line is opened as, in a few words.
  static func opened(_ line: String) throws -> String {
    let collection = try open(line)
    guard let item = try collection.next() else { return "nothing" }
    guard case .packed(let packed) = item.content else { return "not packed" }
    var diagnostics = Diagnostics()
    do throws(ConversionError) {
      switch try collection.unpacker?.unpack(
        packed, limits: .standard, diagnostics: &diagnostics)
      {
      case .source(let source)?:
        let text = String(decoding: source.bytes, as: UTF8.self)
        return [
          source.mediaType ?? "-", source.charset ?? "-", source.url ?? "-",
          source.metadata.id ?? "-", text,
        ].joined(separator: " | ")
      case .entry(let entry)?:
        return "text | \(entry.article.body.count) | \(entry.metadata.id ?? "-")"
      case .unreadable(let source, let error)?:
        return "unreadable | \(source.metadata.id ?? "-") | \(error.code.rawValue)"
      default: return "else"
      }
    } catch {
      return
        "\(error.code.rawValue) | \(collection.unpacker?.identified(packed).metadata.id ?? "-")"
    }
  }

  @Test(arguments: [
    (
      #"{"id":"x","url":"https://a.example/","html":"<p>é \"q\"</p>"}"#,
      #"text/html | utf-8 | https://a.example/ | x | <p>é "q"</p>"#
    ),
    (#"{"id":7,"bytes":"PHA+YTwvcD4=","encoding":"gbk"}"#, "text/html | gbk | - | 7 | <p>a</p>"),
    (
      #"{"bytes":"PHA-YTwvcD4","content_type":"application/xhtml+xml; charset=big5"}"#,
      "application/xhtml+xml | big5 | - | - | <p>a</p>"
    ),
    (#"{"content":"<p>a</p>","text":"b"}"#, "text/html | utf-8 | - | - | <p>a</p>"),
    (#"{"WARC-Record-ID":"r","text":"One.\nTwo."}"#, "text | 2 | r"),
    (
      #"{"schema":"newskit-article/1","id":"k","body":[]}"#,
      #"application/json | - | - | k | {"schema":"newskit-article/1","id":"k","body":[]}"#
    ),
    (
      #"{"id":"e","error":{"code":"limit-exceeded","message":"too large"}}"#,
      "unreadable | e | limit-exceeded"
    ),
    (#"{"id":"n","html":null}"#, "unreadable | n | bad-input"),
    (#"{"id":"q","bytes":"***"}"#, "unreadable | q | bad-input"),
    (#"[1,2]"#, "bad-input | -"), (#"nothing of the kind"#, "bad-input | -"),
    (#"{"id":"z","html":"<p>"#, "bad-input | z"), (#"{"id":"z","html":"a"} x"#, "bad-input | z"),
    (#"{"id":"z",,"html":"a"}"#, "bad-input | z"), (#"{"a":[1,2}"#, "bad-input | -"),
  ])
  func lines(_ line: String, _ expected: String) throws {
    #expect(try Self.opened(line) == expected)
  }

  @Test func whatIsKnownComesAlong() throws {
    let line = #"""
      {"html":"<p>a</p>","title":"T","date":"2024-05-01","crawled_at":1714557600,\#
      "authors":[{"name":"Ann"},"Bob"],"lang":"de","site_name":"Post","score":1.5,\#
      "nested":{"a":[true,null]},"date_note":"x"}
      """#
    let collection = try Self.open(line)
    let item = try #require(try collection.next())
    guard case .packed(let packed) = item.content else { return #expect(Bool(false)) }
    var diagnostics = Diagnostics()
    let content = try collection.unpacker?.unpack(
      packed, limits: .standard, diagnostics: &diagnostics)
    guard case .source(let source)? = content else { return #expect(Bool(false)) }
    let metadata = source.metadata
    #expect(metadata.title == "T")
    #expect(metadata.published?.iso8601 == "2024-05-01")
    #expect(metadata.retrieved?.iso8601 == "2024-05-01T10:00:00Z")
    #expect(metadata.authors.map(\.name) == ["Ann", "Bob"])
    #expect(metadata.language == "de")
    #expect(metadata.publisher?.name == "Post")
    #expect(metadata.extra["score"] == .number(1.5))
    #expect(metadata.extra["nested"] == .map(["a": .list([.bool(true), .null])]))
    #expect(metadata.extra["date_note"] == .string("x"))
  }

  @Test(arguments: [
    ("1714557600", "2024-05-01T10:00:00Z"), ("1714557600000", "2024-05-01T10:00:00Z"),
    ("0", "1970-01-01T00:00:00Z"), ("9223372036854775807", nil), ("-9223372036854775808", nil),
  ])
  func datesThatAreNumbers(_ number: String, _ date: String?) throws {
    for line in [
      "{\"html\":\"<p>a</p>\",\"date\":\(number)}",
      "{\"html\":\"<p>a</p>\",\"date\":\"\(number)\"}",
    ] {
      let collection = try Self.open(line)
      let item = try #require(try collection.next())
      guard case .packed(let packed) = item.content else { return #expect(Bool(false)) }
      var diagnostics = Diagnostics()
      let content = try collection.unpacker?.unpack(
        packed, limits: .standard, diagnostics: &diagnostics)
      guard case .source(let source)? = content else { return #expect(Bool(false)) }
      #expect(source.metadata.published?.iso8601 == date)
    }
  }

  @Test func aMillionMembersAreRefusedSoon() throws {
    let members = (0..<1_000_000).map { "\"k\($0)\":1" }.joined(separator: ",")
    #expect(try Self.opened("{\"id\":\"m\",\(members)}") == "limit-exceeded | m")
  }

  @Test func linesLongerThanTheLimitAreFailures() throws {
    var limits = Limits.standard
    limits.recordBytes = 100
    let long = #"{"html":""# + String(repeating: "x", count: 500) + #""}"#
    let collection = try Self.open(long + "\n\n{\"html\":\"a\"}\n", limits: limits)
    guard case .failure(let error)? = try collection.next()?.content else {
      return #expect(Bool(false))
    }
    #expect(error.code == .limitExceeded)
    guard case .packed? = try collection.next()?.content else { return #expect(Bool(false)) }
    let end = try collection.next()
    #expect(end?.name == nil)
  }

  @Test func rangesCountLinesThatAreNotBlank() throws {
    var options = FormatOptions()
    options.set("records", "1-2")
    let collection = try Self.open(
      "{\"a\":1}\n\n{\"b\":1}\n{\"c\":1}\n{\"d\":1}\n", options: options)
    var names: [String] = []
    while let item = try collection.next() { names.append(item.name) }
    #expect(names == ["2", "3"])
  }

  @Test(arguments: [
    (#"{"url":"u","html":"<p>"#, 95), (#"{"a":1}"# + "\n" + #"{"a":2}"#, 95),
    (#"{"schema":"newskit-article/1","text":"x"}"#, 0), (#"{"title":"x","body":[]}"#, 0),
    ("{\n  \"title\": \"x\"\n}", 0), ("[{}]", 0), ("<html>", 0),
  ])
  func recognition(_ head: String, _ certainty: Int) {
    #expect(LinesOfJSON.registration.recognize(Array(head.utf8)[...]) == certainty)
  }

  @Test(arguments: [
    ("{\"a\":\"\(String(repeating: "x", count: 100_000))\"}\n{\"a\":1}", true),
    ("{\"a\":\"\(String(repeating: "x", count: 100_000))\"}\n", false),
    ("{\n\"a\":1}\n{}", false),
  ])
  func lookingAhead(_ text: String, _ isSeveral: Bool) throws {
    let reader = ByteReader(bytes: Array(text.utf8))
    #expect(try LinesOfJSON.registration.looksAhead?(reader) == isSeveral)
    #expect(reader.position == 0)
  }
}
