/// 128 bits that tell contents apart: the same for the same bytes in every run and on every machine.
///
/// Not against forgery; whoever writes two articles with the same fingerprint on purpose has one of
/// them left out of a digest.
package struct Fingerprint: Sendable, Hashable {
  private var high: UInt64 = 0x9E37_79B9_7F4A_7C15
  private var low: UInt64 = 0xC2B2_AE3D_27D4_EB4F

  /// The fingerprint of nothing.
  package init() {}

  /// The 16 bytes.
  package var bytes: [UInt8] {
    [high, low].flatMap { word in
      stride(from: 56, through: 0, by: -8).map {
        UInt8(truncatingIfNeeded: word >> UInt64($0))
      }
    }
  }

  /// Takes in bytes; where one piece ends and the next begins counts too.
  package mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
    let whole = bytes.count & ~7
    let start = UnsafeRawBufferPointer(bytes)
    var index = 0
    while index < whole {
      mix(start.loadUnaligned(fromByteOffset: index, as: UInt64.self).littleEndian)
      index += 8
    }
    var rest: UInt64 = 0
    while index < bytes.count {
      rest = rest << 8 | UInt64(bytes[index])
      index += 1
    }
    mix(rest)
    mix(UInt64(bytes.count))
  }

  /// Takes in bytes.
  package mutating func add(_ bytes: [UInt8]) { bytes.withUnsafeBufferPointer { add($0) } }

  /// Takes in text.
  package mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { add($0) }
  }

  private mutating func mix(_ word: UInt64) {
    let product = (low ^ word).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
    low = product.low ^ high
    high = (product.high &+ high) &* 0x9FB2_1C65_1E98_DF25 ^ word
  }
}
