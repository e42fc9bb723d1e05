import NewsModel
import NewsTestSupport
import Testing

/// The model's own sums, whatever its fields were set to.
@Suite struct ExtremeTimestampTests {
  @Test func moments() {
    for seconds in ExtremeNumbers.integers {
      for offset in ExtremeNumbers.integers {
        guard let date = Timestamp(secondsSince1970: seconds, offset: offset) else { continue }
        #expect(date.secondsSince1970 == seconds)
        #expect((1...9999).contains(date.year))
      }
    }
    #expect(Timestamp(secondsSince1970: 253_402_300_799)?.iso8601 == "9999-12-31T23:59:59Z")
    #expect(Timestamp(secondsSince1970: 253_402_300_800) == nil)
    #expect(Timestamp(secondsSince1970: -62_135_596_800)?.iso8601 == "0001-01-01T00:00:00Z")
    #expect(Timestamp(secondsSince1970: -62_135_596_801) == nil)
    #expect(Timestamp(secondsSince1970: -1, offset: 3600)?.iso8601 == "1970-01-01T00:59:59+01:00")
  }

  @Test func fields() {
    for number in ExtremeNumbers.integers {
      for other in ExtremeNumbers.integers {
        let isDay = (1...9999).contains(number) && (1...12).contains(other)
        #expect((Timestamp(year: number, month: other, day: 1) == nil) != isDay)
        #expect((28...31).contains(Timestamp.days(inMonth: other, of: number)))
        var date = Timestamp(iso8601: "2021-03-04T20:00:00+09:00")
        date?.year = number
        date?.month = other
        date?.day = other
        date?.time = Timestamp.Time(
          hour: number, minute: other, second: number, nanosecond: other, offset: number)
        #expect(date?.iso8601.isEmpty == false)
        #expect(date.map { abs($0.secondsSince1970) < 1 << 60 } == true)
      }
    }
  }
}
