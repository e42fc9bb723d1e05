import NewsModel
import NewsText

/// The parts of a digest in order: contents, then article after article.
struct PlainTextDigest {
  private let publication: Publication
  private let options: PlainTextWriter.Options
  private var section = -1
  private var entry = 0

  init(_ publication: Publication, options: PlainTextWriter.Options) {
    self.publication = publication
    self.options = options
  }

  private var language: String? {
    publication.language ?? publication.entries.first?.article.metadata.language
  }

  /// The next part's bytes, or `nil` at the end.
  mutating func next() -> [UInt8]? {
    if section < 0 {
      section = 0
      return contents()
    }
    while section < publication.sections.count {
      let current = publication.sections[section]
      guard entry < current.entries.count else {
        section += 1
        entry = 0
        continue
      }
      let article = current.entries[entry].article
      var renderer = PlainTextRenderer(
        options: options, language: article.metadata.language ?? language)
      renderer.gap = 2
      if options.style == .normal {
        renderer.line(repeatElement(UInt8(ascii: "-"), count: options.width ?? 72))
        renderer.gap = 2
      }
      if entry == 0, let title = current.title {
        renderer.fill(Array(title.utf8))
        renderer.gap = 2
      }
      renderer.write(article)
      entry += 1
      return renderer.out
    }
    return nil
  }

  private func contents() -> [UInt8] {
    var renderer = PlainTextRenderer(options: options, language: language)
    if let title = publication.title { renderer.title(title, rule: "=") }
    let line = [
      publication.creator, publication.date.map { VisibleDate($0, language: language).short },
    ]
    .compactMap { $0 }.joined(separator: options.style == .text ? ", " : " · ")
    if !line.isEmpty {
      renderer.separate(1)
      renderer.fill(Array(line.utf8))
    }
    var number = 0
    for section in publication.sections {
      renderer.separate(1)
      if let title = section.title {
        renderer.fill(Array(title.utf8))
        renderer.separate(1)
      }
      for entry in section.entries {
        number += 1
        let title = entry.article.metadata.title ?? "Untitled"
        let marker = Array("\(number). ".utf8)
        renderer.indented(by: marker.count, marker: marker) { $0.fill(Array(title.utf8)) }
      }
    }
    return renderer.out
  }
}
