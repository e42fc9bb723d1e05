package import NewsModel

/// How the content of a response is coded (RFC 9110, 8.4.1).
package enum ContentCoding: Sendable {
  case gzip, deflate, brotli, zstandard

  /// By the name in a `Content-Encoding`; `nil` for none that is known.
  package init?(name: some StringProtocol) {
    switch name.lowercased() {
    case "gzip", "x-gzip": self = .gzip
    case "deflate": self = .deflate
    case "br": self = .brotli
    case "zstd": self = .zstandard
    default: return nil
    }
  }

  /// What was decoded.
  package struct Decoded: Sendable {
    /// The bytes, as far as they go.
    package var bytes: [UInt8]
    /// Whether the coded bytes were damaged or ended too early.
    package var isDamaged: Bool
  }

  /// Decodes bytes that are at hand.
  ///
  /// - Parameter limit: what they may become at most.
  /// - Throws: ``ConversionError`` (`limitExceeded`) where they would become more, and `software`
  ///   where a library is missing.
  package func decoded(
    _ bytes: ArraySlice<UInt8>, limit: Int
  ) throws(ConversionError) -> Decoded {
    let decompressor: any Decompressor =
      switch self {
      case .gzip: try Inflater(.gzip)
      // Servers send it with zlib's wrapper, as they should, and without.
      case .deflate: try Inflater(Self.hasZlibHeader(bytes) ? .zlib : .raw)
      case .brotli: try BrotliDecompressor()
      case .zstandard: try ZstandardDecompressor(window: .content)
      }
    return try Self.decoded(bytes, with: decompressor, limit: limit, hasUnits: self != .deflate)
  }

  private static func decoded(
    _ bytes: ArraySlice<UInt8>, with decompressor: any Decompressor, limit: Int, hasUnits: Bool
  ) throws(ConversionError) -> Decoded {
    var result = Decoded(bytes: [], isDamaged: false)
    var rest = bytes
    var capacity = min(max(bytes.count * 4, 1 << 12), 1 << 20, limit + 1)
    while true {
      var step = DecompressionStep(state: .fails, consumed: 0, produced: 0)
      let output = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
        step = rest.withUnsafeBufferPointer { decompressor.step($0, into: buffer) }
        count = step.produced
      }
      rest = rest.dropFirst(step.consumed)
      if result.bytes.isEmpty { result.bytes = output } else { result.bytes += output }
      if result.bytes.count > limit {
        throw ConversionError(
          .limitExceeded, "its content is larger than the limit of \(limit) bytes when decompressed"
        )
      }
      capacity = min(max(result.bytes.count, 1 << 12), 1 << 20)
      switch step.state {
      case .fails:
        result.isDamaged = true
        return result
      case .ends:
        // Gzip's members are one content; what else follows belongs to nothing.
        guard hasUnits, rest.starts(with: [0x1F, 0x8B]) else { return result }
        decompressor.reset()
      case .goesOn where step.produced == 0 && (step.consumed == 0 || rest.isEmpty):
        result.isDamaged = true
        return result
      case .goesOn: break
      }
    }
  }

  private static func hasZlibHeader(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.count >= 2, let first = bytes.first else { return false }
    let second = bytes[bytes.startIndex + 1]
    return first & 0x0F == 8 && (Int(first) << 8 | Int(second)) % 31 == 0
  }
}

extension ContentCoding {
  /// Whether bytes begin as those of the coding do, as far as that shows.
  package func begins(_ bytes: ArraySlice<UInt8>) -> Bool {
    switch self {
    case .gzip: bytes.starts(with: [0x1F, 0x8B])
    case .zstandard: bytes.starts(with: [0x28, 0xB5, 0x2F, 0xFD])
    case .deflate, .brotli: true
    }
  }
}
