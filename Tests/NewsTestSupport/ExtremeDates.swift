/// Texts that look like dates, with numbers that no date has.
public enum ExtremeDates {
  /// Forms of dates with places for numbers.
  public static let forms = [
    "#", "#-#-#", "#/#/#", "#.#.#", "#年#月#日", "平成#年#月#日", "令和#年#月#日", "昭和#年#月#日",
    "平成#年", "民國#年#月#日", "民国#年#月#日", "中華民國#年", "令和元年#月#日", "二〇#年十#月#日", "#년 #월 #일",
    "# มีนาคม #", "# มี.ค. #", "# اسفند #", "#/#/#", "# رمضان #", "# Adar #", "March #, #",
    "#th of March #", "Mon, # Mar # #:#:# +#", "Monday #", "# #", "#-#-#T#:#:#.#Z",
    "#-#-#T#:#:#+#:#",
    "#-#-# #:#:# -#", "#am", "# pm #/#/#", "#:#", "#:#:#.#", "#h#", "# Uhr, #. März #", "#-W#-#",
    "#-063", "2021-#", "Mar-#-#", "#-Mar-#", "/#/#/#/", "https://a.example/#/#/#/x", "#.#", "-#",
    "+#",
    "UTC+#", "EST#", "20:00 UTC-#", "March # BCE", "#BC", "Sat#", "ngày # tháng # năm #",
  ]
  /// What stands in the places for numbers.
  public static let numbers =
    ExtremeNumbers.texts + ExtremeNumbers.integers.map { String($0) } + [
      "〇", "十", "十十十十十十十", "九九九九九九九九九九九九九九九九九九九九九九", "一千万", "元", "٩٩٩٩٩٩٩٩٩٩٩٩٩٩٩٩٩٩٩٩٩",
      "๙๙๙๙๙๙๙๙๙๙๙๙๙๙๙๙๙๙๙๙๙๙", "9999999999999999999999",
    ]
  /// Languages whose pages have calendars or words of their own.
  public static let languages = [
    "en", "en-US", "zh", "zh-TW", "ja", "ko", "th", "fa", "ar", "he", "de", "vi", "",
  ]

  /// A form with each number in all its places, and in each alone beside common ones.
  public static func texts(_ form: String) -> [String] {
    let parts = form.split(separator: "#", omittingEmptySubsequences: false)
    var texts: [String] = []
    for number in numbers {
      texts.append(parts.joined(separator: number))
      for place in 1..<max(parts.count, 2) {
        texts.append(
          parts.enumerated().dropFirst().reduce(String(parts[0])) {
            $0 + ($1.offset == place ? number : ["2021", "03", "11"][$1.offset % 3]) + $1.element
          })
      }
    }
    return texts
  }

  /// Pieces of dates in any order, the same ones in each run.
  public static func random(_ count: Int, seed: Int) -> [String] {
    var generator = SeededGenerator(seed: UInt64(seed))
    let pieces =
      numbers + [
        "2021", "03", "4", "20", "-", "/", ".", ":", "T", "Z", "+", " ", ",", "年", "月", "日", "時",
        "平成",
        "令和", "民國", "Mar", "March", "März", "มี.ค.", "اسفند", "am", "pm", "Mon", "EST", "UTC", "th",
        "of",
        "h", "W", "下午", "오후",
      ]
    return (0..<count).map { _ in
      (0..<Int.random(in: 1...12, using: &generator))
        .map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
    }
  }
}
