// The one import of an importer: the model's and the files' types are NewsKit's own.
@_exported public import NewsFiles
@_exported public import NewsModel
