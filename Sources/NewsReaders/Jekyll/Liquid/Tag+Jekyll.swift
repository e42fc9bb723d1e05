import Liquid

extension Tag {
  /// The tags that Jekyll adds to the language, and those of its common plugins.
  static let jekyll: [String: Tag] = [
    "highlight": Tag { tag, parser throws(LiquidError) in try Highlight(tag, &parser) },
    "include": include,
    "include_cached": include,
    "include_relative": Tag { tag, parser throws(LiquidError) in
      try Include(tag, &parser, isRelative: true)
    },
    "link": .simple { tag, context throws(LiquidError) in
      let path = context.expanded(tag)
      let site = try context.site(for: tag)
      let bare = path.hasPrefix("/") ? String(path.dropFirst()) : path
      guard let url = site.url(ofPath: bare) else {
        throw LiquidError(.argument, "there is no page '\(path)' to link to")
      }
      context.write(.string(SiteAddress.relative(url, in: site)))
    },
    "post_url": .simple { tag, context throws(LiquidError) in
      let name = context.expanded(tag)
      let site = try context.site(for: tag)
      guard let url = site.url(ofPostNamed: name.hasPrefix("/") ? String(name.dropFirst()) : name)
      else {
        throw LiquidError(.argument, "there is no post '\(name)' to link to")
      }
      context.write(.string(SiteAddress.relative(url, in: site)))
    },
    // Plugins for the head of a page, which say nothing in its body.
    "seo": nothing,
    "feed_meta": nothing,
  ].merging(embeds) { own, _ in own }

  private static let include = Tag { tag, parser throws(LiquidError) in
    try Include(tag, &parser, isRelative: false)
  }

  private static let nothing = Tag.simple { _, _ throws(LiquidError) in }
}

extension Context {
  /// The site a tag asks.
  ///
  /// - Throws: `LiquidError` outside a site.
  fileprivate func site(for tag: TagMarkup) throws(LiquidError) -> any JekyllLiquidSite {
    guard let site = jekyll?.site else {
      throw LiquidError(.argument, "'\(tag.name) \(tag.text)' needs the site that the post is of")
    }
    return site
  }

  /// What follows a tag's name, with the outputs in it rendered.
  mutating func expanded(_ tag: TagMarkup) -> String {
    expanded(tag.text)
  }

  /// A text with the outputs in it rendered.
  mutating func expanded(_ text: String) -> String {
    let bytes = Array(text.utf8)
    if Template.isPlain(utf8: bytes) { return text }
    let outer = output
    output = []
    render(Template(utf8: bytes, environment: environment))
    let result = String(decoding: output, as: UTF8.self)
    output = outer
    return result
  }
}
