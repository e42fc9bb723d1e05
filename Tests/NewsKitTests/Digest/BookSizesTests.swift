import Testing

@testable import NewsKit

@Suite struct BookSizesTests {
  /// What a book is like that has a cover and articles of some bytes, estimated ill.
  private struct Shelf {
    var sizes: [Int]
    var cover: Int
    var most: Int

    /// Where books end, and how often one was measured.
    func ends(estimates: [Int]) -> (ends: [Int], measures: Int) {
      var books = BookSizes(estimates: estimates, most: most)
      var (ends, measures) = ([Int](), 0)
      while let start = books.start {
        ends.append(
          books.nextEnd { end in
            measures += 1
            return cover + sizes[start..<end].reduce(0, +)
          })
      }
      return (ends, measures)
    }

    func bytes(of ends: [Int]) -> [Int] {
      zip([0] + ends, ends).map { cover + sizes[$0..<$1].reduce(0, +) }
    }
  }

  @Test(
    "estimates that are far off, alike or not",
    arguments: [(1, 1), (40, 1), (1, 40), (7, 3)] as [(Int, Int)], [400, 3000, 9000])
  func booksAreFull(factors: (Int, Int), most: Int) {
    let sizes = (0..<400).map { $0 * 7919 % 37 + 3 }
    let estimates = sizes.enumerated().map { $1 * ($0 % 50 < 25 ? factors.0 : factors.1) }
    let shelf = Shelf(sizes: sizes, cover: 60, most: most)
    let (ends, measures) = shelf.ends(estimates: estimates)
    let bytes = shelf.bytes(of: ends)
    #expect(ends.last == sizes.count)
    #expect(bytes.allSatisfy { $0 <= most })
    #expect(bytes.dropLast().allSatisfy { $0 * 100 >= most * 85 })
    #expect(measures <= ends.count * 12)
  }

  @Test func whatFitsNowhereStandsAlone() {
    let shelf = Shelf(sizes: [10, 500, 10, 10], cover: 5, most: 100)
    #expect(shelf.ends(estimates: [1, 1, 1, 1]).ends == [1, 2, 4])
    var unmeasured = BookSizes(estimates: [10, 500, 10, 10], most: 100)
    #expect((0..<3).map { _ in unmeasured.nextEnd { _ in nil } } == [1, 2, 4])
    #expect(unmeasured.start == nil)
    #expect(BookSizes(estimates: [], most: 10).start == nil)
  }
}
