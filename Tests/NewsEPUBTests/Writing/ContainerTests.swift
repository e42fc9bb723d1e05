import NewsKitTesting
import NewsModel
import NewsTestSupport
import Testing
@testable import NewsEPUB

@Suite struct ContainerTests {
  /// The type comes first, stored, without extra fields: a reader finds it at byte 38.
  @Test func mimetypeComesFirst() throws {
    var diagnostics = Diagnostics()
    let book = try EPUBWriter().write(
      Publication(SampleArticle.chinese), diagnostics: &diagnostics)
    #expect(book.starts(with: [0x50, 0x4B, 3, 4]))
    #expect(book[8...9].elementsEqual([0, 0]), "stored")
    #expect(book[28...29].elementsEqual([0, 0]), "no extra field")
    #expect(book[30..<58].elementsEqual("mimetypeapplication/epub+zip".utf8))
  }

  @Test func jobsDoNotChangeTheBytes() throws {
    let articles = (0..<40).map { number in
      var article = SampleArticle.everything
      article.metadata.title = "Article \(number)"
      article.metadata.canonicalURL = "https://news.example/\(number)"
      return Publication.Entry(article)
    }
    let publication = Publication(title: "Many", sections: [Publication.Section(entries: articles)])
    let books = try [1, 2, 7].map { jobs in
      var diagnostics = Diagnostics()
      var environment = WriterEnvironment(resources: SamplePictures())
      environment.jobs = jobs
      return try EPUBWriter(options: .init(cover: .none), environment: environment)
        .write(publication, diagnostics: &diagnostics)
    }
    #expect(books[0] == books[1])
    #expect(books[0] == books[2])
  }

  @Test func nothingMakesNoBook() {
    var diagnostics = Diagnostics()
    #expect(throws: ConversionError.self) {
      try EPUBWriter().write(Publication(sections: []), diagnostics: &diagnostics)
    }
  }

  @Test(arguments: [
    ("", "da39a3ee5e6b4b0d3255bfef95601890afd80709"),
    ("abc", "a9993e364706816aba3e25717850c26c9cd0d89d"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "84983e441c3bd26ebaae4aa1f95129e5e54670f1"
    ),
    (String(repeating: "a", count: 1000), "291e9a6c66994949b57ba5e650361e98fc36b1ba"),
  ])
  func sha1(_ text: String, _ expected: String) {
    let digits = SHA1.digest(of: Array(text.utf8)).map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
    #expect(digits.joined() == expected)
  }

  @Test func identifierIsAUUIDOfVersion5() {
    let urn = ContentIdentifier.urn(of: Array("news".utf8))
    let parts = urn.split(separator: "-")
    #expect(urn.utf8.count == "urn:uuid:".utf8.count + 36)
    #expect(parts[2].first == "5")
    #expect("89ab".contains(parts[3].first ?? "-"))
    #expect(urn == ContentIdentifier.urn(of: Array("news".utf8)))
    #expect(urn != ContentIdentifier.urn(of: Array("olds".utf8)))
  }
}
