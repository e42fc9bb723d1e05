import Testing

@testable import NewsModel

/// Lists without what repeats, short (compared) and long (hashed).
@Suite struct DistinctTests {
  @Test(arguments: [
    ([], []), (["a"], ["a"]), (["a", "a"], ["a"]), (["b", "a", "b", "c", "a"], ["b", "a", "c"]),
    (["a", "A"], ["a", "A"]),
    (
      ["b", "a", "c", "d", "e", "f", "g", "h", "i", "b", "a", "j"],
      ["b", "a", "c", "d", "e", "f", "g", "h", "i", "j"]
    ),
  ])
  func values(_ list: [String], _ expected: [String]) {
    #expect(list.distinct() == expected)
  }

  @Test(arguments: [2, 8, 9, 100])
  func theFirstOfAKeyStays(count: Int) {
    let numbers = Array(0..<count) + Array(0..<count)
    #expect(numbers.distinct { $0 / 2 } == Array(stride(from: 0, to: count, by: 2)))
  }
}
