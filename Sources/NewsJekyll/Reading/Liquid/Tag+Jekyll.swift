import Liquid

extension Tag {
  /// The tags that Jekyll adds to the language, and those of its common plugins.
  static let jekyll: [String: Tag] = [
    "highlight": Tag { tag, parser throws(LiquidError) in try Highlight(tag, &parser) },
    "codeblock": Tag { tag, parser throws(LiquidError) in try Highlight(tag, &parser) },
    "img": .simple { tag, context throws(LiquidError) in
      try context.write(image: context.expanded(tag))
    },
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

  /// Prints Octopress's `{% img classes /path width height 'title' 'alt' %}`.
  fileprivate mutating func write(image markup: String) throws(LiquidError) {
    var cursor = MarkupCursor(markup)
    var address: String?
    var texts: [String] = []
    while !cursor.isAtEnd() {
      if let text = cursor.quoted() {
        texts.append(text)
      } else if let word = cursor.fragment(), address == nil,
        word.hasPrefix("/") || word.utf8.contains(UInt8(ascii: ".")) || SiteAddress.hasScheme(word)
      {
        address = word
      }
    }
    guard let address else { throw LiquidError(.syntax, "'img' names no picture") }
    output += "<img src=\"\(address.escapedForXML)\" alt=\"".utf8
    output += "\((texts.last ?? "").escapedForXML)\"".utf8
    if texts.count > 1 { output += " title=\"\(texts[0].escapedForXML)\"".utf8 }
    output += ">".utf8
  }

  /// What follows a tag's name, with the outputs in it rendered.
  mutating func expanded(_ tag: TagMarkup) -> String {
    expanded(tag.text)
  }

  /// A text with the outputs in it rendered.
  mutating func expanded(_ text: String) -> String {
    let bytes = Array(text.utf8)
    if Template.isPlain(utf8: bytes) { return text }
    charge(bytes.count)
    let outer = output
    output = []
    render(Template(utf8: bytes, environment: environment))
    let result = String(decoding: output, as: UTF8.self)
    output = outer
    return result
  }
}
