import NewsModel

/// The numbers of list items.
enum ListNumber {
  /// A number in a style; one that the style has no form for in decimal.
  static func text(_ number: Int, style: List.NumberStyle) -> String {
    switch style {
    case .decimal: String(number)
    case .lowerAlpha: letters(number) ?? String(number)
    case .upperAlpha: letters(number)?.uppercased() ?? String(number)
    case .lowerRoman: roman(number) ?? String(number)
    case .upperRoman: roman(number)?.uppercased() ?? String(number)
    }
  }

  private static func letters(_ number: Int) -> String? {
    guard number > 0 else { return nil }
    var rest = number
    var digits: [UInt8] = []
    while rest > 0 {
      digits.append(UInt8(ascii: "a") + UInt8((rest - 1) % 26))
      rest = (rest - 1) / 26
    }
    return String(decoding: digits.reversed(), as: UTF8.self)
  }

  private static func roman(_ number: Int) -> String? {
    guard (1...3999).contains(number) else { return nil }
    let values = [
      (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
      (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
    ]
    var rest = number
    var text = ""
    for (value, letters) in values {
      while rest >= value {
        text += letters
        rest -= value
      }
    }
    return text
  }
}
