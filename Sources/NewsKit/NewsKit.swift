// The one import of an importer: the model, the files and the formats with their typed options are
// NewsKit's own.
@_exported public import NewsEPUB
@_exported public import NewsFiles
@_exported public import NewsJSON
@_exported public import NewsJekyll
@_exported public import NewsMarkdown
@_exported public import NewsModel
@_exported public import NewsPages
@_exported public import NewsPlainText
