/// Looks for a run of bytes in another, in time that grows with the two together (Knuth, Morris and
/// Pratt), so that no template makes it quadratic.
struct ByteSearch {
  private let needle: [UInt8]
  /// For each length of a partial match, the length to go on with when the next byte differs.
  private let fallback: [Int]

  init(_ needle: [UInt8]) {
    self.needle = needle
    var fallback = [0]
    fallback.reserveCapacity(needle.count + 1)
    if !needle.isEmpty { fallback.append(0) }
    var length = 0
    var place = 1
    while place < needle.count {
      while length > 0, needle[place] != needle[length] { length = fallback[length] }
      if needle[place] == needle[length] { length += 1 }
      fallback.append(length)
      place += 1
    }
    self.fallback = fallback
  }

  /// Where the bytes begin first, from a place on.
  func first(in bytes: [UInt8], from start: Int = 0) -> Int? {
    if needle.isEmpty { return start <= bytes.count ? start : nil }
    var length = 0
    var place = start
    while place < bytes.count {
      while length > 0, bytes[place] != needle[length] { length = fallback[length] }
      if bytes[place] == needle[length] { length += 1 }
      place += 1
      if length == needle.count { return place - length }
    }
    return nil
  }

  /// Where the bytes begin last.
  func last(in bytes: [UInt8]) -> Int? {
    if needle.isEmpty { return bytes.count }
    var found: Int?
    var start = 0
    while let place = first(in: bytes, from: start) {
      found = place
      // Overlapping matches count for the last one.
      start = place + 1
      if needle.count > 32 { start = place + max(1, needle.count - fallback[needle.count]) }
    }
    return found
  }
}

extension String {
  /// Whether the bytes of another string are in this one.
  func utf8Contains(_ other: String) -> Bool {
    ByteSearch(Array(other.utf8)).first(in: Array(utf8)) != nil
  }
}
