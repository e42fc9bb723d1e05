internal import NewsAddress
internal import NewsMarkup
internal import NewsModel

/// A picture, a recording or a film that goes with an item, or is one.
struct ItemPicture: Sendable, Hashable {
  enum Kind: Sendable, Hashable { case picture, audio, video }

  var kind: Kind
  var address: String
  /// What it is called: the alternative text of a picture, the title of a recording.
  var title: String?
  var caption: String?
  var credit: String?
  var width: Int?
  var height: Int?

  /// What shows it.
  var block: Block {
    var caption: [Block] = self.caption.map { [.paragraph(Paragraph([.text($0)]))] } ?? []
    if let credit, self.caption?.contains(credit) != true {
      caption.append(.paragraph(Paragraph([.text(credit)])))
    }
    switch kind {
    case .picture:
      let image = Image(address, alternative: title ?? "", width: width, height: height)
      return .figure(Figure([.paragraph(Paragraph([.image(image)]))], caption: caption))
    case .audio, .video:
      let media = Media(kind == .audio ? .audio : .video, source: address, title: title)
      return caption.isEmpty
        ? .media(media) : .figure(Figure([.media(media)], caption: caption))
    }
  }

  /// The media type that an address's ending stands for.
  static func mediaType(of address: String) -> String? {
    let path = address.prefix { $0 != "?" && $0 != "#" }
    guard let dot = path.lastIndex(of: ".") else { return nil }
    return types[path[path.index(after: dot)...].lowercased()]
  }

  private static let types = [
    "jpg": "image/jpeg", "jpeg": "image/jpeg", "png": "image/png", "gif": "image/gif",
    "webp": "image/webp", "avif": "image/avif", "svg": "image/svg+xml", "mp3": "audio/mpeg",
    "m4a": "audio/mp4", "ogg": "audio/ogg", "mp4": "video/mp4", "webm": "video/webm",
    "mov": "video/quicktime",
  ]
}

extension Article {
  /// The lead image and the pictures of the text, each once, as whole addresses on the web.
  ///
  /// - Returns: the pictures, and how many have no such address.
  func pictures(page: String?) -> (pictures: [ItemPicture], unknown: Int) {
    var references = AbsoluteReferences(page: page)
    var pictures: [ItemPicture] = []
    var known: Set<String> = []
    var unknown = 0
    func add(_ source: String, _ title: String?, _ caption: String?, _ width: Int?, _ height: Int?)
    {
      guard let address = PageAddress.web(references.absolute(source)) else {
        unknown += 1
        return
      }
      guard known.insert(address).inserted else { return }
      pictures.append(
        ItemPicture(
          kind: .picture, address: address, title: title?.collapsed, caption: caption?.collapsed,
          width: width, height: height))
    }
    if let lead = metadata.leadImage { add(lead.source, lead.alternative, lead.caption, nil, nil) }
    body.walk(
      { block in
        guard case .figure(let figure) = block, !figure.caption.isEmpty else { return }
        figure.content.walk(
          { _ in },
          inlines: { inline in
            if case .image(let image) = inline {
              add(
                image.source, image.alternative, figure.caption.plainText, image.width,
                image.height)
            }
          })
      },
      inlines: { inline in
        if case .image(let image) = inline {
          add(image.source, image.alternative, nil, image.width, image.height)
        }
      })
    return (pictures, unknown)
  }
}
