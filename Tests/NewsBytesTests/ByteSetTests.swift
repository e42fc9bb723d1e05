import NewsBytes
import Testing

struct ByteSetTests {
  @Test(arguments: [
    ("", "", true), ("", "a", true), ("a", "", true), ("é", "e", false), ("桥", "报桥", true),
    ("©", "桥 © 报", true), ("©", "桥", false), ("\u{0}\u{FFFD}?@", "@?\u{FFFD}\u{0}", true),
  ])
  func isSubset(word: String, text: String, expected: Bool) {
    #expect(ByteSet(Array(word.utf8)).isSubset(of: ByteSet(Array(text.utf8))) == expected)
  }
}
