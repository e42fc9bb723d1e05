import Kramdown
import Testing

@Suite struct CaseTests {
  @Test(arguments: CaseFile.all)
  func html(_ example: CaseFile.Case) {
    #expect(Kramdown.text(of: example.source) == example.html)
  }

  @Test func casesAreThere() { #expect(CaseFile.all.count > 400) }

  /// Carriage returns, which a file of cases cannot show.
  @Test func lineEndsOfAllSystems() {
    #expect(Kramdown.text(of: "a\r\nb\rc\r\n") == "<p>a\nb\nc</p>\n")
  }
}
