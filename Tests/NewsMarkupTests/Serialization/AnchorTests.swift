import Testing
@testable import NewsMarkup

@Suite struct AnchorTests {
  /// Old readers find names of XML in ASCII alone.
  @Test(arguments: [
    ("plain-1.a_b", "plain-1.a_b"), ("2024-review", "_2024-review"), ("-a", "_-a"),
    ("价格", "_4EF7_683C"), ("Überblick", "_DCberblick"), ("a b", "a-b"), ("fn:1", "fn_3A1"),
    ("😀", "_1F600"), ("مقدمة", "_645_642_62F_645_629"),
  ])
  func namesOfBooks(_ id: String, _ name: String) {
    #expect(Anchor.name(of: id) == name)
  }

  @Test(arguments: ["", " ", "#", "%%"])
  func nothingIsNoName(_ id: String) { #expect(Anchor.name(of: id) == nil) }

  @Test func differentStaysDifferent() {
    let ids = ["价", "格", "价格", "a价", "a格", "é", "e", "è"]
    #expect(Set(ids.compactMap(Anchor.name)).count == ids.count)
  }
}
