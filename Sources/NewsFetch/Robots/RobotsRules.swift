/// What a site's `robots.txt` allows one program (RFC 9309).
struct RobotsRules: Sendable, Hashable {
  /// What it says of a path.
  enum Verdict: Sendable {
    case allowed
    case disallowed
    /// The file cannot be had.
    case unknown
  }

  private struct Rule: Sendable, Hashable {
    var pattern: [UInt8]
    var allows: Bool
  }

  private var rules: [Rule] = []
  private var isUnknown = false

  /// Everything is allowed.
  static let all = RobotsRules()
  /// The file cannot be had.
  static let unknown: RobotsRules = {
    var rules = RobotsRules()
    rules.isUnknown = true
    return rules
  }()

  /// What is read of a file; the rest is not looked at.
  static let byteLimit = 500 << 10

  private init() {}

  /// Reads a file.
  ///
  /// - Parameter product: what the file calls the program, without a version.
  init(_ file: [UInt8], product: String) {
    var file = file.prefix(Self.byteLimit)
    if file.starts(with: [0xEF, 0xBB, 0xBF]) { file = file.dropFirst(3) }
    var own: [Rule] = []
    var others: [Rule] = []
    var isNamed = false
    // The lines that name programs stand together, before the rules for them.
    var (isOwn, isOther, isNaming) = (false, false, false)
    for line in file.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
      guard let (key, value) = Self.entry(line) else { continue }
      switch key {
      case "user-agent", "useragent", "user agent":
        if !isNaming { (isOwn, isOther) = (false, false) }
        isNaming = true
        if value.first == UInt8(ascii: "*"), value.count == 1 || value[value.startIndex + 1] <= 0x20
        {
          isOther = true
        } else if Self.product(value) == product.lowercased() {
          isOwn = true
          isNamed = true
        }
      case "allow", "disallow":
        isNaming = false
        if value.isEmpty { continue }
        let rule = Rule(pattern: Self.normalized(value), allows: key == "allow")
        if isOwn { own.append(rule) }
        if isOther { others.append(rule) }
      default:
        // Lines of other kinds part nothing.
        continue
      }
    }
    rules = isNamed ? own : others
  }

  /// Whether a path, with its query, may be fetched: the longest rule that matches decides, of equal
  /// ones the one that allows.
  func verdict(_ path: String) -> Verdict {
    if path == "/robots.txt" { return .allowed }
    if isUnknown { return .unknown }
    let path = Self.normalized(Array(path.utf8)[...])
    var best: (length: Int, allows: Bool)?
    for rule in rules where Self.matches(rule.pattern, path) {
      let length = rule.pattern.count
      if length > best?.length ?? -1 || length == best?.length && rule.allows {
        best = (length, rule.allows)
      }
    }
    return best?.allows ?? true ? .allowed : .disallowed
  }

  private static func entry(_ line: ArraySlice<UInt8>) -> (key: String, value: ArraySlice<UInt8>)? {
    let line = trimmed(line.prefix { $0 != UInt8(ascii: "#") })
    guard
      let split = line.firstIndex(of: UInt8(ascii: ":"))
        ?? line.firstIndex(where: { $0 == 0x20 || $0 == 0x09 })
    else { return nil }
    let key = String(decoding: trimmed(line[..<split]), as: UTF8.self).lowercased()
    return (key, trimmed(line[(split + 1)...]))
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var bytes = bytes
    while let first = bytes.first, first <= 0x20 { bytes.removeFirst() }
    while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
    return bytes
  }

  /// The name of a program as far as it is letters, `_` and `-`: `newsconv` of `NewsConv/1.0`.
  private static func product(_ value: ArraySlice<UInt8>) -> String {
    let name = value.prefix { byte in
      (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
    }
    return String(decoding: name, as: UTF8.self).lowercased()
  }

  /// Bytes that are no ASCII percent-encoded, and escapes in capitals, so that one spelling is left.
  private static func normalized(_ text: ArraySlice<UInt8>) -> [UInt8] {
    func isHex(_ byte: UInt8) -> Bool {
      (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte | 0x20)
    }
    func upper(_ byte: UInt8) -> UInt8 { byte >= 0x61 ? byte - 0x20 : byte }
    var result: [UInt8] = []
    var index = text.startIndex
    while index < text.endIndex {
      let byte = text[index]
      if byte == UInt8(ascii: "%"), index + 2 < text.endIndex, isHex(text[index + 1]),
        isHex(text[index + 2])
      {
        result += [byte, upper(text[index + 1]), upper(text[index + 2])]
        index += 3
        continue
      }
      if byte >= 0x80 {
        let digits = Array("0123456789ABCDEF".utf8)
        result += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      } else {
        result.append(byte)
      }
      index += 1
    }
    return result
  }

  /// Whether a pattern matches a path from its beginning: `*` is anything, `$` at the end is the end.
  ///
  /// Each part is looked for behind the one before, where it is found first.
  private static func matches(_ pattern: [UInt8], _ path: [UInt8]) -> Bool {
    let isAnchored = pattern.last == UInt8(ascii: "$")
    let parts = pattern.dropLast(isAnchored ? 1 : 0)
      .split(separator: UInt8(ascii: "*"), omittingEmptySubsequences: false)
    var at = 0
    for (index, part) in parts.enumerated() {
      let isLast = index == parts.count - 1
      if index == 0 {
        guard path.starts(with: part) else { return false }
        at = part.count
        if isLast { return !isAnchored || at == path.count }
      } else if isLast, isAnchored {
        return path.count - at >= part.count && path.suffix(part.count).elementsEqual(part)
      } else {
        guard let found = position(of: part, in: path, from: at) else { return false }
        at = found + part.count
      }
    }
    return true
  }

  private static func position(
    of part: ArraySlice<UInt8>, in path: [UInt8], from start: Int
  ) -> Int? {
    if part.isEmpty { return start }
    guard path.count - start >= part.count else { return nil }
    for place in start...(path.count - part.count)
    where path[place...].starts(with: part) {
      return place
    }
    return nil
  }
}
