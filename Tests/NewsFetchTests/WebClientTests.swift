import NewsModel
import Synchronization
import Testing

@testable import NewsFetch

/// Policy, over a fetcher that plays what it is told to.
@Suite struct WebClientTests {
  /// Answers by address, and remembers what it was asked.
  private final class Script: Fetcher {
    private let answers: [String: FetchResponse]
    private let log = Mutex<[FetchRequest]>([])

    init(_ answers: [String: FetchResponse]) { self.answers = answers }

    var asked: [FetchRequest] { log.withLock { $0 } }

    func fetch(_ request: FetchRequest) throws(FetchFailure) -> FetchResponse {
      log.withLock { $0.append(request) }
      guard let answer = answers[request.address] else {
        throw FetchFailure(.unresolved, "is not there", address: request.address)
      }
      return answer
    }
  }

  private static func page(_ text: String = "x", status: Int = 200, _ fields: HTTPFields = [:])
    -> FetchResponse
  {
    FetchResponse(status: status, fields: fields, body: FetchedBody(Array(text.utf8)))
  }

  private static func moved(_ target: String, _ status: Int = 302) -> FetchResponse {
    page("", status: status, ["Location": target])
  }

  @Test func redirects() throws {
    let script = Script([
      "http://a.example/": Self.moved("/b", 301),
      "http://a.example/b": Self.moved("//c.example/d?e"),
      "http://c.example/d?e": Self.page("end"),
    ])
    let client = WebClient(fetcher: script)
    let response = try client.fetch(WebRequest("http://a.example#x", as: .named))
    #expect(response.address == "http://c.example/d?e")
    #expect(try response.body.bytes() == Array("end".utf8))
  }

  private static let targets: [(String, FetchFailure.Code)] = [
    ("file:///etc/passwd", FetchFailure.Code.badAddress), ("ftp://a.example/", .badAddress),
    ("javascript:alert(1)", .badAddress), ("http://127.0.0.1/", .privateHost),
    ("http://[::1]/", .privateHost), ("http://localhost:80/", .privateHost),
    ("http://169.254.169.254/", .privateHost), ("http:///x", .badAddress), ("/", .redirects),
  ]

  @Test(arguments: targets)
  func refusesTargets(_ target: String, _ code: FetchFailure.Code) throws {
    let script = Script(["http://a.example/": Self.moved(target)])
    do throws(FetchFailure) {
      _ = try WebClient(fetcher: script).fetch(WebRequest("http://a.example/", as: .named))
      Issue.record("was fetched")
    } catch {
      #expect(error.code == code)
    }
    // Asked of the first alone, names of private hosts being refused once they are resolved.
    #expect(script.asked.allSatisfy { $0.address == "http://a.example/" })
  }

  /// What the user gives goes to the host that was named, and to no other.
  @Test func credentials() throws {
    let script = Script([
      "http://a.example/": Self.moved("https://a.example/"),
      "https://a.example/": Self.moved("http://b.example/"),
      "http://b.example/": Self.moved("http://a.example:81/"),
      "http://a.example:81/": Self.moved("https://a.example/end"),
      "https://a.example/end": Self.page(),
    ])
    var options = WebClient.Options()
    options.fields = ["Cookie": "secret"]
    let client = WebClient(fetcher: script, options: options)
    _ = try client.fetch(WebRequest("http://a.example/", as: .named))
    #expect(
      script.asked.map { $0.fields["Cookie"] } == ["secret", "secret", nil, nil, "secret"])
    #expect(script.asked.map(\.usesCredentials) == [true, true, false, false, true])
    #expect(script.asked.map(\.refusesPrivateHosts) == [false, false, true, false, false])
  }

  @Test func robots() throws {
    let script = Script([
      "http://a.example/robots.txt": Self.page("User-agent: *\nDisallow: /no"),
      "http://a.example/no": Self.page(), "http://a.example/yes": Self.page(),
      "http://sick.example/robots.txt": Self.page(status: 500),
      "http://sick.example/x": Self.page(),
      "http://none.example/robots.txt": Self.page(status: 404),
      "http://none.example/x": Self.page(),
    ])
    var options = WebClient.Options()
    options.retries = 0
    let client = WebClient(fetcher: script, options: options)
    func code(_ address: String, _ kind: WebRequest.Kind) -> FetchFailure.Code? {
      do throws(FetchFailure) {
        _ = try client.fetch(WebRequest(address, as: kind))
        return nil
      } catch { return error.code }
    }
    #expect(code("http://a.example/no", .found) == .disallowed)
    #expect(code("http://a.example/no", .named) == nil)
    #expect(code("http://a.example/no", .picture) == nil)
    #expect(code("http://a.example/yes", .found) == nil)
    #expect(code("http://sick.example/x", .found) == .disallowed)
    #expect(code("http://none.example/x", .found) == nil)
    #expect(script.asked.count { $0.address == "http://a.example/robots.txt" } == 1)
  }

  @Test func retries() throws {
    var options = WebClient.Options()
    options.retries = 1
    let script = Script(["http://a.example/": Self.page(status: 503, ["Retry-After": "0"])])
    #expect(throws: FetchFailure.self) {
      try WebClient(fetcher: script, options: options).fetch(
        WebRequest("http://a.example/", as: .named))
    }
    #expect(script.asked.count == 2)
    let patient = Script(["http://a.example/": Self.page(status: 429, ["Retry-After": "9999"])])
    #expect(throws: FetchFailure.self) {
      try WebClient(fetcher: patient, options: options).fetch(
        WebRequest("http://a.example/", as: .named))
    }
    #expect(patient.asked.count == 1)
  }

  private static let declared: [(String, String?, String?)] = [
    ("text/html; charset=GBK", "text/html", "GBK"),
    ("TEXT/HTML;charset=\"utf-8\"", "text/html", "utf-8"),
    ("text/html", "text/html", nil), ("", nil, nil), ("text/html; charset=", "text/html", nil),
  ]

  @Test(arguments: declared)
  func types(_ field: String, _ type: String?, _ charset: String?) {
    let response = WebResponse(Self.page("", ["Content-Type": field]), address: "http://a.example/")
    #expect(response.mediaType == type)
    #expect(response.charset == charset)
  }

  /// Pictures of local articles are fetched only where the user wants it, and counted.
  @Test func pictures() throws {
    let script = Script(["http://a.example/x.png": Self.page("png")])
    let inputs = WebInputs(WebClient(fetcher: script))
    var page = Origin(url: "http://a.example/p/")
    page.isFetched = true
    let post = Origin(path: "a.md", url: "http://a.example/p/")
    // A record of an archive says where it comes from, and came from a file.
    let record = Origin(url: "http://a.example/p/")
    let pages = WebPictures(inputs, of: .pages)
    #expect(try pages.load("../x.png", from: page).bytes == Array("png".utf8))
    for _ in 0..<2 {
      #expect(throws: ResourceFailure.self) { try pages.load("http://a.example/x.png", from: post) }
    }
    #expect(throws: ResourceFailure.self) { try pages.load("../x.png", from: record) }
    #expect(pages.leftCount == 1)
    #expect(
      try WebPictures(inputs, of: .all).load("http://a.example/x.png", from: post).bytes.count == 3)
    #expect(throws: ResourceFailure.self) {
      try WebPictures(inputs, of: .none).load("../x.png", from: page)
    }
    #expect(throws: ResourceFailure.self) { try pages.load("http://a.example/x.png", from: nil) }
    #expect(throws: ResourceFailure.self) { try pages.load("file:///etc/passwd", from: page) }
  }
}
