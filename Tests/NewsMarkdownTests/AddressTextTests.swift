import Testing

@testable import NewsMarkdown

struct AddressTextTests {
  @Test(
    "Addresses as their author wrote them",
    arguments: [
      // The text, what cmark makes of an address, what it is.
      ("[a](/café)", "/caf%C3%A9", "/café"),
      ("[a](/caf%C3%A9)", "/caf%C3%A9", "/caf%C3%A9"),
      ("café [a](/caf%C3%A9)", "/caf%C3%A9", "/caf%C3%A9"),
      ("[a](/caf%c3%a9/桥)", "/caf%c3%a9/%E6%A1%A5", "/caf%c3%a9/桥"),
      ("[a](/桥?q=报&x=%20)", "/%E6%A1%A5?q=%E6%8A%A5&x=%20", "/桥?q=报&x=%20"),
      ("[a](</桥 b>)", "/%E6%A1%A5%20b", "/%E6%A1%A5%20b"),
      ("[a](/%FF桥)", "/%FF%E6%A1%A5", "/%FF桥"),
      ("[a](/a%20b)", "/a%20b", "/a%20b"),
    ])
  func address(text: String, encoded: String, expected: String) {
    let addresses = AddressText(
      source: Array(text.utf8), html: Array("<a href=\"\(encoded)\">".utf8))
    #expect(addresses.asWritten(encoded) == expected)
  }
}
