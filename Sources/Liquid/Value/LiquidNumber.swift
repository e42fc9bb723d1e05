/// A number as the arithmetic filters see it: whole, or decimal with an exact fraction.
///
/// `10.1 | plus: 2.2` is 12.3: text and doubles are taken by their digits, not by their bits, as
/// Liquid does with its big decimals. What does not fit falls back to doubles.
enum LiquidNumber {
  case whole(Int)
  /// `digits` × 10 to the power of minus `scale`.
  case decimal(digits: Int, scale: Int)
  case binary(Double)

  /// The number in a value: of text the leading one, of anything else 0.
  init(_ value: LiquidValue) {
    switch value {
    case .int(let number): self = .whole(number)
    case .double(let number): self = Self.exact(number)
    case .string(let text): self.init(text)
    default: self = .whole(0)
    }
  }

  private init(_ text: String) {
    let bytes = Array(text.utf8)
    var start = 0
    while start < bytes.count, bytes[start].isLiquidSpace { start += 1 }
    var end = bytes.count
    while end > start, bytes[end - 1].isLiquidSpace { end -= 1 }
    self = Self.decimal(bytes[start..<end]) ?? .whole(Self.leadingInteger(bytes[start..<end]))
  }

  /// `-?digits.digits`, and nothing else.
  private static func decimal(_ bytes: ArraySlice<UInt8>) -> LiquidNumber? {
    var digits = 0
    var scale = 0
    var place = bytes.startIndex
    let isNegative = bytes.first == UInt8(ascii: "-")
    if isNegative { place += 1 }
    var seenPoint = false
    var count = 0
    while place < bytes.endIndex {
      let byte = bytes[place]
      if byte == UInt8(ascii: ".") {
        if seenPoint || count == 0 { return nil }
        seenPoint = true
        count = 0
      } else if byte.isLiquidDigit {
        count += 1
        let (shifted, overflow) = digits.multipliedReportingOverflow(by: 10)
        let (sum, carried) = shifted.addingReportingOverflow(Int(byte - 0x30))
        if overflow || carried {
          return Double(String(decoding: bytes, as: UTF8.self)).map { .binary($0) }
        }
        digits = sum
        if seenPoint { scale += 1 }
      } else {
        return nil
      }
      place += 1
    }
    return seenPoint && count > 0
      ? .decimal(digits: isNegative ? -digits : digits, scale: scale)
      : nil
  }

  private static func exact(_ number: Double) -> LiquidNumber {
    let printed = LiquidValue.print(number)
    return decimal(ArraySlice(Array(printed.utf8))) ?? .binary(number)
  }

  /// The integer that text begins with, underscores between digits allowed; 0 if none.
  static func leadingInteger(_ bytes: ArraySlice<UInt8>) -> Int {
    var place = bytes.startIndex
    while place < bytes.endIndex, bytes[place].isLiquidSpace { place += 1 }
    var isNegative = false
    if place < bytes.endIndex,
      bytes[place] == UInt8(ascii: "-") || bytes[place] == UInt8(ascii: "+")
    {
      isNegative = bytes[place] == UInt8(ascii: "-")
      place += 1
    }
    var result = 0
    var seenDigit = false
    while place < bytes.endIndex {
      let byte = bytes[place]
      if byte.isLiquidDigit {
        seenDigit = true
        let (shifted, overflow) = result.multipliedReportingOverflow(by: 10)
        let (sum, carried) = shifted.addingReportingOverflow(Int(byte - 0x30))
        if overflow || carried { return isNegative ? .min : .max }
        result = sum
      } else if byte != UInt8(ascii: "_") || !seenDigit {
        break
      }
      place += 1
    }
    return isNegative ? -result : result
  }

  var double: Double {
    switch self {
    case .whole(let number): return Double(number)
    case .binary(let number): return number
    case .decimal(let digits, let scale):
      // Through text, so that the nearest double is taken once and not digit by digit.
      return Double("\(digits)e-\(scale)") ?? Double(digits)
    }
  }

  var value: LiquidValue {
    if case .whole(let number) = self { .int(number) } else { .double(double) }
  }

  var isZero: Bool {
    switch self {
    case .whole(let number): number == 0
    case .decimal(let digits, _): digits == 0
    case .binary(let number): number == 0
    }
  }

  var magnitude: LiquidNumber {
    switch self {
    case .whole(.min), .decimal(.min, _): .binary(double.magnitude)
    case .whole(let number): .whole(abs(number))
    case .decimal(let digits, let scale): .decimal(digits: abs(digits), scale: scale)
    case .binary(let number): .binary(abs(number))
    }
  }

  /// Both numbers' digits at one scale, if they fit.
  private static func aligned(
    _ a: LiquidNumber, _ b: LiquidNumber
  ) -> (a: Int, b: Int, scale: Int)? {
    func parts(_ number: LiquidNumber) -> (Int, Int)? {
      switch number {
      case .whole(let digits): (digits, 0)
      case .decimal(let digits, let scale): (digits, scale)
      case .binary: nil
      }
    }
    guard let (left, leftScale) = parts(a), let (right, rightScale) = parts(b) else { return nil }
    let scale = max(leftScale, rightScale)
    guard let left = shifted(left, by: scale - leftScale),
      let right = shifted(right, by: scale - rightScale)
    else { return nil }
    return (left, right, scale)
  }

