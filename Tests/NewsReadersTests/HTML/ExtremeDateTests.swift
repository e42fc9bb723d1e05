import NewsModel
import NewsTestSupport
import NewsText
import Testing

@testable import NewsReaders

/// No date traps, in whatever notation, calendar and language, however long its numbers are.
@Suite struct ExtremeDateTests {
  /// Forms of dates with places for numbers.
  static let forms = [
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
  static let numbers =
    ExtremeNumbers.texts + ExtremeNumbers.integers.map { String($0) } + [
      "〇", "十", "十十十十十十十", "九九九九九九九九九九九九九九九九九九九九九九", "一千万", "元", "٩٩٩٩٩٩٩٩٩٩٩٩٩٩٩٩٩٩٩٩٩",
      "๙๙๙๙๙๙๙๙๙๙๙๙๙๙๙๙๙๙๙๙๙๙", "9999999999999999999999",
    ]
  static let languages = [
    "en", "en-US", "zh", "zh-TW", "ja", "ko", "th", "fa", "ar", "he", "de", "vi", "",
  ]

  static func read(_ text: String, language: String) {
    let reader = DateReader(isMonthFirst: language == "en-US", language: language)
    for date in [reader.date(in: text), reader.opening(of: text), Timestamp(iso8601: text)] {
      if let date { expectSound(date, text) }
    }
  }

  static func readByRuby(_ text: String) {
    if let date = RubyTime(parsing: text)?.timestamp { expectSound(date, text) }
    if let date = URLDate.date(in: text) { expectSound(date, text) }
    if let date = PostName("_posts/" + text + "-name.md").date {
      #expect((1...9999).contains(date.year) || date.year < 100)
    }
    let value = YAMLScalar.value(of: text)
    for keepsDays in [true, false] {
      for zone in [TimeZone.utc, TimeZone(identifier: "Asia/Tokyo"), TimeZone(identifier: text)] {
        guard let zone else { continue }
        let clock = SiteClock(zone: zone, isExplicit: !keepsDays, keepsDays: keepsDays)
        for value in [value, .string(text)] {
          if let date = clock.moment(of: value) { expectSound(date, text) }
        }
      }
    }
  }

  /// A date that was read is one of the calendar.
  static func expectSound(_ date: Timestamp, _ text: String) {
    #expect(
      Timestamp(year: date.year, month: date.month, day: date.day, time: date.time) == date,
      "\(text)")
    #expect(date.iso8601.utf8.count < 48)
  }

  @Test(arguments: forms) func form(_ form: String) {
    let parts = form.split(separator: "#", omittingEmptySubsequences: false)
    for (index, number) in Self.numbers.enumerated() {
      // All places alike, and each alone beside common numbers.
      var texts = [parts.joined(separator: number)]
      for place in 1..<max(parts.count, 2) {
        texts.append(
          parts.enumerated().dropFirst().reduce(String(parts[0])) {
            $0 + ($1.offset == place ? number : ["2021", "03", "11"][$1.offset % 3]) + $1.element
          })
      }
      for text in texts {
        Self.readByRuby(text)
        Self.read(text, language: Self.languages[index % Self.languages.count])
      }
      for language in Self.languages { Self.read(texts[0], language: language) }
    }
  }

  /// Pieces of dates in any order, the same ones in each run.
  @Test(arguments: 0..<20) func random(_ seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let pieces =
      Self.numbers + [
        "2021", "03", "4", "20", "-", "/", ".", ":", "T", "Z", "+", " ", ",", "年", "月", "日", "時",
        "平成",
        "令和", "民國", "Mar", "March", "März", "มี.ค.", "اسفند", "am", "pm", "Mon", "EST", "UTC", "th",
        "of",
        "h", "W", "下午", "오후",
      ]
    for round in 0..<1500 {
      let text = (0..<Int.random(in: 1...12, using: &generator))
        .map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
      Self.readByRuby(text)
      Self.read(text, language: Self.languages[round % Self.languages.count])
    }
  }

  /// The model's own sums, whatever its fields were set to.
  @Test func timestamps() {
    let numbers = ExtremeNumbers.integers
    for seconds in numbers {
      for offset in numbers {
        if let date = Timestamp(secondsSince1970: seconds, offset: offset) {
          Self.expectSound(date, "\(seconds) \(offset)")
          #expect(date.secondsSince1970 == seconds)
        }
      }
    }
    for number in numbers {
      for month in numbers {
        #expect(
          Timestamp(year: number, month: month, day: number) == nil
            || number == 1 || number == 7)
        _ = Timestamp.days(inMonth: month, of: number)
        var date = Timestamp(iso8601: "2021-03-04T20:00:00+09:00")
        date?.year = number
        date?.month = month
        date?.day = month
        date?.time = Timestamp.Time(
          hour: number, minute: month, second: number, nanosecond: month, offset: number)
        #expect(date?.iso8601.isEmpty == false)
        #expect(date.map { abs($0.secondsSince1970) < 1 << 60 } == true)
        _ = DateText.date(year: number, month: month, day: number, language: "de")
        _ = DateText.month(year: number, month: month, language: "en")
      }
    }
    #expect(Timestamp(secondsSince1970: 253_402_300_799)?.iso8601 == "9999-12-31T23:59:59Z")
    #expect(Timestamp(secondsSince1970: 253_402_300_800) == nil)
    #expect(Timestamp(secondsSince1970: -62_135_596_800)?.iso8601 == "0001-01-01T00:00:00Z")
    #expect(Timestamp(secondsSince1970: -62_135_596_801) == nil)
  }

  /// Numbers of YAML: of base 60, 16, 8 and 2, with marks between, and dates.
  @Test func yaml() {
    for text in Self.numbers {
      for form in [
        text, "-" + text, "0x" + text, "0b" + text, "0" + text, text + ":59:59", "1:" + text,
        text + "." + text, text + "e" + text, "2021-03-04T20:00:00 +" + text, "_" + text,
        text + ",000",
      ] {
        if case .timestamp(let date) = YAMLScalar.value(of: form) { Self.expectSound(date, form) }
      }
    }
  }
}
