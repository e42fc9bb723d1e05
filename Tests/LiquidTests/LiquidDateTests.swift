import Liquid
import Testing

@Suite struct LiquidDateTests {
  @Test(arguments: [
    ("2021-03-04", "2021-03-04 00:00:00 +0000"),
    ("2021-3-4", "2021-03-04 00:00:00 +0000"),
    ("2021-03-04 20:05:06.789 +0900", "2021-03-04 20:05:06 +0900"),
    ("2021-03-04T20:05:06-03:30", "2021-03-04 20:05:06 -0330"),
    ("2021-03-04T20:05Z", "2021-03-04 20:05:00 UTC"),
    ("20210304T200506Z", "2021-03-04 20:05:06 UTC"),
    ("2021/03/04 8:05 pm", "2021-03-04 20:05:00 +0000"),
    ("March 4, 2021", "2021-03-04 00:00:00 +0000"),
    ("4th of March 2021, 12am", "2021-03-04 00:00:00 +0000"),
    ("Thu, 04 Mar 2021 20:05:06 EST", "2021-03-04 20:05:06 -0500"),
    ("4-Mar-2021", "2021-03-04 00:00:00 +0000"),
    ("04.03.2021 09:30", "2021-03-04 09:30:00 +0000"),
    ("Mar 2021", "2021-03-01 00:00:00 +0000"),
    ("2024-02-30", "2024-03-01 00:00:00 +0000"),
  ])
  func reads(text: String, date: String) {
    #expect(LiquidDate(parsing: text)?.description == date)
  }

  @Test(arguments: ["", "soon", "12", "2021-13-01", "2021-03-32", "25:00", "2021-03-04 25:00"])
  func readsNoDate(text: String) {
    #expect(LiquidDate(parsing: text) == nil)
  }

  @Test func localTime() {
    let date = LiquidDate(parsing: "2021-03-04 20:00") { _ in 9 * 3600 }
    #expect(date?.description == "2021-03-04 20:00:00 +0900")
    #expect(date?.seconds == 1_614_855_600)
  }

  @Test(arguments: [
    ("%Y-%m-%dT%H:%M:%S%:z", "2021-03-04T05:06:07-03:30"),
    ("%-d/%-m/%y %l%P %p %I", "4/3/21  5am AM 05"),
    ("%j %U %W %V %G %u %w", "063 09 09 09 2021 4 4"),
    ("%a %A %b %B %h %^a %#B", "Thu Thursday Mar March Mar THU MARCH"),
    ("%L %N %3N %6N", "089 089012345 089 089012"), ("%s", "1614846967"),
    ("%10d|%-10d|%_5m|%05e", "0000000004|4|    3|00004"),
    ("%C %D %F %T %R", "20 03/04/21 2021-03-04 05:06:07 05:06"),
    ("%z %:z %::z %Z", "-0330 -03:30 -03:30:00 "), ("%%%n%t%q%", "%\n\t%q%"),
  ])
  func prints(pattern: String, text: String) {
    let date = LiquidDate(
      year: 2021, month: 3, day: 4, hour: 5, minute: 6, second: 7, nanoseconds: 89_012_345,
      offset: -12_600)
    #expect(date.formatted(pattern) == text)
  }

  @Test func calendar() {
    for year in [-4, 0, 1, 1600, 1900, 1969, 1970, 2000, 2024, 2100, 9999] {
      for (month, day) in [(1, 1), (2, 28), (3, 1), (12, 31)] {
        let date = LiquidDate(year: year, month: month, day: day, hour: 23, minute: 59)
        #expect(date.formatted("%-Y %-m %-d %H") == "\(year) \(month) \(day) 23")
      }
    }
    #expect(LiquidDate(seconds: .max).formatted("%Y").isEmpty == false)
    #expect(LiquidDate(seconds: .min, offset: .min).formatted("%c %V").isEmpty == false)
  }
}
