@_exported public import NewsModel
