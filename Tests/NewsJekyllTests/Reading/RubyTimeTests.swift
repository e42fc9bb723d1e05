import NewsModel
import NewsText
import Testing
@testable import NewsJekyll

/// What Ruby's `Time.parse` understands, asked of Ruby 3.1 with `TZ=Asia/Tokyo`.
@Suite struct RubyTimeTests {
  private func moment(_ value: MetadataValue, zone: String = "Asia/Tokyo") -> String? {
    let clock = SiteClock(zone: TimeZone(identifier: zone) ?? .utc, isExplicit: true)
    return clock.moment(of: value)?.iso8601
  }

  @Test(arguments: [
    ("2021-03-04 20:00", "2021-03-04T20:00:00+09:00"),
    ("2021-03-04 20:00:00 +0100", "2021-03-05T04:00:00+09:00"),
    ("March 4, 2021 8pm", "2021-03-04T20:00:00+09:00"),
    ("4 March 2021", "2021-03-04T00:00:00+09:00"),
    ("4 Mar 2021 08:30 EST", "2021-03-04T22:30:00+09:00"),
    ("2021/3/4", "2021-03-04T00:00:00+09:00"),
    ("3/4/2021", "2021-04-03T00:00:00+09:00"),
    ("04.03.2021", "2021-03-04T00:00:00+09:00"),
    ("2021.3.4", "2021-03-04T00:00:00+09:00"),
    ("20210304", "2021-03-04T00:00:00+09:00"),
    ("20210304T200000Z", "2021-03-05T05:00:00+09:00"),
    ("20210304200000", "2021-03-04T20:00:00+09:00"),
    ("Thu, 04 Mar 2021 20:00:00 GMT", "2021-03-05T05:00:00+09:00"),
    ("2021-03-04T20:00:00.5-05:00", "2021-03-05T10:00:00.5+09:00"),
    ("2021-03-04 8:05:09 pm", "2021-03-04T20:05:09+09:00"),
    ("2021-03-04 20:00 JST", "2021-03-04T20:00:00+09:00"),
    ("2021-03-04 20h", "2021-03-04T20:00:00+09:00"),
    ("Mar 4th 2021", "2021-03-04T00:00:00+09:00"),
    ("21-3-4", "2021-03-04T00:00:00+09:00"),
    ("March 2021", "2021-03-01T00:00:00+09:00"),
    ("2021-3-4 7:8:9 -08", "2021-03-05T00:08:09+09:00"),
    ("2021-063", "2021-03-04T00:00:00+09:00"),
    ("2021063", "2021-03-04T00:00:00+09:00"),
    ("2021-03-04 24:00", "2021-03-05T00:00:00+09:00"),
    ("2021-03-04 12am", "2021-03-04T00:00:00+09:00"),
    ("2021-03-04 12:30 a.m.", "2021-03-04T00:30:00+09:00"),
    ("2021-03-04 20:00:00 UTC+9", "2021-03-04T20:00:00+09:00"),
    ("2021-03-04 20:00:00 Eastern Standard Time", "2021-03-04T20:00:00+09:00"),
    ("4-Mar-2021", "2021-03-04T00:00:00+09:00"),
    ("2021-03-04 20:00:00 PDT", "2021-03-05T12:00:00+09:00"),
    ("10:00 2021-03-04", "2021-03-04T10:00:00+09:00"),
    ("2021-02-30", "2021-03-02T00:00:00+09:00"),
    ("Sat Aug 28 02:55:00 2021", "2021-08-28T02:55:00+09:00"),
    ("1 Jan 99", "1999-01-01T00:00:00+09:00"),
    ("2021-03-04 20:00:00.123456 +0530", "2021-03-04T23:30:00.123456+09:00"),
    ("2021-03-04, 20:00", "2021-03-04T20:00:00+09:00"),
    ("2021-03-04 at 5pm", "2021-03-04T17:00:00+09:00"),
    ("Monday, 4 January 2021 at 14:05", "2021-01-04T14:05:00+09:00"),
    ("210304", "2021-03-04T00:00:00+09:00"),
  ])
  func parsed(_ text: String, _ expected: String) {
    #expect(moment(.string(text)) == expected)
  }

  @Test(arguments: [
    "", "tomorrow", "+0800", "2021", "2021-03", "2021-03-04 25:00", "12/25/2021", "2021年3月4日",
    "20:00", "March 4",
  ])
  func refused(_ text: String) {
    #expect(moment(.string(text)) == nil)
  }

  @Test func timesWithoutZoneInYAMLAreUTC() {
    let time = Timestamp.Time(hour: 20, minute: 0)
    let naive = Timestamp(year: 2021, month: 3, day: 4, time: time)
    #expect(naive.flatMap { moment(.timestamp($0)) } == "2021-03-05T05:00:00+09:00")
    let day = Timestamp(year: 2021, month: 3, day: 4)
    #expect(day.flatMap { moment(.timestamp($0)) } == "2021-03-04T00:00:00+09:00")
    #expect(moment(.integer(20_210_304)) == "2021-03-04T00:00:00+09:00")
  }

  @Test(arguments: [
    ("2021-01-15 12:00", "2021-01-15T12:00:00-08:00"),
    ("2021-07-15 12:00", "2021-07-15T12:00:00-07:00"),
    // The clocks skip from two to three.
    ("2021-03-14 02:30", "2021-03-14T03:30:00-07:00"),
    // They show half past one twice: the second is taken.
    ("2021-11-07 01:30", "2021-11-07T01:30:00-08:00"),
  ])
  func summerTime(_ text: String, _ expected: String) {
    #expect(moment(.string(text), zone: "America/Los_Angeles") == expected)
  }

  @Test func anOffsetIsKeptWhereTheSiteNamesNoZone() {
    let clock = SiteClock(zone: .utc, isExplicit: false)
    #expect(
      clock.moment(of: .string("2022-03-07 08:08:22 +0800"))?.iso8601 == "2022-03-07T08:08:22+08:00"
    )
    let outside = SiteClock(zone: .utc, isExplicit: false, keepsDays: true)
    #expect(outside.moment(of: .string("2022-03-07"))?.iso8601 == "2022-03-07")
  }
}
