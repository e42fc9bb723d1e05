import Testing
@testable import NewsPages

/// The trees that judge lines.
struct LineModelTests {
  @Test func branchesAreFollowed() {
    // Feature 0 up to 10: then feature 1 up to 4.
    let model = LineModel("0:10 1:4 =30 =-20 =7\n")
    let rows: [(row: [Int16], vote: Int)] = [
      ([5, 1], 30), ([5, 9], -20), ([20, 9], 7), ([10, 4], 30), ([10, 5], -20), ([11, 4], 7),
      ([-32768, 32767], -20),
    ]
    // Lines are judged some at a time: each number of them, and each alone.
    for count in 1...rows.count {
      let some = rows.suffix(count)
      #expect(model.judgements(of: some.flatMap(\.row), width: 2) == some.map(\.vote))
    }
    for row in rows { #expect(model.judgements(of: row.row, width: 2) == [row.vote]) }
    #expect(model.judgements(of: [], width: 2) == [])
  }

  @Test func treesAddUp() {
    let model = LineModel("0:10 =1 =2\n1:3 =10 =20\n=100\n0:0 =1 0:20 0:15 =1000 =1 =1\n")
    #expect(model.judgements(of: [11, 3], width: 2) == [1112])
  }

  @Test func theTrainedTreesAskForFeaturesThatThereAre() {
    let row = [Int16](repeating: 0, count: LineFeatures.count)
    #expect(LineModel.trained.judgements(of: row, width: row.count) != [0])
  }
}
