internal import CCodecs
package import NewsModel

/// Decompresses Brotli (RFC 7932).
package final class BrotliDecompressor: Decompressor {
  private var decoder: UnsafeMutableRawPointer

  /// - Throws: ``ConversionError`` (`software`) where the library is missing.
  package init() throws(ConversionError) {
    guard let decoder = codec_brotli_new() else {
      throw ConversionError(
        .software, "Brotli's library is missing; on Debian: apt-get install libbrotli1")
    }
    self.decoder = decoder
  }

  deinit { codec_brotli_free(decoder) }

  package func reset() {
    // Without memory for a new one the old one fails at once, as it has ended.
    guard let new = codec_brotli_new() else { return }
    codec_brotli_free(decoder)
    decoder = new
  }

  package func step(
    _ input: UnsafeBufferPointer<UInt8>, into output: UnsafeMutableBufferPointer<UInt8>
  ) -> DecompressionStep {
    DecompressionStep(
      codec_brotli_decode(
        decoder, input.baseAddress, input.count, output.baseAddress, output.count))
  }
}

/// Decompresses Zstandard (RFC 8878).
package final class ZstandardDecompressor: Decompressor {
  private let decoder: UnsafeMutableRawPointer

  /// How far back what is compressed may refer, as a power of two.
  package enum Window: Int32 {
    /// 8 MB, the most that content on the web may (RFC 9659).
    case content = 23
    /// 128 MB, what zstd(1) takes unasked.
    case file = 27
  }

  /// - Throws: ``ConversionError`` (`software`) where the library is missing.
  package init(window: Window) throws(ConversionError) {
    guard let decoder = codec_zstd_new(window.rawValue) else {
      throw ConversionError(
        .software, "Zstandard's library is missing; on Debian: apt-get install libzstd1")
    }
    self.decoder = decoder
  }

  deinit { codec_zstd_free(decoder) }

  package func reset() { codec_zstd_reset(decoder) }

  /// Gives a dictionary for all frames to come; whether it is one.
  package func load(_ dictionary: [UInt8]) -> Bool {
    codec_zstd_load(decoder, dictionary, dictionary.count)
  }

  package func step(
    _ input: UnsafeBufferPointer<UInt8>, into output: UnsafeMutableBufferPointer<UInt8>
  ) -> DecompressionStep {
    DecompressionStep(
      codec_zstd_decode(
        decoder, input.baseAddress, input.count, output.baseAddress, output.count))
  }
}

extension DecompressionStep {
  fileprivate init(_ step: codec_step) {
    let state: State =
      switch step.state {
      case codec_ends: .ends
      case codec_fails: .fails
      default: .goesOn
      }
    self.init(state: state, consumed: step.consumed, produced: step.produced)
  }
}
