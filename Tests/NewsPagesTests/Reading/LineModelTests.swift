import Testing
@testable import NewsPages

/// The trees that judge lines.
struct LineModelTests {
  @Test(arguments: [
    ([Int16](arrayLiteral: 5, 1), 30), ([5, 9], -20), ([20, 9], 7),
  ])
  func branchesAreFollowed(row: [Int16], vote: Int) {
    // Feature 0 up to 10: then feature 1 up to 4.
    let model = LineModel("0:10 1:4 =30 =-20 =7\n")
    #expect(model.judgement(row[...]) == vote)
  }

  @Test func treesAddUp() {
    let model = LineModel("0:10 =1 =2\n1:3 =10 =20\n")
    #expect(model.judgement([11, 3][...]) == 12)
  }

  @Test func theTrainedTreesAskForFeaturesThatThereAre() {
    let row = [Int16](repeating: 0, count: LineFeatures.count)
    #expect(LineModel.trained.judgement(row[...]) != 0)
  }
}
