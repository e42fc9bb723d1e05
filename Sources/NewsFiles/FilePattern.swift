/// A path with wildcards, for patterns that no shell has expanded: `'posts/**/*.md'`.
///
/// `*` stands for any characters but slashes, `?` for one, `[a-z]` and `[!a-z]` for one of a set,
/// and a part that is `**` for any number of folders. As in a shell, what begins with a dot must be
/// named with it.
package struct FilePattern: Sendable {
  private let isAbsolute: Bool
  private let parts: [[Unicode.Scalar]]

  /// Reads a pattern; `nil` for a path without wildcards.
  package init?(_ text: String) {
    guard text.utf8.contains(where: { Self.wildcards.contains($0) }) else { return nil }
    isAbsolute = text.utf8.first == UInt8(ascii: "/")
    parts = text.split(separator: "/").map { Array($0.unicodeScalars) }
  }

  private static let wildcards: [UInt8] = [
    UInt8(ascii: "*"), UInt8(ascii: "?"), UInt8(ascii: "["),
  ]

  /// The folder that the pattern looks in: the parts before the first wildcard.
  package var folder: String {
    let named = parts.prefix { part in
      !part.contains { $0.isASCII && Self.wildcards.contains(UInt8($0.value)) }
    }.map { String(String.UnicodeScalarView($0)) }.joined(separator: "/")
    return isAbsolute ? "/" + named : named.isEmpty ? "." : named
  }

  /// The files and folders that match, sorted by their bytes.
  ///
  /// A pattern that ends in `**` matches files alone: they are all there is in the folders.
  package func paths() -> [String] {
    var found: Set<String> = []
    var waiting = [(path: isAbsolute ? "/" : "", part: 0)]
    while let (path, part) = waiting.popLast() {
      guard part < parts.count else {
        found.insert(path)
        continue
      }
      let pattern = parts[part]
      let prefix = path.isEmpty || path == "/" ? path : path + "/"
      if pattern == ["*", "*"] {
        let isLast = part == parts.count - 1
        if !isLast { waiting.append((path, part + 1)) }
        for name in FileSystem.names(in: path.isEmpty ? "." : path) where !Self.isHidden(name) {
          switch FileSystem.kind(of: prefix + name) {
          case .folder where !FileSystem.isLink(prefix + name):
            waiting.append((prefix + name, part))
          case .file where isLast: found.insert(prefix + name)
          default: break
          }
        }
      } else if pattern.contains(where: { $0.isASCII && Self.wildcards.contains(UInt8($0.value)) })
      {
        for name in FileSystem.names(in: path.isEmpty ? "." : path)
        where (!Self.isHidden(name) || pattern.first == ".")
          && Self.matches(Array(name.unicodeScalars), pattern)
        {
          if part == parts.count - 1 || FileSystem.kind(of: prefix + name) == .folder {
            waiting.append((prefix + name, part + 1))
          }
        }
      } else {
        var name = String.UnicodeScalarView()
        name.append(contentsOf: pattern)
        if FileSystem.kind(of: prefix + String(name)) != nil {
          waiting.append((prefix + String(name), part + 1))
        }
      }
    }
    return found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private static func isHidden(_ name: String) -> Bool { name.utf8.first == UInt8(ascii: ".") }

  /// Whether a name is as a pattern says; goes back to the last star alone, so that it takes no more
  /// than name times pattern steps.
  private static func matches(_ name: [Unicode.Scalar], _ pattern: [Unicode.Scalar]) -> Bool {
    var place = 0
    var rest = 0
    var star: (pattern: Int, name: Int)?
    while place < name.count {
      if rest < pattern.count, pattern[rest] == "*" {
        star = (rest, place)
        rest += 1
      } else if rest < pattern.count, let next = step(name[place], pattern, at: rest) {
        place += 1
        rest = next
      } else if let last = star {
        star = (last.pattern, last.name + 1)
        place = last.name + 1
        rest = last.pattern + 1
      } else {
        return false
      }
    }
    return pattern[rest...].allSatisfy { $0 == "*" }
  }

  /// Where the pattern goes on after one character, or `nil` if that is not the one.
  private static func step(
    _ character: Unicode.Scalar, _ pattern: [Unicode.Scalar], at start: Int
  ) -> Int? {
    if pattern[start] == "?" { return start + 1 }
    guard pattern[start] == "[" else { return pattern[start] == character ? start + 1 : nil }
    var index = start + 1
    let isNegated = index < pattern.count && (pattern[index] == "!" || pattern[index] == "^")
    if isNegated { index += 1 }
    let first = index
    var isIn = false
    while index < pattern.count, pattern[index] != "]" || index == first {
      let low = pattern[index]
      if index + 2 < pattern.count, pattern[index + 1] == "-", pattern[index + 2] != "]" {
        if low <= character, character <= pattern[index + 2] { isIn = true }
        index += 3
      } else {
        if low == character { isIn = true }
        index += 1
      }
    }
    // Without its end it is a bracket like any character.
    guard index < pattern.count else { return character == "[" ? start + 1 : nil }
    return isIn != isNegated ? index + 1 : nil
  }
}
