import NewsBytes
import Testing

struct ByteSearchTests {
  @Test(
    "The first place of some bytes",
    arguments: [
      ("", "", 0, 0), ("", "a", 0, nil), ("abc", "", 1, 1), ("abc", "", 4, nil),
      ("abcabc", "abc", 0, 0), ("abcabc", "abc", 1, 3), ("abcabc", "abc", 4, nil),
      ("abc", "c", 2, 2), ("abc", "abcd", 0, nil), ("abc", "a", -1, nil), ("aab", "ab", 0, 1),
      ("桥报", "报", 0, 3), ("a\0b", "\0b", 0, 1),
    ] as [(String, String, Int, Int?)])
  func place(text: String, piece: String, start: Int, place: Int?) {
    #expect(Array(text.utf8).place(of: Array(piece.utf8), from: start) == place)
  }

  @Test("The place in a slice is one of the whole")
  func slice() {
    let bytes = Array("one two one".utf8)[4...]
    #expect(bytes.place(of: Array("one".utf8)) == 8)
    #expect(bytes.contains(bytesOf: "two") && !bytes.contains(bytesOf: "one t"))
    #expect(bytes[11...].place(of: [0x6F]) == nil)
  }

  @Test(
    "The place in a text",
    arguments: [
      ("https://a.example", "://", ":// a.example"), ("桥://报", "://", ":// 报"), ("abc", "d", nil),
      ("", "a", nil), ("a", "a", "a "),
    ])
  func text(text: String, piece: String, expected: String?) {
    let found = text.place(of: piece)
    #expect(found.map { "\(text[$0]) \(text[$0.upperBound...])" } == expected)
    #expect(text[...].place(of: piece) == found)
  }
}
