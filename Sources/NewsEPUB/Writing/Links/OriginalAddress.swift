import NewsModel

extension Publication.Entry {
  /// The address of the original: the one that it names, else where its site has it, unless it
  /// appeared elsewhere first.
  var originalURL: String? {
    if let url = article.metadata.canonicalURL { return url }
    return article.metadata.source == nil ? origin?.url : nil
  }
}
