internal import NewsEPUB
internal import NewsFeeds
internal import NewsGhost
internal import NewsHugo
internal import NewsIPTC
internal import NewsJSON
internal import NewsJekyll
internal import NewsMail
internal import NewsMarkdown
internal import NewsMedium
internal import NewsNDJSON
internal import NewsObsidian
internal import NewsPages
internal import NewsPlainText
internal import NewsSubstack
internal import NewsWARC
internal import NewsWordPress

extension FormatRegistry {
  /// The built-in formats: a new one is a folder and one line here.
  public static let standard: FormatRegistry = {
    var registry = FormatRegistry()
    registry.register(JekyllReader.registration)
    registry.register(JekyllSiteCollection.registration)
    registry.register(HugoReader.registration)
    registry.register(HugoSiteCollection.registration)
    registry.register(ObsidianReader.registration)
    registry.register(ObsidianVaultCollection.registration)
    for reader in MarkdownReader.registrations { registry.register(reader) }
    registry.register(PlainTextReader.registration)
    registry.register(HTMLReader.registration)
    registry.register(JSONReader.registration)
    registry.register(LinesOfJSON.registration)
    registry.register(ArchiveCollection.registration)
    registry.register(FeedReader.registration)
    registry.register(NinjsReader.registration)
    registry.register(NITFReader.registration)
    registry.register(NewsMLReader.registration)
    registry.register(FeedCollection.registration)
    registry.register(BloggerExport.registration)
    registry.register(OPMLCollection.registration)
    registry.register(SitemapCollection.registration)
    registry.register(WordPressExport.registration)
    registry.register(GhostExport.registration)
    registry.register(MediumReader.registration)
    registry.register(MediumExport.registration)
    registry.register(SubstackExport.registration)
    registry.register(MailReader.registration)
    registry.register(MailboxCollection.registration)
    registry.register(SavedPageCollection.registration)
    registry.register(CompressedCollection.registration)
    registry.register(ZIPCollection.registration)
    registry.register(EPUBCollection.registration)
    registry.register(EPUBWriter.registration)
    registry.register(PDFWriter.registration)
    registry.register(HTMLWriter.registration)
    for writer in MarkdownWriter.registrations { registry.register(writer) }
    registry.register(PlainTextWriter.registration)
    registry.register(JSONWriter.registration)
    for writer in FeedWriter.registrations { registry.register(writer) }
    registry.register(NinjsWriter.registration)
    registry.register(NITFWriter.registration)
    registry.register(NewsMLWriter.registration)
    return registry
  }()
}
