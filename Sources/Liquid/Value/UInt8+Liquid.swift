extension UInt8 {
  /// White space as templates see it: blank, tab, line ends, form feed, vertical tab.
  @inline(__always) var isLiquidSpace: Bool { self == 0x20 || (self >= 0x09 && self <= 0x0D) }

  /// A letter, digit or underscore, or any byte of a character beyond ASCII.
  @inline(__always) var isLiquidWord: Bool {
    (self | 0x20) >= 0x61 && (self | 0x20) <= 0x7A || isLiquidDigit || self == 0x5F || self >= 0x80
  }

  @inline(__always) var isLiquidDigit: Bool { self >= 0x30 && self <= 0x39 }
}
