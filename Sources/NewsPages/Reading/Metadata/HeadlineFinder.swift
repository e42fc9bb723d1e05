import NewsBytes
internal import NewsBlocks
internal import NewsHTML

/// The headline as a page shows it.
struct HeadlineFinder {
  let outline: PageOutline
  let meta: MetaTags
  /// The headline that the page tells machines.
  let declared: String?
  /// The name of the site, to be cut off.
  let site: String?

  /// What parts a headline from the name of the site, the surest first.
  private static let separators = [
    " | ", " » ", " – ", " — ", " :: ", " · ", " • ", " - ", " « ", "｜", " / ", " ~ ", "_", "-",
  ]

  /// The headline.
  func headline() -> String? {
    let page = pageTitle()
    let references = [declared, page, meta.first(["og:title", "twitter:title", "dc.title"])]
      .compactMap { PlainText.cleaned($0) }.map { withoutSite($0) }
      .map { (text: $0, letters: Letters.of($0)) }.filter { !$0.letters.isEmpty }

    var only: [String] = []
    for tag in [HTMLTag.h1, .h2, .h3] {
      var found: [String] = []
      for node in outline.tree.nodes.indices where outline.tree.nodes[node].tag == tag {
        guard let text = text(of: node) else { continue }
        found.append(text)
        let letters = Letters.of(text)
        guard letters.count >= 3 else { continue }
        for reference in references
        where matches(letters, reference.letters, isFirst: tag == .h1) {
          // What the heading says more is the section, or a button.
          let isLonger =
            letters.count > reference.letters.count && letters.contains(reference.letters)
          return isLonger ? reference.text : text
        }
      }
      if tag == .h1 { only = found }
    }
    if let shown = shownHeadline(only, references.map(\.text)) { return shown }
    if let declared = PlainText.cleaned(declared) { return withoutSite(declared) }
    if let title = PlainText.cleaned(
      meta.first(["og:title", "twitter:title", "dc.title", "title"]))
    {
      return withoutSite(title)
    }
    if only.count == 1, only[0].utf8.count >= 4 { return only[0] }
    return page.map { withoutSite($0) }
  }

  /// The only `h1` of a page, where its words are much those of what the page calls itself: search
  /// engines are given other words than readers.
  private func shownHeadline(_ headings: [String], _ references: [String]) -> String? {
    let site = site.map { Letters.of($0) } ?? []
    let headings = headings.filter { heading in
      let letters = Letters.of(heading)
      return letters.count >= 8 && letters != site
    }
    guard headings.count == 1, let heading = headings.first, heading.utf8.count <= 300 else {
      return nil
    }
    let words = Self.words(of: heading)
    guard words.count >= 2 else { return nil }
    let known = references.reduce(into: Set<String>()) { $0.formUnion(Self.words(of: $1)) }
    let shared = words.filter { known.contains($0) }.count
    return shared * 100 >= words.count * Self.sharedWords ? heading : nil
  }

  /// How many of a heading's words, in hundredths, must be in the page's names for itself.
  private static let sharedWords = 40

  /// The words of a title that say something: four letters or more.
  private static func words(of text: String) -> Set<String> {
    Set(
      text.lowercased().split { !$0.isLetter && !$0.isNumber }.filter { $0.utf8.count >= 4 }
        .map(String.init))
  }

  /// What the head's `title` says after the headline: the name of the site, if it is short and all.
  func siteName(beside headline: String) -> String? {
    guard let page = pageTitle(), page.hasPrefix(headline) else { return nil }
    let rest = String(page.dropFirst(headline.count))
    let marks = "|»–—:·•-«｜/~_ \u{A0}"
    var name = PlainText.trimmed(String(rest.drop { marks.contains($0) }))
    if name.hasPrefix("("), name.hasSuffix(")") { name = String(name.dropFirst().dropLast()) }
    // A mark must part them, and none follow: then the section stands between.
    guard rest.count > name.count, name.count >= 2, name.count <= 40,
      name.split(separator: " ").count <= 5,
      !name.contains(where: { "|»–—·•«｜~_".contains($0) }), !name.contains(" - ")
    else { return nil }
    return name
  }

  /// The text of the head's `title`.
  func pageTitle() -> String? {
    guard let node = outline.tree.first(.title) else { return nil }
    return PlainText.cleaned(outline.tree.string(of: node))
  }

  /// Whether a heading says what the page calls itself, and not only the name of the site.
  private func matches(_ heading: [UInt8], _ reference: [UInt8], isFirst: Bool) -> Bool {
    if let site, Letters.of(site) == heading { return false }
    if heading == reference { return true }
    if reference.contains(heading) {
      // The rest is the name of the site, or the section.
      return heading.count * (isFirst ? 5 : 2) >= reference.count && heading.count >= 8
    }
    return heading.contains(reference) && reference.count * 3 >= heading.count && isFirst
  }

  private func text(of node: Int) -> String? {
    let tree = outline.tree
    guard tree.end(of: node) - node <= 400 else { return nil }
    var bytes: [UInt8] = []
    var index = node
    while index < tree.end(of: node) {
      switch tree.nodes[index].tag {
      case .text: bytes += tree.text(of: index)
      case .br: bytes.append(0x20)
      case .script, .style, .template, .svg, .noscript, .rawText, .button:
        index = tree.end(of: index)
        continue
      default:
        if outline.excluded[index]
          || index > node && !outline.hints[index].isDisjoint(with: [.kicker, .hidden])
            && outline.hints[index].isDisjoint(with: [.title])
        {
          index = tree.end(of: index)
          continue
        }
      }
      index += 1
    }
    let text = PlainText.collapsed(String(decoding: bytes, as: UTF8.self))
    return text.isEmpty || text.utf8.count > 600 ? nil : text
  }

  /// A title without the name of the site at its end or beginning.
  func withoutSite(_ title: String) -> String {
    let siteLetters = site.map { Letters.of($0) } ?? []
    let bytes = Array(title.utf8)
    for separator in Self.separators where bytes.contains(bytesOf: separator) {
      let parts = title.components(separatedBy: separator)
      guard parts.count > 1, let last = parts.last, let first = parts.first else { continue }
      let isName = { (part: String) -> Bool in
        let letters = Letters.of(part)
        return !siteLetters.isEmpty && !letters.isEmpty
          && (letters == siteLetters || siteLetters.contains(letters) && letters.count >= 4
            || letters.contains(siteLetters))
      }
      if isName(last) {
        return withoutSite(parts.dropLast().joined(separator: separator))
      }
      if isName(first), separator != "-" {
        return parts.dropFirst().joined(separator: separator)
      }
      guard separator != "-", separator != "_", separator != " / " else { continue }
      let rest = parts.dropLast().joined(separator: separator)
      let words = rest.split(separator: " ").count
      if words >= 3 && last.split(separator: " ").count <= 5 || rest.utf8.count >= 24 && words < 3 {
        return rest
      }
    }
    return title
  }
}
