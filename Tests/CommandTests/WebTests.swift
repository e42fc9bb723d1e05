import Foundation
import Testing

/// `newsconv` over a server of the tests' own (`Tests/WebServer/server.py`), which plays what servers
/// of the world do.
@Suite struct WebTests {
  /// A command line, and what it must say; `$B` is the server's address, `$P` its port.
  struct Play: Sendable, CustomTestStringConvertible {
    var script: String
    var says: [String] = []
    var warns: [String] = []
    var silent: [String] = []
    var status: Int32 = 0
    var files: [String]?

    var testDescription: String { script }
  }

  static let pages: [Play] = [
    Play(script: "newsconv $B/story/1 --to plain", says: ["whole story number 1"], warns: []),
    Play(script: "newsconv $B/story/1", files: ["1.epub"]),
    Play(script: "newsconv $B/moved --to json | grep -c story/7", says: ["1"]),
    Play(script: "newsconv $B/latin --to plain", says: ["D\u{E9}j\u{E0} vu"]),
    Play(script: "newsconv $B/packed --to plain", says: ["By gzip"]),
    Play(script: "newsconv $B/cookie-wall --to plain", says: ["You took the cookie"]),
    Play(script: "newsconv $B/busy --to plain", says: ["It worked the second time"]),
    Play(script: "newsconv $B/cut-once --to plain", says: ["It is whole the second time"]),
    Play(
      script: "newsconv $B/cut --to plain --retries 0", says: ["It begins well"],
      warns: ["/cut: warning: was cut off after"]),
    Play(
      script:
        "printf '# a list\\n%s\\n\\n%s\\n' $B/story/1 $B/story/3 | newsconv --list - --to plain -o -",
      says: ["number 1", "number 3"], warns: ["converted 2 of 2"]),
    Play(script: "newsconv $B/story/1 --to plain --keep h1 | tail -1", says: ["Story 1"]),
    Play(
      script: "newsconv $B/long/story --join-pages --to plain",
      says: ["page number 1", "page number 2", "page number 3"], silent: ["goes on"]),
    Play(
      script: "newsconv $B/long/numbers --join-pages --to plain | grep -c 'A long story'",
      says: ["1"]),
    Play(
      script: "newsconv $B/long/lost --join-pages --to plain", says: ["page number 2"],
      warns: ["page=3: warning: page 3 of the article is missing: was not found"]),
    Play(
      script: "newsconv $B/long/story --to plain", says: ["page number 1"],
      warns: ["goes on at $B/long/story?page=2, which --join-pages takes as well"]),
    Play(
      script: "newsconv $B/long/blog --to plain --join-pages", says: ["stands alone"],
      silent: ["goes on", "missing"]),
    Play(script: "newsconv $B/pdf", warns: ["/pdf: error: ", "application/pdf"], status: 65),
    Play(script: "newsconv $B/binary", warns: ["/binary: error: "], status: 65),
  ]

  static let failures: [Play] = [
    Play(
      script: "newsconv $B/missing", warns: ["/missing: error: was not found (404)"], status: 69),
    Play(
      script: "newsconv $B/gone; newsconv $B/gone; newsconv --no-cache $B/gone",
      warns: ["is gone for good (410)\n", "as it said before"], status: 69),
    Play(script: "newsconv $B/forbidden", warns: ["may not be read (403)"], status: 69),
    Play(script: "newsconv $B/wall", warns: ["a wall against robots"], status: 69),
    Play(script: "newsconv $B/login", warns: ["(401)"], status: 69),
    Play(script: "newsconv $B/broken", warns: ["(500)"], status: 69),
    Play(script: "newsconv $B/closed", warns: ["in 3600 seconds"], status: 69),
    Play(script: "newsconv $B/loop", warns: ["redirects without end"], status: 69),
    Play(script: "newsconv $B/circle/a", warns: ["redirects without end"], status: 69),
    Play(script: "newsconv $B/endless", warns: ["redirects without end"], status: 69),
    Play(script: "newsconv $B/nowhere", warns: ["does not say where to"], status: 69),
    Play(script: "newsconv $B/hang-up --retries 0", warns: ["without an answer"], status: 69),
    Play(script: "newsconv $B/mispacked", warns: ["cannot be decompressed"], status: 69),
    Play(script: "newsconv $B/header-flood", warns: ["never ends"], status: 69),
    Play(script: "newsconv $B/large", warns: ["is larger than 64 MB"], status: 65),
    Play(script: "newsconv $B/bomb --max-size 5", warns: ["is larger than 5 MB"], status: 65),
    Play(script: "newsconv http://nohost.invalid/", warns: ["no host of that name"], status: 69),
    Play(
      script: "newsconv http://127.0.0.1:1/ --retries 0", warns: ["cannot be reached"], status: 69),
    Play(script: "newsconv $B/silent --timeout 1", warns: ["did not answer in time"], status: 69),
    Play(
      script: "newsconv \"$B/to?url=http://localhost:$P/story/1\"",
      warns: ["localhost:$P/story/1: error: is on a machine of a private network"], status: 69),
    Play(
      script:
        "newsconv \"$B/to?url=http://rebound.example:$P/story/1\" --resolve rebound.example:$P:127.0.0.1",
      warns: ["private network"], status: 69),
    Play(
      script: "newsconv \"$B/to?url=http://localhost:$P/story/1\" --trust --to plain",
      says: ["number 1"]),
    Play(
      script: "newsconv \"$B/to?url=file:///etc/passwd\"", warns: ["no address of the web"],
      status: 65),
    Play(script: "newsconv $B/story/1 --offline", warns: ["not in the cache"], status: 69),
    Play(script: "newsconv gopher://a.example/", warns: ["nothing here opens"], status: 66),
  ]

