// The one import of an importer: the model's types are NewsKit's own.
@_exported public import NewsModel
