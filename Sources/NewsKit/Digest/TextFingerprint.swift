/// What an article says in 128 bits: two with the same title and text have the same.
struct TextFingerprint: Hashable {
  private var high: UInt64 = 0x9E37_79B9_7F4A_7C15
  private var low: UInt64 = 0xC2B2_AE3D_27D4_EB4F

  /// The fingerprint of title, text and pictures; how the text is marked does not count.
  init(_ article: Article) {
    add(article.metadata.title ?? "")
    article.body.walk { block in
      switch block {
      case .code(let code): add(code.text)
      case .math(let text): add(text)
      case .media(let media): add(media.source)
      default: break
      }
    } inlines: { inline in
      switch inline {
      case .text(let text), .code(let text), .math(let text): add(text)
      case .image(let image): add(image.source)
      default: break
      }
    }
  }

  private mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      let whole = bytes.count & ~7
      let start = UnsafeRawBufferPointer(bytes)
      var index = 0
      while index < whole {
        mix(start.loadUnaligned(fromByteOffset: index, as: UInt64.self))
        index += 8
      }
      var rest: UInt64 = 0
      while index < bytes.count {
        rest = rest << 8 | UInt64(bytes[index])
        index += 1
      }
      // With the length, so that where one text ends and the next begins counts too.
      mix(rest)
      mix(UInt64(bytes.count))
    }
  }

  private mutating func mix(_ word: UInt64) {
    let product = (low ^ word).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
    low = product.low ^ high
    high = (product.high &+ high) &* 0x9FB2_1C65_1E98_DF25 ^ word
  }
}
