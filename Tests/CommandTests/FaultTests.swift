import Foundation
import Testing

/// An input that makes the program fail beyond what can be caught takes no other along: what becomes of
/// the others is what would have become of them without it.
///
/// A sanitizer ends the process itself, which it should.
@Suite(
  .enabled(
    if: ProcessInfo.processInfo.environment["ASAN_OPTIONS"] == nil,
    "under a sanitizer a failure ends the process"))
struct FaultTests {
  /// What is made of the inputs, and shown on standard output.
  enum Output: String, CaseIterable, Sendable {
    case folder = "newsconv $INPUTS --to plain -o out --jobs $JOBS; s=$?; cat out/*; exit $s"
    case books = "newsconv $INPUTS --to epub -o out --jobs $JOBS; s=$?; sha256sum out/*; exit $s"
    case named =
      "newsconv $INPUTS --to plain -o out --name '{slug}' --jobs $JOBS; s=$?; tail -n +1 out/*; exit $s"
    case stream = "newsconv $INPUTS --to markdown -o - --jobs $JOBS"
    case digest =
      "newsconv digest $INPUTS -o d.epub --jobs $JOBS; s=$?; sha256sum d.epub; exit $s"
    case digestText = "newsconv digest $INPUTS --to plain -o - --jobs $JOBS"
  }

  /// Ways to fail.
  static let kinds = ["trap", "overrun", "segfault", "abort", "busy"]

  private static func run(
    _ output: Output, inputs: [String], jobs: Int, fault: String = ""
  ) async throws -> CommandRun {
    let posts = (1...9).map { number in
      CommandCase.Section(
        words: ["file", "p\(number).md"],
        text: """
          ---
          title: The \(number % 3) of \(number)
          slug: slug-\(number % 4)
          date: 2026-02-0\(number) 10:00:00 +0000
          ---
          Text \(number) with {{ nothing | unknown }}.

          """)
    }
    var test = CommandCase(name: "fault")
    test.script = [
      "export NEWSCONV_TEST_SECONDS=0.4 NEWSCONV_TEST_FAULT='\(fault)'",
      "INPUTS='\(inputs.joined(separator: " "))' JOBS=\(jobs)",
      output.rawValue,
    ]
    test.setup = posts
    return try await CommandRun(test)
  }

  private static let all = (1...9).map { "p\($0).md" }

  /// Every way to fail, and every output.
  static let failures: [(String, Output)] =
    kinds.map { ($0, .folder) } + Output.allCases.dropFirst().map { ("trap", $0) }

  @Test(arguments: failures)
  func othersAreAsIfItHadNotBeen(kind: String, output: Output) async throws {
    let expected = try await Self.run(output, inputs: Self.all.filter { $0 != "p4.md" }, jobs: 2)
    for jobs in [1, 4] {
      let run = try await Self.run(output, inputs: Self.all, jobs: jobs, fault: kind + ":p4.md")
      #expect(run.stdout == expected.stdout, "\(kind), \(jobs) jobs: \(run.stderr)")
      #expect(run.status == (kind == "busy" ? 65 : 70))
      let lines = run.stderr.split(separator: "\n")
      #expect(lines.count { $0.hasPrefix("p4.md: error: ") } == 1, "\(run.stderr)")
      // Every other post is warned of once, whatever was done twice.
      for post in Self.all where post != "p4.md" {
        #expect(lines.count { $0.hasPrefix("\(post):") } == 1, "\(run.stderr)")
      }
    }
  }

  @Test(arguments: [Output.stream, .digest])
  func manyMayFail(output: Output) async throws {
    let bad = ["p1.md", "p2.md", "p5.md", "p9.md"]
    let expected = try await Self.run(
      output, inputs: Self.all.filter { !bad.contains($0) }, jobs: 2)
    let fault = zip(Self.kinds, bad).map { $0 + ":" + $1 }.joined(separator: ",")
    for jobs in [1, 4] {
      let run = try await Self.run(output, inputs: Self.all, jobs: jobs, fault: fault)
      #expect(run.stdout == expected.stdout, "\(run.stderr)")
      #expect(run.status == 70)
      for input in bad { #expect(run.stderr.contains("\(input): error: ")) }
    }
  }

  @Test(arguments: kinds)
  func onlyInput(kind: String) async throws {
    var test = CommandCase(name: "fault")
    test.setup = [CommandCase.Section(words: ["file", "p.md"], text: "---\ntitle: T\n---\nx\n")]
    for (script, name) in [
      ("newsconv p.md --to plain", "p.md"), ("newsconv p.md -o p.epub", "p.md"),
      ("newsconv digest p.md -o p.epub", "p.md"),
      ("cat p.md | newsconv - --from jekyll --to plain", "-"),
    ] {
      test.script = [
        "export NEWSCONV_TEST_SECONDS=0.4 NEWSCONV_TEST_FAULT='\(kind):\(name)'", script,
      ]
      let run = try await CommandRun(test)
      #expect(run.stdout.isEmpty && run.files.isEmpty)
      #expect(run.status == (kind == "busy" ? 65 : 70))
      #expect(run.stderr.hasPrefix("\(name): error: "), "\(run.stderr)")
    }
  }

  /// What came through a pipe is used once, or said to be gone.
  @Test(arguments: [
    ("cat p.md | newsconv - q.md r.md --from jekyll --to plain -o - --jobs 1", "T\n", ""),
    ("newsconv - q.md r.md --from jekyll --to plain -o - --jobs 1 < p.md", "T\n", ""),
    (
      "cat p.md | newsconv digest - q.md r.md --from jekyll --to plain -o -", "", "-: error: cannot"
    ),
  ])
  func standardInput(script: String, begins: String, says: String) async throws {
    var test = CommandCase(name: "fault")
    test.setup = ["p", "q", "r"].map {
      let title = $0 == "p" ? "T" : $0
      return CommandCase.Section(
        words: ["file", $0 + ".md"], text: "---\ntitle: \(title)\n---\nx\($0)\n")
    }
    test.script = ["export NEWSCONV_TEST_FAULT=trap:q.md", script]
    let run = try await CommandRun(test)
    #expect(run.stdout.hasPrefix(begins))
    #expect(run.stdout.contains("xr"))
    #expect(run.stderr.contains("q.md: error: "))
    #expect(says.isEmpty || run.stderr.contains(says))
    #expect(run.status == 70)
  }

  /// A signal from outside ends the program as ever.
  @Test func signalsFromOutside() async throws {
    var test = CommandCase(name: "fault")
    test.script = [
      // Held open by the shell, so that it never ends by itself, however busy the machine is.
      "mkfifo pipe; exec 9<> pipe",
      "newsconv - --from jekyll < pipe & program=$!",
      // Not before the program has taken the signals over: until it has begun, the shell's copy of
      // itself may have, which would forget it, and then Swift's runtime, whose handler reports and goes
      // on. Only the program takes SIGXCPU, and that last.
      "until grep -q newsconv /proc/$program/comm && grep -q '^SigCgt:.*[89a-f].....$' "
        + "/proc/$program/status; do sleep 0.01; done",
      "kill -ABRT $program; wait $program; exit $(($? % 128))",
    ]
    let run = try await CommandRun(test)
    #expect(run.status == SIGABRT)
  }
}
