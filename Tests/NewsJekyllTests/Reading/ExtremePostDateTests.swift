import NewsModel
import NewsTestSupport
import NewsText
import Testing

@testable import NewsFrontMatter
@testable import NewsJekyll

/// No date of a post traps, as Ruby's `Time.parse` reads it, as YAML, or in a file's name.
@Suite struct ExtremePostDateTests {
  private static func read(_ text: String) {
    if let date = RubyTime(parsing: text)?.timestamp { expectSound(date, text) }
    if let date = PostName("_posts/" + text + "-name.md").date {
      #expect((0...9999).contains(date.year))
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

  private static func expectSound(_ date: Timestamp, _ text: String) {
    #expect(
      Timestamp(year: date.year, month: date.month, day: date.day, time: date.time) == date,
      "\(text)")
    #expect(date.iso8601.utf8.count < 48)
  }

  @Test(arguments: ExtremeDates.forms) func form(_ form: String) {
    for text in ExtremeDates.texts(form) { Self.read(text) }
  }

  @Test(arguments: 0..<6) func random(_ seed: Int) {
    for text in ExtremeDates.random(500, seed: seed) { Self.read(text) }
  }

  /// Numbers of YAML: of base 60, 16, 8 and 2, with marks between, and dates.
  @Test func yaml() {
    for text in ExtremeDates.numbers {
      for form in [
        text, "-" + text, "0x" + text, "0b" + text, "0" + text, text + ":59:59", "1:" + text,
        text + "." + text, text + "e" + text, "2021-03-04T20:00:00 +" + text, "_" + text,
        text + ",000",
      ] {
        if case .timestamp(let date) = YAMLScalar.value(of: form) { Self.expectSound(date, form) }
      }
    }
  }

  /// Zones as POSIX writes them, and moments at the ends of what there is.
  @Test func zones() {
    for text in ExtremeDates.numbers {
      for name in ["EST" + text, "<+03>-" + text + ":" + text, "JST-9:" + text] {
        guard let zone = TimeZone(identifier: name) else { continue }
        for seconds in ExtremeNumbers.integers {
          #expect(abs(zone.offset(atLocalSeconds: seconds)) < 100_000)
        }
      }
    }
    if let zone = TimeZone(identifier: "America/New_York") {
      for seconds in ExtremeNumbers.integers {
        #expect(abs(zone.offset(atLocalSeconds: seconds)) < 100_000)
        #expect(abs(zone.offset(atSecondsSince1970: seconds)) < 100_000)
      }
    }
  }
}
