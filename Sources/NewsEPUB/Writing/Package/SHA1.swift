/// SHA-1 (FIPS 180-4), for the name-based identifiers of RFC 9562, which demand it.
///
/// Not for security. A library that has it (swift-crypto, OpenSSL) would cost every start more
/// than these lines.
struct SHA1 {
  private var state: (UInt32, UInt32, UInt32, UInt32, UInt32) = (
    0x6745_2301, 0xEFCD_AB89, 0x98BA_DCFE, 0x1032_5476, 0xC3D2_E1F0
  )

  /// The 20 bytes for a message.
  static func digest(of message: [UInt8]) -> [UInt8] {
    var hash = SHA1()
    let whole = message.count & ~63
    message.withUnsafeBufferPointer { bytes in
      var offset = 0
      while offset < whole {
        hash.block(UnsafeBufferPointer(rebasing: bytes[offset..<offset + 64]))
        offset += 64
      }
    }
    var tail = Array(message[whole...])
    tail.append(0x80)
    while tail.count % 64 != 56 { tail.append(0) }
    let bits = UInt64(message.count) * 8
    for shift in stride(from: 56, through: 0, by: -8) {
      tail.append(UInt8(truncatingIfNeeded: bits >> UInt64(shift)))
    }
    tail.withUnsafeBufferPointer { bytes in
      for offset in stride(from: 0, to: bytes.count, by: 64) {
        hash.block(UnsafeBufferPointer(rebasing: bytes[offset..<offset + 64]))
      }
    }
    let words = [hash.state.0, hash.state.1, hash.state.2, hash.state.3, hash.state.4]
    return words.flatMap { word in
      [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: word >> UInt32($0)) }
    }
  }

  private mutating func block(_ bytes: UnsafeBufferPointer<UInt8>) {
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 80) { buffer in
      guard let words = buffer.baseAddress, let start = bytes.baseAddress else { return }
      let source = UnsafeRawPointer(start)
      for index in 0..<16 {
        words[index] = source.loadUnaligned(fromByteOffset: index * 4, as: UInt32.self).bigEndian
      }
      for index in 16..<80 {
        let mixed = words[index - 3] ^ words[index - 8] ^ words[index - 14] ^ words[index - 16]
        words[index] = mixed << 1 | mixed >> 31
      }
      var (a, b, c, d, e) = state
      var index = 0
      while index < 20 {
        let next = (a << 5 | a >> 27) &+ (d ^ (b & (c ^ d))) &+ e &+ 0x5A82_7999 &+ words[index]
        (e, d, c, b, a) = (d, c, b << 30 | b >> 2, a, next)
        index += 1
      }
      while index < 40 {
        let next = (a << 5 | a >> 27) &+ (b ^ c ^ d) &+ e &+ 0x6ED9_EBA1 &+ words[index]
        (e, d, c, b, a) = (d, c, b << 30 | b >> 2, a, next)
        index += 1
      }
      while index < 60 {
        let mix = (b & c) | (d & (b | c))
        let next = (a << 5 | a >> 27) &+ mix &+ e &+ 0x8F1B_BCDC &+ words[index]
        (e, d, c, b, a) = (d, c, b << 30 | b >> 2, a, next)
        index += 1
      }
      while index < 80 {
        let next = (a << 5 | a >> 27) &+ (b ^ c ^ d) &+ e &+ 0xCA62_C1D6 &+ words[index]
        (e, d, c, b, a) = (d, c, b << 30 | b >> 2, a, next)
        index += 1
      }
      state = (
        state.0 &+ a, state.1 &+ b, state.2 &+ c, state.3 &+ d, state.4 &+ e
      )
    }
  }
}
