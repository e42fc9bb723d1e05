import Testing

/// Records that end or stop their worker: each is a row with an error, and the others come through.
@Suite struct WorkerTests {
  private func run(_ script: [String]) async throws -> CommandRun {
    var test = CommandCase(name: "workers")
    let lines = (1...60).map { "{\"id\":\"\($0)\",\"text\":\"Text number \($0).\"}\n" }
    test.setup = [CommandCase.Section(words: ["file", "in.ndjson"], text: lines.joined())]
    test.script = script
    return try await CommandRun(test)
  }

  private func rows(_ run: CommandRun) -> [Substring] { run.stdout.split(separator: "\n") }

  @Test(arguments: ["trap", "overrun", "abort", "segfault", "busy"], [1, 2])
  func oneRecordIsLost(_ kind: String, _ jobs: Int) async throws {
    let run = try await run([
      "export NEWSCONV_TEST_SECONDS=0.4 NEWSCONV_TEST_FAULT=\(kind):7,\(kind):31",
      "newsconv in.ndjson --to json --errors rows -o - --jobs \(jobs) -q",
    ])
    let rows = rows(run)
    #expect(rows.count == 60)
    for (index, row) in rows.enumerated() {
      #expect(row.contains("\"id\":\"\(index + 1)\""))
      let isLost = index == 6 || index == 30
      #expect(row.contains("\"error\"") == isLost, "\(row)")
      if isLost { #expect(row.contains(kind == "busy" ? "limit-exceeded" : "software")) }
    }
    #expect(run.status == 0)
  }

  /// A worker that is killed from outside is replaced; its record is tried once more.
  @Test func killedFromOutside() async throws {
    let run = try await run([
      "export NEWSCONV_TEST_FAULT=busy:20",
      "newsconv in.ndjson --to json --errors rows -o - --jobs 2 -q > out & program=$!",
      // Twice: the record that it works on, number 20, is lost with the second.
      """
      for n in 1 2; do
        until worker=$(for p in /proc/[0-9]*; do
            read -r _ _ state parent _ < $p/stat 2>/dev/null || continue
            [ "$parent" = $program ] && [ "$state" = R ] && echo ${p#/proc/} && break
          done); [ -n "$worker" ] && [ "$worker" != "$last" ] && sleep 0.3 &&
          grep -q '^State:.R' /proc/$worker/status 2>/dev/null; do sleep 0.05; done
        last=$worker; kill -9 $worker
      done
      """,
      "wait $program; s=$?; cat out; rm out; exit $s",
    ])
    let rows = rows(run)
    #expect(rows.count == 60)
    #expect(rows.filter { $0.contains("\"error\"") }.count == 1)
    #expect(rows.dropFirst(19).first?.contains("\"id\":\"20\",\"error\"") == true)
    #expect(run.status == 0)
  }

  /// What a program writes line by line is answered line by line, before it goes on.
  @Test func answersAreNotKeptBack() async throws {
    let run = try await run([
      "mkfifo to from; newsconv - --from ndjson --to json --errors rows -o - -q < to > from & program=$!",
      "exec 3> to 4< from",
      """
      for n in 1 2 3; do
        echo "{\\"id\\":\\"$n\\",\\"text\\":\\"Text $n.\\"}" >&3
        read -r row <&4 || exit 9; echo "$row"
      done
      """,
      "exec 3>&-; wait $program; s=$?; rm to from; exit $s",
    ])
    #expect(rows(run).count == 3)
    #expect(run.status == 0)
  }
}
