import NewsImages
import NewsModel

/// Writes pictures into an article itself, as `data:` addresses.
struct EmbeddedPictures: InlineRewriter {
  private let origin: Origin
  private let resources: any ResourceLoader
  private var problems: [Diagnostic] = []

  /// An entry with its pictures within.
  static func embedded(
    _ entry: Publication.Entry, _ resources: any ResourceLoader, diagnostics: inout Diagnostics
  ) -> Publication.Entry {
    var rewriter = EmbeddedPictures(entry.origin ?? Origin(), resources)
    var article = entry.article
    article.body = article.body.rewritten(by: &rewriter)
    for index in article.footnotes.indices {
      article.footnotes[index].content = article.footnotes[index].content.rewritten(by: &rewriter)
    }
    if let lead = article.metadata.leadImage {
      article.metadata.leadImage?.source = rewriter.embedded(lead.source)
    }
    for problem in rewriter.problems { diagnostics.add(problem) }
    return Publication.Entry(article, origin: entry.origin)
  }

  private init(_ origin: Origin, _ resources: any ResourceLoader) {
    (self.origin, self.resources) = (origin, resources)
  }

  mutating func rewrite(_ inline: Inline) -> [Inline] {
    guard case .image(var image) = inline else { return [inline] }
    image.source = embedded(image.source)
    return [.image(image)]
  }

  /// The picture as an address of itself; the address as it was where it cannot be had.
  private mutating func embedded(_ source: String) -> String {
    if DataAddress.isData(source) { return source }
    do throws(ResourceFailure) {
      let resource = try resources.load(source, from: origin)
      guard let type = ImageType(resource.bytes) else { return source }
      var bytes = resource.bytes
      if type == .svg {
        do throws(SVGCleaner.Failure) { bytes = try SVGCleaner.cleaned(bytes) } catch {
          problems.append(
            Diagnostic(
              .warning, .pictureDropped,
              "the drawing '\(source)' is not within the page: it \(error.words)",
              file: origin.path))
          return source
        }
      }
      return DataAddress.address(of: bytes, mediaType: type.mediaType)
    } catch {
      let code: Diagnostic.Code = error.code == .refused ? .resourceRefused : .pictureMissing
      problems.append(
        Diagnostic(
          .warning, code, "the picture '\(source)' is not within the page: it \(error.reason)",
          file: origin.path))
      return source
    }
  }
}