  static let feeds: [Play] = [
    Play(script: "newsconv $B/feed.xml --to json -o - | grep -c '\"A summary'", says: ["3"]),
    Play(script: "newsconv $B/feed.xml", files: ["feed.epub"]),
    Play(
      script: "newsconv $B/feed.xml --full-text page --to plain -o -",
      says: ["number 1", "number 3", "A summary"],
      warns: ["/story/2: warning: may not be fetched by programs"]),
    Play(
      script: "newsconv digest $B/ --to plain -o -", says: ["River News", "number 3"],
      warns: ["has several feeds, of which the first is taken: $B/feed.xml"]),
    Play(
      script: "newsconv digest $B/feed.xml $B/missing --to plain -o -",
      says: ["number 1"], warns: ["1 of 4 inputs failed"],
      status: 69),
    Play(
      script: "newsconv digest $B/opml --to plain -o -", says: ["City", "number 1"],
      warns: ["'/etc/passwd' is no address of the web"]),
    Play(script: "newsconv digest $B/sitemaps.xml --to plain -o -", says: ["number 1"], status: 69),
    Play(
      script: "newsconv digest $B/cut-feed.xml --to plain -o - --full-text feed --retries 0",
      says: ["Story 0"], warns: ["was cut off after", "not well-formed"]),
    Play(
      script: "newsconv digest $B/private-feed.xml --to plain -o -", says: ["A summary"],
      warns: ["private network"]),
    Play(
      script:
        "newsconv digest $B/feed.xml --new -o a.epub -q && newsconv digest $B/feed.xml --new -o b.epub",
      warns: ["nothing new since last time"], files: ["a.epub"]),
    Play(
      script:
        "for n in 1 2; do newsconv digest $B/growing.xml --new -o - --to plain --no-cache -q; done | grep -c '^Story 1$'",
      says: ["1"]),
    Play(
      script: "newsconv \"$B/huge-feed?count=3000\" --to json -o - | wc -l", says: ["3000"],
      warns: ["converted 3000 of 3000"]),
    Play(
      script: "newsconv sources check $B/feed.xml $B/missing",
      says: ["ok      3        2026-03-02  summary  $B/feed.xml", "failed", "was not found (404)"],
      status: 69),
    Play(
      script: "newsconv $B/pictured -q; unzip -l pictured.epub | grep -c images/", says: ["1"],
      files: ["pictured.epub"]),
    Play(
      script: "newsconv $B/pictured -q --no-fetch; unzip -l pictured.epub | grep -c images/",
      says: ["0"], status: 1, files: ["pictured.epub"]),
  ]

  @Test(arguments: pages + failures + feeds)
  func plays(_ play: Play) async throws {
    guard let server = try WebServer.shared() else { return }
    let run = try await server.run(play.script)
    for text in play.says.map(server.filled) {
      #expect(
        run.stdout.contains(text), "standard output:\n\(run.stdout.prefix(3000))\n\(run.stderr)")
    }
    for text in play.warns.map(server.filled) {
      #expect(run.stderr.contains(text), "standard error:\n\(run.stderr.prefix(3000))")
    }
    #expect(run.status == play.status, "standard error:\n\(run.stderr.prefix(3000))")
    if let files = play.files { #expect(run.files.filter { !$0.hasPrefix("cache/") } == files) }
  }

