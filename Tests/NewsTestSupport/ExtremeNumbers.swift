/// Numbers at and beyond the ends of what machines count with, for tables of hostile input.
public enum ExtremeNumbers {
  /// Whole numbers that fit.
  public static let integers: [Int] = [
    0, 1, -1, 7, 64, Int.max, Int.max - 1, Int.min, Int.min + 1, Int(Int32.max), Int(Int32.min),
    Int(UInt32.max), 1 << 53, -(1 << 53), 1_700_000_000_000, 253_402_300_800, 1 << 62,
  ]

  /// Numbers with a fraction, and what is none.
  public static let doubles: [Double] = [
    0, -0.0, 0.5, -0.5, 1e308, -1e308, .leastNonzeroMagnitude, 9_223_372_036_854_775_808,
    -9_223_372_036_854_777_856,
    1.0e16, 123_456_789.123_456_789, .infinity, -.infinity, .nan,
  ]

  /// Numbers as text: too long, too exact, of other notations, or none at all.
  public static let texts: [String] = [
    "", " ", "-", "+", ".", "0", "-0", "9223372036854775807", "9223372036854775808",
    "-9223372036854775808", "-9223372036854775809", "18446744073709551615", "18446744073709551616",
    "99999999999999999999999999999999999999999999", String(repeating: "9", count: 400),
    "0." + String(repeating: "0", count: 400) + "1", "1e308", "1e309", "-1e400", "1e-400",
    "0x7fffffffffffffff", "0xffffffffffffffffff", "0777777777777777777777777", "0b11", "1_000",
    "nan", "inf", "-Infinity", "1:99:99", "190:20:30", "999999999:59:59.5", "３０", "٣", "½",
  ]
}
