import NewsAddress
import NewsMarkup
import NewsModel

/// What becomes of the addresses in an article of a book.
///
/// A link to an article of the book becomes a link to its file; one to an anchor of the article
/// itself stays, if the anchor is there; any other becomes absolute, and where it cannot, text.
struct BookReferences: ReferenceResolver {
  let plan: BookPlan
  let item: Int
  /// The article, its text at hand.
  private let entry: Publication.Entry
  let images: BookImages
  /// What relative links may be relative to; found when the first asks.
  private lazy var bases = LinkIndex.bases(of: entry)
  /// Which document of the article holds an anchor; found when the first link asks.
  private var anchors: [String: String]?
  /// The documents of the article with the blocks that each holds.
  private let parts: [ArticlePart]
  /// The document that is being written.
  var document: String
  /// Links that became text, each once.
  private(set) var lost: [String] = []
  /// What a person should know of the pictures.
  private(set) var warnings: [Diagnostic] = []
  private var warned: Set<Diagnostic> = []
  /// Pictures in the article that are shown.
  private(set) var pictures: [BookImages.Picture] = []
  /// Whether every picture shown has an alternative text.
  private(set) var areDescribed = true

  init(
    plan: BookPlan, item: Int, entry: Publication.Entry, images: BookImages,
    parts: [ArticlePart]
  ) {
    self.plan = plan
    self.item = item
    self.entry = entry
    self.images = images
    self.parts = parts
    document = plan.items[item].fileName
  }

  mutating func link(_ url: String) -> String? {
    let address = WebAddress(url)
    if address.scheme == nil, address.authority == nil, address.path.isEmpty, address.query == nil {
      // To nowhere or to the top of the page: what a script did there, a book does not.
      guard let fragment = address.fragment, !fragment.isEmpty, fragment != "top" else {
        return nil
      }
      return anchor(fragment) ?? lose(url)
    }
    var external: WebAddress?
    if address.scheme == nil {
      for base in bases {
        let resolved = address.resolved(against: base)
        if let found = plan.index[resolved] { return internalLink(found, address.fragment) }
        if external == nil, WebAddress.isWeb(resolved.scheme) { external = resolved }
      }
      if external == nil, address.authority != nil {
        var secure = address
        secure.scheme = "https"
        if let found = plan.index[secure] { return internalLink(found, address.fragment) }
        external = secure
      }
    } else {
      if let found = plan.index[address] { return internalLink(found, address.fragment) }
      external = address
    }
    return external?.linkable ?? lose(url)
  }

  /// A link to an article of the book, by file alone: readers take `file#id` for a footnote.
  private mutating func internalLink(_ found: Int, _ fragment: String?) -> String? {
    // To itself, where there is nothing to go to: its text stays.
    if found == item { return fragment.flatMap { anchor($0) } }
    return plan.items[found].fileName
  }

  private mutating func anchor(_ fragment: String) -> String? {
    let known = anchors ?? AnchorCollector.anchors(of: entry.article, in: parts)
    anchors = known
    guard let name = Anchor.name(of: WebAddress.decoded(fragment)), let file = known[name] else {
      return nil
    }
    let target = "#" + ArticlePage.idPrefix(item, plan) + name
    return file == document ? target : file + target
  }

  private mutating func lose(_ url: String) -> String? {
    if !lost.contains(url), lost.count < 100 { lost.append(url) }
    return nil
  }

  mutating func media(_ url: String) -> String? {
    let address = WebAddress(url)
    if let linkable = address.linkable { return linkable }
    for base in bases {
      let resolved = address.resolved(against: base)
      if WebAddress.isWeb(resolved.scheme) { return resolved.linkable }
    }
    if address.scheme == nil, address.authority != nil {
      var secure = address
      secure.scheme = "https"
      return secure.linkable
    }
    return nil
  }

  mutating func frame(_ url: String) -> String? { media(url) }
  /// A book shows posters as pictures and names no sources of quotations.
  mutating func poster(_ url: String) -> String? { nil }
  mutating func citation(_ url: String) -> String? { nil }

  /// The picture beside the article or in its site; else where a browser would look for it on the
  /// article's page.
  private func picture(_ source: String) -> BookImages.Outcome {
    let outcome = images.picture(source, entry.origin)
    guard outcome.picture == nil, let page = entry.metadata.url else { return outcome }
    let address = WebAddress(source)
    guard address.scheme == nil, address.authority == nil, !address.path.isEmpty,
      address.path.utf8.first != UInt8(ascii: "/")
    else { return outcome }
    let path = address.resolved(against: WebAddress(page)).path
    let onPage = images.picture(path, entry.origin)
    return onPage.picture == nil ? outcome : onPage
  }

  mutating func image(_ image: Image) -> ImageReference {
    let outcome = picture(image.source)
    if let warning = outcome.warning, warned.insert(warning).inserted { warnings.append(warning) }
    guard let picture = outcome.picture else { return .described(link: media(image.source)) }
    if image.words == nil { areDescribed = false }
    pictures.append(picture)
    return .shown(source: picture.fileName, width: image.width, height: image.height)
  }
}
