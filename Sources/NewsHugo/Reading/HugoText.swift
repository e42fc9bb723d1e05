import NewsBlocks
import NewsCommonMark
import NewsFiles
import NewsModel

/// Turns the text of a page into blocks: shortcodes, then Markdown, then the builder that reads HTML.
struct HugoText {
  let page: HugoPage
  let site: HugoSite
  let limits: Limits

  /// The blocks of a piece of the page.
  ///
  /// - Parameter line: the line of the file that the piece begins on.
  func blocks(
    of text: [UInt8], line: Int, diagnostics: inout Diagnostics
  ) -> BlockBuilder.Output {
    let expander = ShortcodeExpander(
      text, tags: tags(in: text), isMarkdown: !page.isHTML,
      context: PageContext(page: page, site: site, markdown: markdown))
    // They are in the order of the text, so lines are counted once.
    var (number, counted) = (line, 0)
    for (name, place) in expander.unknown {
      number += text[counted..<place].count { $0 == 0x0A }
      counted = place
      diagnostics.warn(
        .shortcodeUnknown, "the shortcode '\(name)' is not known: it stays as it is written",
        line: number)
    }
    for problem in Set(expander.problems).sorted() {
      diagnostics.warn(.linkUnresolved, problem)
    }
    var html = expander.text
    if !page.isHTML {
      // Shortcodes move lines: then only the message is reported.
      let isMoved = html != text
      var warnings: [(String, Int)] = []
      html = DefinitionLists.html(in: html, verbatim: VerbatimText(html))
      html = CommonMark.html(of: html, options: markdown) { warnings.append(($0, $1)) }
      for (message, number) in warnings {
        diagnostics.warn(.markdownSyntax, message, line: isMoved ? nil : line + number - 1)
      }
    }
    html = expander.restored(html)
    let missing = LockedValue<[String]>([])
    let links = PageLinks(page: page, site: site)
    var output = BlockBuilder.blocks(ofMarkup: html, limits: limits, diagnostics: &diagnostics) {
      address in
      links.resolved(address) { name in missing.withLock { $0.append(name) } }
    }
    for name in Set(missing.withLock { $0 }).sorted() {
      diagnostics.warn(.linkUnresolved, "the page '\(name)' is not there; the link stays")
    }
    if !page.isHTML { output.blocks = HeadingAttributes.read(in: output.blocks, of: text) }
    return output
  }

  /// The tags of the shortcodes of the site's kind; of either kind where there is no site.
  private func tags(in text: [UInt8]) -> [ShortcodeTag] {
    guard text.contains(UInt8(ascii: "{")) else { return [] }
    if site.exists {
      return site.configuration.generator == .zola
        ? ZolaShortcodes.tags(in: text) : HugoShortcodes.tags(in: text)
    }
    let tags = HugoShortcodes.tags(in: text)
    return tags.isEmpty && page.looksLikeZola ? ZolaShortcodes.tags(in: text) : tags
  }

  private var markdown: CommonMark.Options {
    var options = CommonMark.Options()
    let keys = site.configuration.keys
    if site.configuration.generator == .zola, site.exists {
      options.smart = keys.map("markdown")?.flag("smart_punctuation") ?? false
      options.extensions.remove(.autolink)
      return options
    }
    let goldmark = keys.map("markup")?.map("goldmark")
    let extensions = goldmark?.map("extensions")
    switch extensions?["typographer"] {
    case .bool(let value)?: options.smart = value
    case .map(let map)?: options.smart = FrontMatterKeys(map).flag("disable") != true
    default: options.smart = true
    }
    options.hardBreaks = goldmark?.map("renderer")?.flag("hardwraps") ?? false
    if extensions?.flag("linkify") == false { options.extensions.remove(.autolink) }
    return options
  }

  /// Characters of a summary. What is longer is the article itself, with little left to say.
  private static let longestSummary = 1000

  /// What stands before the mark that ends a summary, in plain text; `nil` if there is no such mark.
  func summary(of text: [UInt8]) -> String? {
    guard let end = Self.endOfSummary(in: text) else { return nil }
    // What is wrong in it was reported of the whole.
    var unheard = Diagnostics()
    let summary = blocks(of: Array(text[..<end]), line: page.bodyLine, diagnostics: &unheard)
      .blocks.plainText
    return summary.isEmpty || summary.unicodeScalars.count > Self.longestSummary ? nil : summary
  }

  private static func endOfSummary(in text: [UInt8]) -> Int? {
    var position = 0
    while let place = text[position...].firstIndex(of: UInt8(ascii: "<")) {
      position = place + 1
      guard text[place...].starts(with: "<!--".utf8) else { continue }
      var rest = text[(place + 4)...].prefix(16)
      while rest.first == 0x20 { rest.removeFirst() }
      guard rest.starts(with: "more".utf8) else { continue }
      rest = rest.dropFirst(4)
      while rest.first == 0x20 { rest.removeFirst() }
      if rest.starts(with: "-->".utf8) { return place }
    }
    return nil
  }
}

extension HugoPage {
  /// Whether front matter has what only Zola's has.
  var looksLikeZola: Bool {
    keys["taxonomies"] != nil || keys.map("extra") != nil || keys["template"] != nil
      || !hasFrontMatter
  }
}
