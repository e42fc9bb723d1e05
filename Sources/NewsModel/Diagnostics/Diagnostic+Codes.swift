// The codes of NewsKit, listed with their meaning in Documentation/diagnostics.md. They are stable:
// what reads them may rely on a code keeping its meaning.
extension Diagnostic.Code {
  // MARK: Text and its encoding

  /// The encoding was guessed, or is not the one that the format demands.
  public static let encodingGuessed = Self("encoding-guessed")
  /// Bytes that are not of the encoding were replaced.
  public static let encodingRepaired = Self("encoding-repaired")
  /// Bytes that are no text were removed.
  public static let bytesRemoved = Self("bytes-removed")

  // MARK: Front matter and metadata

  /// The front matter is never closed.
  public static let frontMatterUnclosed = Self("front-matter-unclosed")
  /// The front matter does not begin in the first line.
  public static let frontMatterMisplaced = Self("front-matter-misplaced")
  /// The front matter is not YAML, or no mapping.
  public static let frontMatterInvalid = Self("front-matter-invalid")
  /// A key is given twice.
  public static let keyRepeated = Self("key-repeated")
  /// A key that is not known is left out.
  public static let keyUnknown = Self("key-unknown")
  /// Something that should be a date is none.
  public static let dateInvalid = Self("date-invalid")
  /// A date that the format must have, and the article has not.
  public static let dateInvented = Self("date-invented")
  /// A language tag that names no language.
  public static let languageUnknown = Self("language-unknown")
  /// Categories, addresses and the like that mean something else than they seem to.
  public static let metadataOdd = Self("metadata-odd")
  /// What is known of an article and the format has no place for.
  public static let metadataDropped = Self("metadata-dropped")
  /// What metadata a line of the text was read as.
  public static let lineRead = Self("line-read")
  /// A line of the text was left out because the metadata say the same.
  public static let lineDropped = Self("line-dropped")

  // MARK: Sites

  /// Something odd in a site's configuration.
  public static let siteConfiguration = Self("site-configuration")
  /// A post that the site does not show.
  public static let postUnpublished = Self("post-unpublished")
  /// A post that the site does not show yet.
  public static let postFuture = Self("post-future")
  /// A draft.
  public static let postDraft = Self("post-draft")
  /// A post without text.
  public static let postEmpty = Self("post-empty")
  /// What is wrong with a Liquid template.
  public static let liquid = Self("liquid")

  // MARK: Markup

  /// Markdown that means something else than it seems to.
  public static let markdownSyntax = Self("markdown-syntax")
  /// Content nested too deep was flattened.
  public static let depthFlattened = Self("depth-flattened")
  /// Markup that would never end was ended.
  public static let markupRepaired = Self("markup-repaired")
  /// A document larger than a limit was cut.
  public static let documentCut = Self("document-cut")
  /// A shortcode of a publishing system that is not known: it stays as it is written.
  public static let shortcodeUnknown = Self("shortcode-unknown")
  /// Attributes or spans beyond all measure were cut.
  public static let attributesCut = Self("attributes-cut")
  /// Markup that the format has nothing for was written as the nearest thing it has.
  public static let markupReduced = Self("markup-reduced")
  /// Text of a page that is perhaps the article's was left out.
  public static let textDropped = Self("text-dropped")
  /// The text was taken from elsewhere than where it is shown.
  public static let textSubstituted = Self("text-substituted")
  /// Sections are read as one row of articles.
  public static let sectionsJoined = Self("sections-joined")

  /// A selector selects nothing in a page.
  public static let selectorUnmatched = Self("selector-unmatched")

  // MARK: Links, notes and pictures

  /// An address that would run a script or is no address of its place was left out.
  public static let addressRefused = Self("address-refused")
  /// A feed or another XML document is not well-formed: it was read as far as it goes.
  public static let xmlRepaired = Self("xml-repaired")
  /// An option has no effect on what is written.
  public static let optionIgnored = Self("option-ignored")
  /// A link that leads nowhere from the output.
  public static let linkUnresolved = Self("link-unresolved")
  /// An anchor that is there twice.
  public static let anchorRepeated = Self("anchor-repeated")
  /// A mark of a note that is not there.
  public static let noteMissing = Self("note-missing")
  /// A picture that is not there.
  public static let pictureMissing = Self("picture-missing")
  /// A picture that is there and cannot be shown.
  public static let pictureDropped = Self("picture-dropped")
  /// A picture that is shown though something is wrong with it.
  public static let pictureDamaged = Self("picture-damaged")
  /// A picture or file that lies outside what the user gave and was not opened.
  public static let resourceRefused = Self("resource-refused")
  /// A font that is in a book whole, though a part of it would do.
  public static let fontWhole = Self("font-whole")
  /// A font whose makers allow no embedding.
  public static let fontRestricted = Self("font-restricted")
  /// The cover is not the one that was meant.
  public static let coverPlain = Self("cover-plain")

  // MARK: The web

  /// The connection ended in the middle of what was fetched: what came is read.
  public static let transferCut = Self("transfer-cut")
  /// The page of an article could not be fetched: the text that its feed has stands for it.
  public static let pageMissing = Self("page-missing")
  /// A further page of an article was not read.
  public static let partMissing = Self("part-missing")
  /// What else an address offers: the feeds of a page.
  public static let feedsFound = Self("feeds-found")
  /// Nothing is kept of what was fetched, or what was kept is not used.
  public static let cacheUnused = Self("cache-unused")

  // MARK: Archives and tables

  /// A record of an archive is damaged or not as it says it is.
  public static let recordRepaired = Self("record-repaired")

  // MARK: Digests

  /// An article that is in a digest already.
  public static let duplicateLeftOut = Self("duplicate-left-out")
}
