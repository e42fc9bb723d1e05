import Glibc
import Kramdown
import Liquid
import NewsKit

/// What is fuzzed is named by `NEWSKIT_FUZZ`: `read-FORMAT`, `write-FORMAT`, `kramdown`, `liquid`.
private let target = FuzzTarget(getenv("NEWSKIT_FUZZ").map { String(cString: $0) } ?? "")

/// libFuzzer's way in for programs that have a `main` of their own, as SwiftPM's have.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<Int32>,
  _ words: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ test: @convention(c) (UnsafePointer<UInt8>, Int) -> Int32
) -> Int32

@main
enum Fuzz {
  static func main() {
    // Without libFuzzer's own arguments, the names of all targets: Scripts/fuzz asks for them.
    if CommandLine.arguments.dropFirst() == ["targets"] {
      print(FuzzTarget.names.joined(separator: "\n"))
      return
    }
    guard target != nil else {
      print("fuzz: NEWSKIT_FUZZ names none of \(FuzzTarget.names.joined(separator: ", "))")
      exit(64)
    }
    var count = CommandLine.argc
    var words = CommandLine.unsafeArgv
    exit(
      runDriver(&count, &words) { start, count in
        target?.run(Array(UnsafeBufferPointer(start: start, count: count)))
        return 0
      })
  }
}
