internal import CZlib
package import NewsModel

/// Inflates gzip (RFC 1952), zlib (RFC 1950) or raw deflate (RFC 1951), piece by piece: zlib's.
package final class Inflater: Decompressor {
  /// What stands around the deflated bytes.
  package enum Wrapper {
    case gzip, zlib, raw

    /// What zlib calls it: the window of 32 KB, and how it is wrapped.
    fileprivate var windowBits: Int32 {
      switch self {
      case .gzip: 15 + 16
      case .zlib: 15
      case .raw: -15
      }
    }
  }

  /// zlib keeps a pointer to it: it may not move.
  private let stream: UnsafeMutablePointer<z_stream>

  /// - Throws: ``ConversionError`` (`software`) where memory is short.
  package init(_ wrapper: Wrapper) throws(ConversionError) {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    guard newskit_inflate_init(stream, wrapper.windowBits) == Z_OK else {
      stream.deallocate()
      throw ConversionError(.software, "zlib has no memory")
    }
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
  }

  package func reset() { inflateReset(stream) }

  package func step(
    _ input: UnsafeBufferPointer<UInt8>, into output: UnsafeMutableBufferPointer<UInt8>
  ) -> DecompressionStep {
    let most = Int(UInt32.max)
    let (given, room) = (min(input.count, most), min(output.count, most))
    stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
    stream.pointee.avail_in = UInt32(given)
    stream.pointee.next_out = output.baseAddress
    stream.pointee.avail_out = UInt32(room)
    let status = inflate(stream, Z_NO_FLUSH)
    let state: DecompressionStep.State =
      switch status {
      case Z_STREAM_END: .ends
      // Nothing could be done without more input or room.
      case Z_OK, Z_BUF_ERROR: .goesOn
      default: .fails
      }
    defer {
      stream.pointee.next_in = nil
      stream.pointee.next_out = nil
    }
    return DecompressionStep(
      state: state, consumed: given - Int(stream.pointee.avail_in),
      produced: room - Int(stream.pointee.avail_out))
  }
}