  /// The second run of what has a validator brings no body; what is fresh is not asked for.
  @Test(arguments: [
    ("/tagged", ["200", "304"]), ("/dated", ["200", "304"]), ("/fresh", ["200"]),
    ("/no-store", ["200", "200"]), ("/aged", ["200", "200"]), ("/varied", ["200"]),
  ])
  func revalidates(_ path: String, _ answers: [String]) async throws {
    guard let server = try WebServer.own() else { return }
    defer { server.stop() }
    let run = try await server.run(
      "newsconv $B\(path) --to plain > a; newsconv $B\(path) --to plain > b; cmp a b")
    #expect(run.status == 0, "\(run.stderr)")
    #expect(try server.log().answers(to: path) == answers)
  }

  /// No host has more than two requests at once, and hosts do not wait for each other.
  @Test func manyHosts() async throws {
    guard let server = try WebServer.own() else { return }
    defer { server.stop() }
    let run = try await server.run(
      """
      for n in $(seq 20); do echo http://h$n.example:$P/hosts; done > list
      resolve=$(for n in $(seq 20); do echo --resolve h$n.example:$P:127.0.0.1; done)
      newsconv digest --list list $resolve --to plain -o - | grep -c '^Story'
      """)
    #expect(run.status == 0, "\(run.stderr)")
    let log = try server.log()
    let hosts = log.most.filter { $0.key.hasSuffix(".example:\(server.port)") }
    #expect(hosts.count == 20)
    #expect(hosts.values.allSatisfy { $0 <= 2 })
    #expect(log.most["", default: 0] > 2)
    #expect(log.requests.count { $0.path.hasPrefix("/slow-story") } == 200)
  }

  /// What the user gives goes to the host that was named, and to no other.
  @Test func credentials() async throws {
    guard let server = try WebServer.own() else { return }
    defer { server.stop() }
    _ = try await server.run(
      """
      printf 'other.example\\tFALSE\\t/\\tFALSE\\t0\\tmine\\tother\\n127.0.0.1\\tFALSE\\t/\\tFALSE\\t0\\tmine\\thome\\n' > cookies
      printf 'machine 127.0.0.1 login reader password secret\\n' > .netrc; export HOME=$PWD
      newsconv "$B/to?url=http://other.example:$P/headers" --resolve other.example:$P:127.0.0.1 --trust \
        --header 'X-Secret: one' --cookies cookies --to plain
      newsconv $B/login --to plain
      """)
    let requests = try server.log().requests
    let first = try #require(requests.first { $0.path.hasPrefix("/to") })
    let second = try #require(requests.first { $0.path == "/headers" })
    #expect(first.fields["X-Secret"] == "one" && first.fields["Cookie"] == "mine=home")
    #expect(second.fields["X-Secret"] == nil && second.fields["Authorization"] == nil)
    #expect(second.fields["Cookie"] == "mine=other")
    #expect(requests.contains { $0.path == "/login" && $0.fields["Authorization"] != nil })
  }

  /// A run that is killed has taken nothing, and leaves cache and history whole: the next has all ten.
  @Test func killed() async throws {
    guard let server = try WebServer.own() else { return }
    defer { server.stop() }
    let run = try await server.run(
      """
      newsconv digest $B/hosts $B/silent?seconds=60 --new -o a.epub & program=$!
      until [ -s cache/newsconv/cache.db-wal ] || [ -s cache/newsconv/cache.db ]; do sleep 0.05; done
      kill -9 $program; wait $program 2>/dev/null
      newsconv digest $B/hosts --new --to plain -o - -q | grep -c '^Story'
      """)
    #expect(run.files.filter { $0.hasSuffix(".epub") } == [])
    #expect(run.stdout.split(separator: "\n").last == "10", "\(run.stdout) \(run.stderr)")
  }

  /// A certificate that nobody signed is not trusted, unless the user says so.
  @Test func certificates() async throws {
    guard let server = try WebServer.own(isSecure: true) else { return }
    defer { server.stop() }
    let run = try await server.run(
      "newsconv $B/story/1; echo $?; SSL_CERT_FILE=$CERTIFICATE newsconv $B/story/1 --to plain")
    #expect(run.stderr.contains("is not trusted"))
    #expect(run.stdout.hasPrefix("69\n") && run.stdout.contains("number 1"), "\(run.stderr)")
  }
}
