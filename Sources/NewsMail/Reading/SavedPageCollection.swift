public import NewsModel

/// A page that a browser has saved with all that belongs to it in one file (MHTML, RFC 2557).
///
/// The page is read as any page; its pictures come from the file.
public final class SavedPageCollection: ArticleCollection {
  /// How the format is registered.
  public static let registration = CollectionRegistration(
    format: Format(
      name: "mhtml", summary: "a page saved with its pictures (MHTML)",
      extensions: ["mhtml", "mht"],
      mediaType: "multipart/related"),
    recognize: { MailRecognizer.isPage($0) ? 100 : 0 },
    open: { (input, _, _) throws(ConversionError) in
      guard case .bytes(let bytes) = input.content else {
        throw ConversionError(.badInput, "is a folder, not a saved page", file: input.source.path)
      }
      return try SavedPageCollection(
        bytes.rest(limit: input.limits.inputBytes), source: input.source)
    })

  private let page: Source
  private var isTaken = false
  private let pictures: MailPictures

  /// One page.
  public let count: Int? = 1
  /// It is one page with what belongs to it.
  public let isSingle = true
  /// What its page bears.
  public let identifier: String?
  /// Gives the page's pictures.
  public var resources: (any ResourceLoader)? { SavedResources(pictures: pictures) }

  init(_ bytes: [UInt8], source: Source) throws(ConversionError) {
    let message = MailMessage(bytes)
    guard let text = message.firstHTML else {
      throw ConversionError(.badInput, "is a saved page without HTML", file: source.path)
    }
    pictures = MailPictures(message)
    identifier = source.name ?? "-"
    var page = source
    page.bytes = pictures.writtenOut(in: message.content(of: text))
    page.charset = text.type["charset"] ?? source.charset
    page.mediaType = "text/html"
    page.url = source.url ?? message.location(of: text)
    page.base = message.parts[0].header.raw("content-base") ?? source.base
    page.collection = identifier
    page.retrieved =
      source.retrieved ?? message.parts[0].header.raw("date").flatMap { Timestamp(rfc5322: $0) }
    page.metadata.retrieved = page.metadata.retrieved ?? page.retrieved
    self.page = page
  }

  /// The page.
  public func next() -> CollectionItem? {
    if isTaken { return nil }
    isTaken = true
    return CollectionItem(name: "page", .source(page))
  }
}

/// The pictures of a saved page, by the addresses that they had on the web.
struct SavedResources: ResourceLoader {
  let pictures: MailPictures

  func load(_ reference: String, from origin: Origin?) throws(ResourceFailure) -> Resource {
    guard let resource = pictures.resource(reference) else {
      throw ResourceFailure(.unsupported, "is not in the saved page")
    }
    return resource
  }
}

extension MailMessage {
  /// The first HTML that is no attachment. Where a part says which of those related to it is meant
  /// (`start`), that one.
  fileprivate var firstHTML: MailPart? {
    // Depth first, as the parts are read. There are few levels.
    var waiting = parts.isEmpty ? [] : [0]
    while let number = waiting.popLast() {
      let part = parts[number]
      if part.isAttachment { continue }
      var children = part.children
      if part.type.value == "multipart/related", let root = root(of: part) { children = [root] }
      waiting += children.reversed()
      if part.isHTML { return part }
    }
    return nil
  }
}

extension MailPictures {
  /// HTML whose `cid:` pictures are written out in their addresses: outside of the file these mean
  /// nothing.
  func writtenOut(in html: [UInt8]) -> [UInt8] {
    let scheme = Array("cid:".utf8)
    var output: [UInt8] = []
    var index = 0
    var from = 0
    while index + scheme.count < html.count {
      guard html[index] | 0x20 == scheme[0], index > 0,
        html[index..<(index + 4)].elementsEqual(scheme),
        [UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "="), UInt8(ascii: "(")].contains(
          html[index - 1])
      else {
        index += 1
        continue
      }
      var end = index
      while end < html.count, html[end] > 0x20, !"\"'>)".utf8.contains(html[end]) { end += 1 }
      let address = String(decoding: html[index..<end], as: UTF8.self)
      // One that is shown again and again is not multiplied.
      if let written = dataAddress(address), output.count < Self.mostWritten {
        output += html[from..<index]
        output += written.utf8
        from = end
      }
      index = end
    }
    return output + html[from...]
  }

  private static let mostWritten = 128 << 20
}
