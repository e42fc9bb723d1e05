import Glibc
import HTML5
import Kramdown
import NewsKit

/// What is fuzzed: `NEWSKIT_FUZZ` names a reader of the registry, or `kramdown`, or `html5`.
///
/// An article that is read is written by every writer, and as JSON it must read back to itself.
private let target = getenv("NEWSKIT_FUZZ").map { String(cString: $0) } ?? "jekyll"
private let reader = try? FormatRegistry.standard.reader(named: target).make(FormatOptions())
private let writers = FormatRegistry.standard.writers.compactMap {
  try? $0.make(FormatOptions(), WriterEnvironment())
}

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
    var count = CommandLine.argc
    var words = CommandLine.unsafeArgv
    exit(runDriver(&count, &words) { fuzz($0, $1) })
  }
}

/// Every node must stand within its parent, one level below it, and all characters must be there.
private func check(_ document: HTMLDocument) {
  let nodes = document.nodes
  for (index, node) in nodes.enumerated().dropFirst() {
    let parent = nodes[Int(node.parent)]
    precondition(Int(node.parent) < index && node.end <= parent.end && node.end > index)
    precondition(node.depth == parent.depth + 1)
  }
  _ = document.testDescription
}

/// What libFuzzer calls with each input.
private func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> Int32 {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  if target == "html5" {
    check(HTMLDocument(parsing: bytes))
    check(HTMLDocument(parsingFragment: bytes, in: bytes.first == 0x3C ? "template" : "td"))
    return 0
  }
  guard let reader else {
    _ = Kramdown.html(of: bytes, options: .jekyll)
    return 0
  }
  var diagnostics = Diagnostics()
  guard
    let articles = try? reader.readArticles(
      Source(bytes: bytes), limits: .standard, diagnostics: &diagnostics)
  else { return 0 }
  for article in articles {
    for writer in writers {
      _ = try? writer.write(Publication(article), diagnostics: &diagnostics)
    }
  }
  return 0
}
