#if DEBUG
  #if canImport(Glibc)
    internal import Glibc
  #elseif canImport(Darwin)
    internal import Darwin
  #endif

  /// Failures that tests ask for, in builds for debugging alone: `NEWSCONV_TEST_FAULT=trap:bad.md`
  /// makes the input of that name fail.
  enum FaultForTests {
    /// A shorter time for what never ends: `NEWSCONV_TEST_SECONDS=0.3`.
    static var processorSeconds: Double? {
      getenv("NEWSCONV_TEST_SECONDS").flatMap { Double(String(cString: $0)) }
    }

    static func happen(in input: String) {
      guard let value = getenv("NEWSCONV_TEST_FAULT") else { return }
      for wish in String(cString: value).split(separator: ",") {
        let parts = wish.split(separator: ":")
        guard parts.count == 2, input == parts[1] || input.hasSuffix("/" + parts[1]) else {
          continue
        }
        switch parts[0] {
        case "trap": trap(Int.max - input.utf8.count)
        case "overrun": _ = overrun(0)
        case "abort": abort()
        case "segfault": UnsafeMutablePointer<Int>(bitPattern: 8)?.pointee = 1
        case "busy": while true {}
        default: break
        }
      }
    }

    private static func trap(_ number: Int) { _ = (0..<1000).reduce(number) { $0 + $1 } }

    private static func overrun(_ depth: Int) -> Int {
      depth < 0 ? 0 : overrun(depth + 1) &+ overrun(depth + 2)
    }
  }
#endif
