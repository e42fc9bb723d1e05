import NewsBytes
import Testing

struct WordTableTests {
  private func number(_ table: WordTable, _ word: String) -> UInt16 { table[Array(word.utf8)] }

  @Test("Words have the bits that they were given, each time more")
  func bits() {
    var table = WordTable()
    table.add("river bridge", 1)
    table.add("bridge  street ", 4)
    #expect(number(table, "river") == 1)
    #expect(number(table, "bridge") == 5)
    #expect(number(table, "street") == 4)
    #expect(number(table, "") == 0 && number(table, "riverbridge") == 0)
  }

  @Test("Words are numbered in their order, however many they are")
  func numbers() {
    var table = WordTable()
    let words = (0..<2000).map { "word-\($0)" }
    #expect(table.add(words.joined(separator: " "), numberedFrom: 1) == 2001)
    for (place, word) in words.enumerated() { #expect(number(table, word) == UInt16(place + 1)) }
    #expect(number(table, "word-2000") == 0)
    // A word that is known keeps its number.
    #expect(table.add("word-7 new", numberedFrom: 2001) == 2002)
    #expect(number(table, "word-7") == 8)
    #expect(number(table, "new") == 2001)
  }
}
