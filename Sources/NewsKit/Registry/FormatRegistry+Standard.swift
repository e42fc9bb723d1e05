internal import NewsEPUB
internal import NewsFeeds
internal import NewsJSON
internal import NewsJekyll
internal import NewsMarkdown
internal import NewsNDJSON
internal import NewsPages
internal import NewsPlainText
internal import NewsWARC
internal import NewsWordPress

extension FormatRegistry {
  /// The built-in formats: a new one is a folder and one line here.
  public static let standard: FormatRegistry = {
    var registry = FormatRegistry()
    registry.register(JekyllReader.registration)
    registry.register(JekyllSiteCollection.registration)
    for reader in MarkdownReader.registrations { registry.register(reader) }
    registry.register(HTMLReader.registration)
    registry.register(JSONReader.registration)
    registry.register(LinesOfJSON.registration)
    registry.register(ArchiveCollection.registration)
    registry.register(FeedReader.registration)
    registry.register(WordPressExport.registration)
    registry.register(EPUBWriter.registration)
    registry.register(HTMLWriter.registration)
    for writer in MarkdownWriter.registrations { registry.register(writer) }
    registry.register(PlainTextWriter.registration)
    registry.register(JSONWriter.registration)
    return registry
  }()
}