  private static func shifted(_ digits: Int, by places: Int) -> Int? {
    var digits = digits
    for _ in 0..<min(places, 20) {
      let (product, overflow) = digits.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      digits = product
    }
    return digits
  }

  private static func combine(
    _ a: LiquidNumber, _ b: LiquidNumber, exactly: (Int, Int) -> (Int, Bool),
    roughly: (Double, Double) -> Double
  ) -> LiquidNumber {
    if let (left, right, scale) = aligned(a, b) {
      let (result, overflow) = exactly(left, right)
      if !overflow {
        if case .whole = a, case .whole = b { return .whole(result) }
        return .decimal(digits: result, scale: scale)
      }
    }
    return .binary(roughly(a.double, b.double))
  }

  static func + (a: LiquidNumber, b: LiquidNumber) -> LiquidNumber {
    combine(a, b, exactly: { $0.addingReportingOverflow($1) }, roughly: +)
  }

  static func - (a: LiquidNumber, b: LiquidNumber) -> LiquidNumber {
    combine(a, b, exactly: { $0.subtractingReportingOverflow($1) }, roughly: -)
  }

  static func * (a: LiquidNumber, b: LiquidNumber) -> LiquidNumber {
    if case .whole(let left) = a, case .whole(let right) = b {
      let (product, overflow) = left.multipliedReportingOverflow(by: right)
      return overflow ? .binary(Double(left) * Double(right)) : .whole(product)
    }
    func parts(_ number: LiquidNumber) -> (Int, Int)? {
      switch number {
      case .whole(let digits): (digits, 0)
      case .decimal(let digits, let scale): (digits, scale)
      case .binary: nil
      }
    }
    if let (left, leftScale) = parts(a), let (right, rightScale) = parts(b) {
      let (product, overflow) = left.multipliedReportingOverflow(by: right)
      if !overflow { return .decimal(digits: product, scale: leftScale + rightScale) }
    }
    return .binary(a.double * b.double)
  }

  /// Whole numbers divide to the whole number below; `nil` when they are divided by zero.
  func divided(by other: LiquidNumber) -> LiquidNumber? {
    if other.isZero { return nil }
    if case .whole(let left) = self, case .whole(let right) = other {
      let (quotient, overflow) = left.dividedReportingOverflow(by: right)
      if overflow { return .binary(Double(left) / Double(right)) }
      let isInexact = left % right != 0
      return .whole(isInexact && (left < 0) != (right < 0) ? quotient - 1 : quotient)
    }
    return .binary(double / other.double)
  }

  /// The remainder, with the sign of the divisor; `nil` when divided by zero.
  func remainder(by other: LiquidNumber) -> LiquidNumber? {
    if other.isZero { return nil }
    return Self.combine(
      self, other,
      exactly: { left, right in
        // The least number divided by -1 overflows; nothing is left of it.
        if right == -1 { return (0, false) }
        let (rest, overflow) = left.remainderReportingOverflow(dividingBy: right)
        return (rest != 0 && (rest < 0) != (right < 0) ? rest + right : rest, overflow)
      },
      roughly: { left, right in
        let rest = left.truncatingRemainder(dividingBy: right)
        return rest != 0 && (rest < 0) != (right < 0) ? rest + right : rest
      })
  }

  static func < (a: LiquidNumber, b: LiquidNumber) -> Bool {
    if let (left, right, _) = aligned(a, b) { return left < right }
    return a.double < b.double
  }

  /// The whole number by a rule of rounding; the nearest there is of one that is beyond.
  func rounded(_ rule: FloatingPointRoundingRule) -> Int {
    if case .whole(let number) = self { return number }
    return Int(saturating: double.rounded(rule))
  }

  /// The whole number by a rule of rounding, or as a double one that is too large.
  func whole(_ rule: FloatingPointRoundingRule) -> LiquidValue {
    if case .whole(let number) = self { return .int(number) }
    let number = double.rounded(rule)
    return Int(exactly: number).map { .int($0) } ?? .double(number)
  }

  /// Rounded to so many places after the point, half away from zero.
  func rounded(places: Int) -> LiquidValue {
    switch self {
    case .whole(let number):
      return places >= 0 ? .int(number) : .int(Self.rounded(number, to: -places))
    case .decimal(let digits, let scale):
      if places >= scale { return .double(double) }
      let kept = Self.dropping(scale - places, from: digits)
      if places > 0 { return .double(LiquidNumber.decimal(digits: kept, scale: places).double) }
      return Self.shifted(kept, by: -places).map { .int($0) } ?? .double(double)
    case .binary(let number):
      return places <= 0 ? whole(.toNearestOrAwayFromZero) : .double(number)
    }
  }

  private static func rounded(_ number: Int, to places: Int) -> Int {
    shifted(dropping(places, from: number), by: places) ?? number
  }

  /// Drops decimal digits at the end, rounding half away from zero.
  private static func dropping(_ count: Int, from digits: Int) -> Int {
    guard count > 0 else { return digits }
    guard count < 19 else { return 0 }
    var unit = 1
    for _ in 0..<count { unit *= 10 }
    let kept = digits / unit
    guard (digits % unit).magnitude >= (unit / 2).magnitude else { return kept }
    return digits < 0 ? kept - 1 : kept + 1
  }
}

extension String {
  /// The whole number that the text begins with, as Ruby's `to_i` reads it; 0 if there is none.
  package var leadingInteger: Int { LiquidNumber.leadingInteger(ArraySlice(Array(utf8))) }
}
