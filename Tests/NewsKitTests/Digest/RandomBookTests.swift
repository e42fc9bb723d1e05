import NewsKit
import NewsTestSupport
import Testing

/// EPUBCheck over random articles, in digests and alone.
@Suite struct RandomBookTests {
  @Test(.enabled(if: EPUBCheck.isAvailable), arguments: [0, 1])
  func digestsAreClean(part: Int) async throws {
    let entries = (0..<300).map { number in
      var generator = ArticleGenerator(seed: UInt64(part * 10_000 + number))
      return Publication.Entry(generator.article())
    }
    var digest = Digest(title: "Random \(part)")
    digest.grouping = part == 0 ? .category : .language
    let volumes = digest.volumes(of: entries).result
    for volume in volumes {
      var book = ByteBuffer()
      _ = try Converter(to: "epub").write(volume.publication, to: &book)
      #expect(try await EPUBCheck.messages(for: book.bytes) == [])
    }
  }
}
