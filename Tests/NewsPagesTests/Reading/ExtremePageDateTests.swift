import NewsModel
import NewsTestSupport
import Testing

@testable import NewsPages

/// No date of a page traps, in whatever calendar and language, however long its numbers are.
@Suite struct ExtremePageDateTests {
  private static func read(_ text: String, languages: some Sequence<String>) {
    for language in languages {
      let reader = DateReader(isMonthFirst: language == "en-US", language: language)
      for date in [reader.date(in: text), reader.opening(of: text), URLDate.date(in: text)] {
        guard let date else { continue }
        #expect(
          Timestamp(year: date.year, month: date.month, day: date.day, time: date.time) == date,
          "\(text)")
        if let swapped = reader.swapped(date) { #expect(swapped.year == date.year) }
      }
    }
  }

  @Test(arguments: ExtremeDates.forms) func form(_ form: String) {
    for (index, text) in ExtremeDates.texts(form).enumerated() {
      let all = ExtremeDates.languages
      Self.read(text, languages: form.contains("年") ? ["zh", "ja"] : [all[index % all.count]])
    }
  }

  @Test(arguments: 0..<6) func random(_ seed: Int) {
    for (index, text) in ExtremeDates.random(500, seed: seed).enumerated() {
      Self.read(text, languages: [ExtremeDates.languages[index % ExtremeDates.languages.count]])
    }
  }

  @Test(arguments: [
    ("平成9999999999999999999年1月1日", nil), ("令和99999999999999999999年3月7日", nil),
    ("昭和" + String(repeating: "9", count: 80) + "年3月7日", nil), ("民國99999999999999999999年3月7日", nil),
    ("平成" + String(repeating: "十", count: 80) + "年3月7日", nil), ("令和4年3月7日", "2022-03-07"),
    ("平成三十一年3月7日", "2019-03-07"),
  ])
  func eras(text: String, day: String?) {
    #expect(DateReader(language: "ja").date(in: text)?.iso8601 == day)
  }
}
