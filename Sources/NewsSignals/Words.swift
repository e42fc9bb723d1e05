/// The words of texts, as near-duplicates are found by: runs of letters, marks and digits in small
/// letters; of scripts that are written without blanks, each character.
struct Words {
  /// The hash of each word's UTF-8 bytes: FNV-1a, 64 bits.
  private(set) var hashes: [UInt64] = []
  private var hash = Self.basis
  private var isWithin = false

  private static let basis: UInt64 = 0xCBF2_9CE4_8422_2325
  private static let prime: UInt64 = 0x100_0000_01B3

  mutating func add(_ text: String) {
    for scalar in text.unicodeScalars {
      let value = scalar.value
      if value < 0x80 {
        switch value {
        case 0x30...0x39, 0x61...0x7A: take(UInt8(value))
        case 0x41...0x5A: take(UInt8(value | 0x20))
        default: end()
        }
      } else if Self.standsAlone(value) {
        end()
        for byte in String(scalar).utf8 { take(byte) }
        end()
      } else if Self.isOfWord(scalar.properties.generalCategory) {
        for byte in scalar.properties.lowercaseMapping.utf8 { take(byte) }
      } else {
        end()
      }
    }
    end()
  }

  private mutating func take(_ byte: UInt8) {
    hash = (hash ^ UInt64(byte)) &* Self.prime
    isWithin = true
  }

  private mutating func end() {
    guard isWithin else { return }
    hashes.append(hash)
    hash = Self.basis
    isWithin = false
  }

  private static func isOfWord(_ category: Unicode.GeneralCategory) -> Bool {
    switch category {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber:
      true
    default: false
    }
  }

  /// Thai, Lao, Myanmar, Khmer, kana, Han.
  private static func standsAlone(_ value: UInt32) -> Bool {
    switch value {
    case 0x0E01...0x0E4E, 0x0E81...0x0EDF, 0x1000...0x109F, 0x1780...0x17DD, 0x3041...0x30FF,
      0x31F0...0x31FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF:
      true
    default: false
    }
  }
}
