import NewsModel
import Testing
@testable import NewsFrontMatter

/// What Ruby's Psych makes of plain scalars, asked of Psych 4.
@Suite struct YAMLScalarTests {
  @Test(
    arguments: [
      ("yes", .bool(true)), ("No", .bool(false)), ("on", .bool(true)), ("OFF", .bool(false)),
      ("true", .bool(true)), ("y", .string("y")), ("n", .string("n")), ("", .null), ("~", .null),
      ("null", .null), ("Null", .null), ("nil", .string("nil")), ("false!", .string("false!")),
      ("12", .integer(12)), ("+12", .integer(12)), ("-1_000", .integer(-1000)),
      ("1,234", .integer(1234)), ("0x1F", .integer(31)), ("0b101", .integer(5)),
      ("017", .integer(15)), ("0_7", .integer(7)), ("089", .string("089")), ("08", .string("08")),
      ("0", .integer(0)), ("00", .integer(0)), ("-0", .integer(0)), ("0o17", .string("0o17")),
      ("1__0", .string("1__0")), ("1,2,", .string("1,2,")), ("0x", .string("0x")),
      ("12345678901234567890", .string("12345678901234567890")),
      ("1.5", .number(1.5)), ("1.5e+3", .number(1500)), ("1.5e3", .string("1.5e3")),
      ("1e5", .string("1e5")), ("1e+5", .string("1e+5")), ("1.e+5", .number(100_000)),
      (".5", .number(0.5)), ("5.", .number(5)), (".", .string(".")), ("1_000.5", .number(1000.5)),
      ("+", .string("+")), ("-a", .string("-a")), ("1.2.3", .string("1.2.3")),
      (".inf", .number(.infinity)), ("-.inf", .number(-.infinity)),
      ("1:30", .integer(5400)), ("20:00", .integer(72_000)), ("1:30:15", .integer(5415)),
      ("1:30:15.5", .number(5415.5)), ("1:75", .string("1:75")),
      (":symbol", .string(":symbol")), ("12-3", .string("12-3")), ("日本", .string("日本")),
      ("1 2", .string("1 2")),
    ] as [(String, MetadataValue)])
  func type(_ text: String, _ expected: MetadataValue) {
    #expect(YAMLScalar.value(of: text) == expected)
  }

  @Test(arguments: [
    ("2021-03-04", "2021-03-04"), ("2021-3-4", "2021-03-04"),
    ("2021-03-04 20:00:00", "2021-03-04T20:00:00"),
    ("2021-03-04 20:00:00 +0900", "2021-03-04T20:00:00+09:00"),
    ("2021-03-04 20:00:00 +9", "2021-03-04T20:00:00+09:00"),
    ("2021-03-04T20:00:00Z", "2021-03-04T20:00:00Z"),
    ("2021-03-04 20:00:00.5 -03:30", "2021-03-04T20:00:00.5-03:30"),
    ("2021-3-4 7:08:09", "2021-03-04T07:08:09"),
  ])
  func timestamp(_ text: String, _ expected: String) {
    guard case .timestamp(let timestamp) = YAMLScalar.value(of: text) else {
      Issue.record("\(text) is no timestamp")
      return
    }
    #expect(timestamp.iso8601 == expected)
  }

  @Test(arguments: ["2021-02-30", "2021-03-04 20:00", "2021-03", "20210304x", "2021-03-04T"])
  func text(_ text: String) {
    #expect(YAMLScalar.value(of: text) == .string(text))
  }
}
