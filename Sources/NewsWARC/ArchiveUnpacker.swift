internal import NewsModel
internal import NewsRecords

/// Opens records of archives: the body of a response, where that is a page.
struct ArchiveUnpacker: ItemUnpacker {
  /// What the source of a packed record bears as its media type: the record's own, and this one where
  /// it is text that was made of a page (`conversion`).
  static let converted = "x-newskit/conversion"

  func unpack(
    _ packed: Source, limits: Limits, diagnostics: inout Diagnostics
  ) throws(ConversionError) -> CollectionItem.Content? {
    let declared = DeclaredType(packed.mediaType ?? "")
    if declared.name == Self.converted {
      guard var article = TextArticle.article(packed.bytes) else { return nil }
      article.metadata.fill(from: packed.metadata)
      return .entry(Publication.Entry(article, from: packed))
    }
    var page = packed
    var type = declared
    if declared.name == "application/http" {
      let response = HTTPResponse(packed.bytes[...])
      if let status = response.status, !(200...299).contains(status) { return nil }
      let body = try response.decodedBody(limit: limits.recordBytes, diagnostics: &diagnostics)
      page.bytes = Array(body)
      page.lastModified = response.lastModified
      type = DeclaredType(response.contentType ?? "")
    }
    guard PageKind.isPage(page.bytes[...], type: type.name) else { return nil }
    page.mediaType = "text/html"
    page.charset = type.charset
    return .source(page)
  }
}
