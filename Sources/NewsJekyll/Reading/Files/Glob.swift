/// Path patterns as Ruby's `Dir.glob` and `File.fnmatch` read them: `*`, `?`, `**/`, `[a-z]`.
enum Glob {
  /// Whether a path matches a pattern as a whole.
  ///
  /// - Parameter crossesSlashes: whether `*` and `?` match a slash too, as in `File.fnmatch`
  ///   without flags.
  static func matches(_ pattern: String, _ path: String, crossesSlashes: Bool = false) -> Bool {
    let pattern = Array(pattern.utf8)
    let path = Array(path.utf8)
    // The two latest stars, to come back to: within a name, and `**/` across folders.
    var star: (pattern: Int, path: Int)?
    var folders: (pattern: Int, path: Int)?
    var p = 0
    var t = 0
    while true {
      if p < pattern.count {
        if !crossesSlashes, pattern[p] == 0x2A, p + 2 < pattern.count, pattern[p + 1] == 0x2A,
          pattern[p + 2] == 0x2F, p == 0 || pattern[p - 1] == 0x2F
        {
          p += 3
          folders = (p, t)
          star = nil
          continue
        }
        if pattern[p] == 0x2A {
          while p < pattern.count, pattern[p] == 0x2A { p += 1 }
          star = (p, t)
          continue
        }
        if t < path.count, let next = matchOne(pattern, p, path[t], crossesSlashes) {
          p = next
          t += 1
          continue
        }
      } else if t == path.count {
        return true
      }
      if let back = star, back.path < path.count, crossesSlashes || path[back.path] != 0x2F {
        star = (back.pattern, back.path + 1)
        (p, t) = (back.pattern, back.path + 1)
        continue
      }
      guard let back = folders, let slash = path[back.path...].firstIndex(of: 0x2F) else {
        return false
      }
      folders = (back.pattern, slash + 1)
      star = nil
      (p, t) = (back.pattern, slash + 1)
    }
  }

  /// Where the pattern goes on when one of its characters matches a byte.
  private static func matchOne(
    _ pattern: [UInt8], _ position: Int, _ byte: UInt8, _ crossesSlashes: Bool
  ) -> Int? {
    switch pattern[position] {
    case 0x3F: return byte != 0x2F || crossesSlashes ? position + 1 : nil
    case 0x5B:
      guard let close = pattern[(position + 1)...].firstIndex(of: 0x5D) else { break }
      var index = position + 1
      let isNegated = pattern[index] == 0x5E || pattern[index] == 0x21
      if isNegated { index += 1 }
      var found = false
      while index < close {
        if index + 2 < close, pattern[index + 1] == 0x2D {
          found = found || (pattern[index] <= byte && byte <= pattern[index + 2])
          index += 3
        } else {
          found = found || pattern[index] == byte
          index += 1
        }
      }
      return found != isNegated && byte != 0x2F ? close + 1 : nil
    case 0x5C where position + 1 < pattern.count:
      return pattern[position + 1] == byte ? position + 2 : nil
    default: break
    }
    return pattern[position] == byte ? position + 1 : nil
  }
}
