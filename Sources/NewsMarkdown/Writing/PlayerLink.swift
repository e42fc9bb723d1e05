import NewsAddress
import NewsModel

/// A player, frame, video or recording as a link.
enum PlayerLink {
  /// The link, named by the site and by what the source calls the thing.
  static func of(_ media: Media, _ flavor: MarkdownFlavor) -> Link {
    let site = SiteName.of(media.source)
    let name = media.title.map { $0 == site ? $0 : site.isEmpty ? $0 : "\(site): \($0)" } ?? site
    return Link(
      MarkdownDestination.plain(media.source, flavor),
      [.text(name.isEmpty ? media.kind.rawValue : name)])
  }
}
