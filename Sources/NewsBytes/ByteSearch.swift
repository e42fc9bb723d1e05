#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Finding bytes in a text with the C library's means, which look at many of them at a time.
extension UnsafeBufferPointer<UInt8> {
  /// The first place of a byte in a range, which must lie in the buffer.
  package func place(of byte: UInt8, from start: Int = 0, to end: Int? = nil) -> Int? {
    let end = end ?? count
    precondition(start >= 0 && end <= count)
    guard start < end, let base = baseAddress,
      let found = memchr(base + start, Int32(byte), end - start)
    else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  /// The first place of some bytes from an index on; of none, that index.
  ///
  /// For words, not for texts: the time is that of this text's length times the word's at worst. The
  /// standard library's `firstRange(of:)` is generic code that takes a thousand times as long.
  package func place(of word: UnsafeBufferPointer<UInt8>, from start: Int = 0) -> Int? {
    guard start >= 0, start <= count else { return nil }
    guard let base = baseAddress, let needle = word.baseAddress, !word.isEmpty else {
      return word.isEmpty ? start : nil
    }
    // In a short text the choice would cost more than it saves.
    let rarest = count - start > 256 ? word.indexOfRarest : 0
    var index = start + rarest
    let end = count - word.count + rarest + 1
    while index < end, let found = place(of: word[rarest], from: index, to: end) {
      if memcmp(base + found - rarest, needle, word.count) == 0 { return found - rarest }
      index = found + 1
    }
    return nil
  }

  /// Where the byte stands that is the rarest in markup and text: few places must be looked at then.
  private var indexOfRarest: Int {
    let common: StaticString = "etaoinsr \"=/<>ldchupm-:.gfwyb;,vk"
    let bytes = UnsafeBufferPointer(start: common.utf8Start, count: common.utf8CodeUnitCount)
    var rarest = (index: 0, rank: -1)
    for index in indices {
      let rank = bytes.firstIndex(of: self[index]) ?? bytes.count
      if rank > rarest.rank { rarest = (index, rank) }
      if rank == bytes.count { break }
    }
    return rarest.index
  }
}

extension String {
  /// Gives the bytes to a closure. Public only to be inlined.
  @inlinable
  public func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    utf8.withContiguousStorageIfAvailable(body) ?? Array(utf8).withUnsafeBufferPointer(body)
  }
}

extension StringProtocol where SubSequence == Substring {
  /// Where a text stands first, letter by letter: equivalent spellings are not looked for.
  package func place(of text: String) -> Range<String.Index>? {
    guard let range = Array(utf8).place(of: Array(text.utf8)).map({ $0..<($0 + text.utf8.count) })
    else { return nil }
    return utf8.index(
      startIndex, offsetBy: range.lowerBound)..<utf8.index(startIndex, offsetBy: range.upperBound)
  }
}

extension Array<UInt8> {
  /// The first place of a byte in a range.
  package func place(of byte: UInt8, from start: Int = 0, to end: Int? = nil) -> Int? {
    withUnsafeBufferPointer { $0.place(of: byte, from: start, to: end) }
  }

  /// The first place of some bytes from an index on.
  package func place(of piece: [UInt8], from start: Int = 0) -> Int? {
    withUnsafeBufferPointer { bytes in
      piece.withUnsafeBufferPointer { bytes.place(of: $0, from: start) }
    }
  }

  /// Whether a word is among these bytes: chosen before the standard library's generic one.
  package func contains(_ word: [UInt8]) -> Bool { place(of: word) != nil }

  /// Whether the bytes of a word are among these.
  package func contains(bytesOf word: String) -> Bool { self[...].contains(bytesOf: word) }
}

extension ArraySlice<UInt8> {
  /// The first place of a byte.
  package func place(of byte: UInt8) -> Int? {
    withUnsafeBufferPointer { $0.place(of: byte) }.map { startIndex + $0 }
  }

  /// The first place of some bytes.
  package func place(of piece: [UInt8]) -> Int? {
    withUnsafeBufferPointer { bytes in
      piece.withUnsafeBufferPointer { bytes.place(of: $0) }
    }.map { startIndex + $0 }
  }

  /// Whether the bytes of a word are among these.
  package func contains(bytesOf word: String) -> Bool {
    withUnsafeBufferPointer { bytes in word.withBytes { bytes.place(of: $0) != nil } }
  }
}

extension ArraySlice<UInt8> {
  /// The first byte that is no blank, past a byte order mark: what tells markup (`<`) and JSON (`{`)
  /// from text before more is looked at.
  package var firstMark: UInt8? {
    let text = starts(with: [0xEF, 0xBB, 0xBF]) ? dropFirst(3) : self
    return text.first { $0 > 0x20 }
  }
}
