import NewsModel
import Testing

@Suite struct MetadataFillingTests {
  @Test func whatIsThereStays() {
    var own = Metadata()
    own.title = "Own"
    own.authors = [Person(name: "Ann")]
    own.extra = ["a": .integer(1)]
    var other = Metadata()
    other.title = "Other"
    other.authors = [Person(name: "Bea")]
    other.byline = "By Bea"
    other.tags = ["x"]
    other.published = Timestamp(iso8601: "2022-03-07")
    other.extra = ["a": .integer(2), "b": .integer(3)]
    own.fill(from: other)
    #expect(own.title == "Own")
    #expect(own.authors.map(\.name) == ["Ann"])
    #expect(own.byline == nil)
    #expect(own.tags == ["x"])
    #expect(own.published?.iso8601 == "2022-03-07")
    #expect(own.extra == ["a": .integer(1), "b": .integer(3)])
  }
}
