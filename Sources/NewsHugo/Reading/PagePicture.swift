import NewsFiles
import NewsModel

/// The picture that stands for a page, by the many names that themes have for it.
struct PagePicture {
  let value: (String) -> MetadataValue?
  let page: HugoPage
  let site: HugoSite

  private static let names = [
    "cover", "image", "featured_image", "featuredimage", "featured", "feature_image",
    "featureimage", "feature", "images", "img", "hero", "hero_image", "heroimage", "banner",
    "header",
    "cover_image", "coverimage", "thumbnail", "thumb", "social_image", "og_image", "photo",
  ]

  /// The picture; the keys that it was taken from count as used.
  func image(_ used: inout Set<String>) -> LeadImage? {
    for name in Self.names {
      guard let value = value(name) else { continue }
      if let image = image(in: value, isWhole: &used, name) { return image }
    }
    return ofResources() ?? ofFiles()
  }

  private func image(
    in value: MetadataValue, isWhole used: inout Set<String>, _ name: String
  ) -> LeadImage? {
    switch value {
    case .string:
      guard let source = value.words, Self.isPicture(source) else { return nil }
      used.insert(name)
      var alternative: String?
      var caption: String?
      for key in ["\(name)_alt", "\(name)alt", "image_alt", "alt"] where alternative == nil {
        alternative = self.value(key)?.words
        if alternative != nil { used.insert(key) }
      }
      for key in ["\(name)_caption", "\(name)caption", "image_caption", "caption"]
      where caption == nil {
        caption = self.value(key)?.words
        if caption != nil { used.insert(key) }
      }
      return LeadImage(source: source, alternative: alternative, caption: caption)
    case .list(let list):
      guard let first = list.first else { return nil }
      var unheard: Set<String> = []
      guard let image = image(in: first, isWhole: &unheard, name) else { return nil }
      if list.count == 1 { used.formUnion(unheard) }
      return image
    case .map(let map):
      let keys = FrontMatterKeys(map)
      for key in ["image", "src", "url", "path", "filename", "file", "img", "source", "teaser"] {
        guard let source = keys.text(key), Self.isPicture(source) else { continue }
        let known = [key, "alt", "caption"]
        if map.entries.allSatisfy({ known.contains($0.key.lowercased()) }) { used.insert(name) }
        return LeadImage(
          source: source, alternative: keys.text("alt"), caption: keys.text("caption"))
      }
      return nil
    default: return nil
    }
  }

  private static func isPicture(_ text: String) -> Bool {
    text.utf8.count < 2048 && (text.contains("/") || text.contains("."))
      && !text.contains(where: \.isNewline)
  }

  private static let leading = ["cover", "feature", "featured", "thumbnail", "banner", "hero"]

  private static func isLeading(_ name: String) -> Bool {
    let name = name.lowercased()
    return leading.contains { name.hasPrefix($0) }
  }

  /// A resource that the front matter calls so.
  private func ofResources() -> LeadImage? {
    for resource in page.keys["resources"]?.list ?? [] {
      guard let keys = resource.map.map(FrontMatterKeys.init), let source = keys.text("src"),
        let name = keys.text("name"), Self.isLeading(name), !source.contains("*")
      else { continue }
      let params = keys.map("params")
      return LeadImage(
        source: source, alternative: params?.text("alt"),
        caption: params?.text("caption") ?? keys.text("title"))
    }
    return nil
  }

  /// A picture of the bundle whose name says so.
  private func ofFiles() -> LeadImage? {
    guard page.place.isBundle, let path = page.path else { return nil }
    let pictures = [".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif", ".svg"]
    for (name, kind) in FileSystem.entries(in: FileSystem.folder(of: path))
    where kind == .file && Self.isLeading(name)
      && pictures.contains(FileSystem.pathExtension(of: name).lowercased())
    {
      return LeadImage(source: name)
    }
    return nil
  }
}
