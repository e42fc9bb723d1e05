extension Publication.Entry {
  /// The address of the original: the one that it names, else where its site has it, unless it
  /// appeared elsewhere first.
  package var originalURL: String? {
    if let url = metadata.canonicalURL { return url }
    return metadata.source == nil ? origin?.url : nil
  }
}
