package import NewsHTML

/// Whether a browser shows an element at all.
package enum Hidden {
  /// By the `hidden` attribute, or a style of its own that says `display: none` or
  /// `visibility: hidden`.
  package static func isHidden(_ node: Int, in tree: HTMLTree) -> Bool {
    for index in tree.attributes(of: node) {
      switch tree.attributes[index].name {
      case .hidden:
        if !tree.value(at: index).elementsEqual("until-found".utf8) { return true }
      case .style: if hides(tree.value(at: index)) { return true }
      default: break
      }
    }
    return false
  }

  /// Whether a style says so.
  static func hides(_ style: ArraySlice<UInt8>) -> Bool {
    declares("display", "none", in: style) || declares("visibility", "hidden", in: style)
  }

  /// Whether a style sets a property to a value; the value may be followed by `!important`.
  static func declares(
    _ property: StaticString, _ value: StaticString, in style: ArraySlice<UInt8>
  ) -> Bool {
    style.withUnsafeBufferPointer { bytes in
      let count = property.utf8CodeUnitCount
      var index = 0
      while index + count < bytes.count {
        guard matches(bytes, index, property),
          index == 0 || !isName(bytes[index - 1])
        else {
          index += 1
          continue
        }
        index += count
        while index < bytes.count, bytes[index] <= 0x20 { index += 1 }
        guard index < bytes.count, bytes[index] == UInt8(ascii: ":") else { continue }
        index += 1
        while index < bytes.count, bytes[index] <= 0x20 { index += 1 }
        if matches(bytes, index, value) { return true }
      }
      return false
    }
  }

  private static func isName(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "-") || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private static func matches(
    _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ word: StaticString
  ) -> Bool {
    guard index + word.utf8CodeUnitCount <= bytes.count else { return false }
    for offset in 0..<word.utf8CodeUnitCount
    where bytes[index + offset] | 0x20 != word.utf8Start[offset] {
      return false
    }
    return true
  }
}
