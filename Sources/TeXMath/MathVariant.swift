/// The alphabets of mathematics, each with places of its own in Unicode.
enum MathVariant {
  case normal, bold, italic, boldItalic, script, fraktur, doubleStruck, sansSerif, monospace

  /// The letters and figures of a text in the alphabet.
  func applied(to text: String) -> String {
    var output = ""
    for scalar in text.unicodeScalars {
      output.unicodeScalars.append(mapped(scalar) ?? scalar)
    }
    return output
  }

  private func mapped(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    if let exception = Self.exceptions[Key(self, scalar)] { return exception }
    switch scalar {
    case "A"..."Z": return capital.flatMap { Unicode.Scalar($0 + scalar.value - 0x41) }
    case "a"..."z": return capital.flatMap { Unicode.Scalar($0 + 26 + scalar.value - 0x61) }
    case "0"..."9": return zero.flatMap { Unicode.Scalar($0 + scalar.value - 0x30) }
    case "Α"..."Ω":
      return greekCapital.flatMap { Unicode.Scalar($0 + scalar.value - 0x391) }
    case "α"..."ω":
      return greekCapital.flatMap { Unicode.Scalar($0 + 26 + scalar.value - 0x3B1) }
    default: return nil
    }
  }

  private var capital: UInt32? {
    switch self {
    case .normal: nil
    case .bold: 0x1D400
    case .italic: 0x1D434
    case .boldItalic: 0x1D468
    case .script: 0x1D49C
    case .fraktur: 0x1D504
    case .doubleStruck: 0x1D538
    case .sansSerif: 0x1D5A0
    case .monospace: 0x1D670
    }
  }

  private var zero: UInt32? {
    switch self {
    case .bold, .boldItalic: 0x1D7CE
    case .doubleStruck: 0x1D7D8
    case .sansSerif: 0x1D7E2
    case .monospace: 0x1D7F6
    default: nil
    }
  }

  private var greekCapital: UInt32? {
    switch self {
    case .bold: 0x1D6A8
    case .italic: 0x1D6E2
    case .boldItalic: 0x1D71C
    default: nil
    }
  }

  private struct Key: Hashable {
    var variant: MathVariant
    var scalar: Unicode.Scalar
    init(_ variant: MathVariant, _ scalar: Unicode.Scalar) {
      self.variant = variant
      self.scalar = scalar
    }
  }

  /// Letters that Unicode had before it had the alphabets.
  private static let exceptions: [Key: Unicode.Scalar] = {
    var result: [Key: Unicode.Scalar] = [Key(.italic, "h"): "ℎ"]
    for (variant, letters, places) in [
      (MathVariant.script, "BEFHILMRego", "ℬℰℱℋℐℒℳℛℯℊℴ"), (.fraktur, "CHIRZ", "ℭℌℑℜℨ"),
      (.doubleStruck, "CHNPQRZ", "ℂℍℕℙℚℝℤ"),
    ] {
      for (letter, place) in zip(letters.unicodeScalars, places.unicodeScalars) {
        result[Key(variant, letter)] = place
      }
    }
    return result
  }()
}
