internal import NewsModel
internal import NewsXML

/// Pictures, sound and moving pictures that go with an entry.
enum FeedMedia {
  /// Reads an `enclosure` or an element of Yahoo's Media RSS or of iTunes.
  static func read(
    _ node: Int, of tree: XMLTree, into entry: inout FeedEntry, image: inout LeadImage?,
    address: String?
  ) {
    func resolved(_ reference: String?) -> String? {
      guard let reference = reference?.trimmed, !reference.isEmpty else { return nil }
      return FeedAddress.resolved(reference, against: tree.bases(at: node), feed: address)
    }
    switch tree.name(of: node) {
    case "media:group":
      for child in tree.children(of: node) {
        read(child, of: tree, into: &entry, image: &image, address: address)
      }
      describe(node, of: tree, into: &entry)
    case "media:content":
      let type =
        tree.attribute("type", of: node)
        ?? tree.attribute("medium", of: node).map { $0 + "/" }
      if let url = resolved(tree.attribute("url", of: node)) {
        add(
          address: url, type: type, title: tree.text("media:title", of: node), to: &entry,
          image: &image)
        if image?.source == url {
          image?.alternative = tree.text("media:description", of: node)
        } else if entry.media.last?.source == url {
          describe(node, of: tree, into: &entry)
        }
      }
      if let thumbnail = tree.child("media:thumbnail", of: node) {
        read(thumbnail, of: tree, into: &entry, image: &image, address: address)
      }
    case "media:thumbnail":
      if image == nil, let url = resolved(tree.attribute("url", of: node)) {
        image = LeadImage(source: url)
      }
    case "itunes:image":
      if image == nil, let url = resolved(tree.attribute("href", of: node)) {
        image = LeadImage(source: url)
      }
    case "image":
      let url = tree.text("url", of: node) ?? tree.attribute("rdf:resource", of: node)
      if image == nil, let url = resolved(url) { image = LeadImage(source: url) }
    default:
      let url = tree.attribute("url", of: node) ?? tree.attribute("href", of: node)
      if let url = resolved(url) {
        add(
          address: url, type: tree.attribute("type", of: node), title: nil, to: &entry,
          image: &image)
      }
    }
  }

  /// Takes the title and the description of a film or a sound for the entry's, where it has none.
  private static func describe(_ node: Int, of tree: XMLTree, into entry: inout FeedEntry) {
    if entry.title == nil, let title = tree.child("media:title", of: node) {
      entry.title = FeedText(tree, title).nonEmpty
    }
    if entry.summary == nil, let text = tree.child("media:description", of: node) {
      entry.summary = FeedText(tree, text).nonEmpty
    }
  }

  /// Adds what an address leads to, by its media type.
  static func add(
    address: String, type: String?, title: String?, to entry: inout FeedEntry,
    image: inout LeadImage?
  ) {
    let type = type?.lowercased() ?? ""
    if type.hasPrefix("image/") {
      if image == nil { image = LeadImage(source: address) }
    } else if type.hasPrefix("audio/") || type.hasPrefix("video/") {
      entry.media.append(
        Media(type.hasPrefix("audio/") ? .audio : .video, source: address, title: title))
    }
  }
}
