/// Paths by their bytes: none of the standard library's indices is needed for them.
extension String {
  /// How many bytes stand before the last byte of a kind.
  func lastPlace(of byte: UInt8) -> Int? {
    func place(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
      var place = bytes.count - 1
      while place >= 0, bytes[place] != byte { place -= 1 }
      return place < 0 ? nil : place
    }
    return utf8.withContiguousStorageIfAvailable(place)
      ?? Array(utf8).withUnsafeBufferPointer(place)
  }

  /// The text of some of the bytes, which must begin and end with characters.
  func bytes(_ range: Range<Int>) -> String {
    func text(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
      String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
    }
    return utf8.withContiguousStorageIfAvailable(text) ?? Array(utf8).withUnsafeBufferPointer(text)
  }
}
