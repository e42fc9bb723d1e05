import NewsModel
import NewsTestSupport
import Testing
@testable import NewsEPUB

/// What a book says of itself: only what is true of it.
@Suite struct BookMetadataTests {
  private func line(_ inlines: [Inline]) -> Block { .paragraph(Paragraph(inlines)) }

  private func article(
    _ inlines: [Inline], _ change: (inout Metadata) -> Void = { _ in }
  ) -> Article {
    var metadata = Metadata()
    metadata.title = "T"
    change(&metadata)
    return Article(metadata: metadata, body: [line(inlines)])
  }

  private func package(
    _ publication: Publication, _ options: EPUBWriter.Options = .init(cover: .none)
  ) throws -> [Substring] {
    let files = try BookFiles(
      of: publication, options: options,
      environment: WriterEnvironment(resources: SamplePictures()))
    return (files.text("EPUB/package.opf") ?? "").split(separator: "\n")
  }

  private func values(_ property: String, in package: [Substring]) -> [String] {
    package.filter { $0.contains("property=\"schema:\(property)\"") }.compactMap { line in
      line.split(separator: ">").dropFirst().first.map { String($0.prefix { $0 != "<" }) }
    }
  }

  private static let described = Inline.image(Image("picture.png", alternative: "a"))
  private static let bare = Inline.image(Image("named-wrongly.jpg"))
  private static let moving = Inline.image(Image("picture.gif", alternative: "a"))
  private static let remote = Inline.image(Image("https://a.example/x.png"))
  private static let ruby = Inline.ruby(
    Ruby([.init(base: [.text("港")], reading: [.text("みなと")])]))

  @Test(
    arguments: [
      ([.text("a")], "textual", "textual", [], "none"),
      ([described], "textual visual", "textual", ["alternativeText"], "none"),
      ([described, bare], "textual visual", "textual,visual", [], "none"),
      ([moving], "textual visual", "textual", ["alternativeText"], "unknown"),
      ([remote], "textual", "textual", [], "none"),
      ([ruby], "textual", "textual", ["rubyAnnotations"], "none"),
    ] as [([Inline], String, String, [String], String)])
  func accessibility(
    content: [Inline], modes: String, sufficient: String, features: [String], hazard: String
  ) throws {
    let package = try package(Publication(article(content)))
    #expect(values("accessMode", in: package).joined(separator: " ") == modes)
    #expect(values("accessModeSufficient", in: package) == [sufficient])
    let always = ["tableOfContents", "readingOrder", "structuralNavigation"]
    #expect(
      values("accessibilityFeature", in: package)
        == always + ["displayTransformability"] + features)
    #expect(values("accessibilityHazard", in: package) == [hazard])
  }

  @Test(
    arguments: [
      (["zh_CN.UTF-8"], ["zh-CN"]), (["en", "de", "en-GB", "en"], ["en", "de", "en-GB"]),
      (["de", "fa"], ["de", "fa"]), ([nil], ["und"]), (["nonsense!", "ja"], ["ja"]),
    ] as [([String?], [String])])
  func languagesAreEachToldOnce(languages: [String?], expected: [String]) throws {
    let entries = languages.map { language in
      Publication.Entry(article([.text("1")]) { $0.language = language })
    }
    let package = try package(Publication(sections: [.init(entries: entries)]))
    let told = package.filter { $0.hasPrefix("<dc:language>") }.map {
      String($0.dropFirst("<dc:language>".count).prefix { $0 != "<" })
    }
    #expect(told == expected)
  }

  @Test(
    arguments: [
      ("en", false, false), ("ar", false, true), ("he", false, true), ("ja", true, true),
      ("zh-Hant", true, true), ("ur", false, true), ("az-Arab", false, true),
    ])
  func progression(language: String, isVertical: Bool, isRight: Bool) throws {
    var options = EPUBWriter.Options(cover: .none)
    options.vertical = isVertical
    let package = try package(
      Publication(article([.text("a")]) { $0.language = language }), options)
    let spine = package.first { $0.hasPrefix("<spine") } ?? ""
    #expect(spine.contains("page-progression-direction=\"rtl\"") == isRight)
  }

  @Test func dublinCoreHasNoEmptyElement() throws {
    let package = try package(
      Publication(
        article([.text("a")]) { metadata in
          metadata.authors = [Person(name: " "), Person(name: "A"), Person(name: "A")]
          metadata.tags = ["", "t", "t"]
          metadata.rights = "\n"
        }))
    #expect(package.filter { $0.contains("></dc:") || $0.contains("> </dc:") } == [])
    #expect(package.filter { $0.hasPrefix("<dc:creator") }.count == 1)
    #expect(package.filter { $0.hasPrefix("<dc:subject") } == ["<dc:subject>t</dc:subject>"])
  }
}
