import NewsModel
import Testing

@Suite struct ResourceChainTests {
  private struct Fixed: ResourceLoader {
    var outcome: Result<String, ResourceFailure>

    func load(_ reference: String, from origin: Origin?) throws(ResourceFailure) -> Resource {
      Resource(bytes: Array(try outcome.get().utf8))
    }
  }

  private static func failure(_ code: ResourceFailure.Code) -> Fixed {
    Fixed(outcome: .failure(ResourceFailure(code, code.rawValue)))
  }

  @Test func theFirstThatHasItGivesIt() throws {
    let chain = ResourceChain([
      Self.failure(.refused), Fixed(outcome: .success("one")), Fixed(outcome: .success("two")),
    ])
    #expect(try chain.load("x", from: nil).bytes == Array("one".utf8))
  }

  @Test(
    arguments: [
      ([], .unsupported), ([.unsupported, .notFound], .notFound),
      ([.notFound, .unsupported], .notFound), ([.notFound, .refused, .notFound], .refused),
      ([.tooLarge, .refused], .tooLarge),
    ] as [([ResourceFailure.Code], ResourceFailure.Code)])
  func theFailureThatSaysMostIsThrown(
    _ codes: [ResourceFailure.Code], _ expected: ResourceFailure.Code
  ) {
    let chain = ResourceChain(codes.map(Self.failure))
    #expect {
      try chain.load("x", from: nil)
    } throws: {
      ($0 as? ResourceFailure)?.code == expected
    }
  }
}
