extension Kramdown {
  /// The result of a conversion: HTML and what was noticed on the way.
  public struct Output: Sendable {
    /// The HTML fragment, UTF-8.
    public var html: [UInt8]
    /// What was ignored or repaired, in the order in which it was found.
    public var warnings: [Warning]
  }

  /// Something in the source that has no effect, or another one than its author may expect.
  public struct Warning: Sendable, Hashable {
    /// The line of the source, counted from 1.
    public var line: Int
    /// What was found, in a sentence without a full stop.
    public var message: String
  }
}

/// Warnings as they are collected: bounded, for a hostile text can hold one in every few bytes.
struct WarningLog {
  static let limit = 1000

  private(set) var list: [Kramdown.Warning] = []

  /// A name from the source as a message shows it.
  static func shown(_ name: some Sequence<UInt8>) -> String {
    String(decoding: name.prefix(80).map { $0 == 0x0A ? 0x20 : $0 }, as: UTF8.self)
  }

  mutating func add(_ message: String, line: Int) {
    if list.count < Self.limit {
      list.append(Kramdown.Warning(line: line, message: message))
    } else if list.count == Self.limit {
      list.append(Kramdown.Warning(line: line, message: "Further warnings are not listed"))
    }
  }
}
