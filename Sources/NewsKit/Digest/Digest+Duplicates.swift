internal import NewsMarkup

extension Digest {
  /// The articles without those that are among them already: of the same address, or of the same
  /// text.
  static func withoutDuplicates(
    _ entries: [Publication.Entry], diagnostics: inout Diagnostics
  ) -> [Publication.Entry] {
    var addresses: Set<String> = []
    var texts = TextsSeen()
    return entries.filter { entry in
      let isNewText = texts.isNew(entry)
      let address = entry.article.metadata.canonicalURL.flatMap(address)
      let isNewAddress = address.map { addresses.insert($0).inserted } ?? true
      if isNewText && isNewAddress { return true }
      let title = entry.article.metadata.title ?? "an article"
      diagnostics.add(
        Diagnostic(
          .note, "'\(title)' is in the digest already and left out", file: entry.origin?.path))
      return false
    }
  }

  /// What the spellings of an article's address have in common; `nil` for a home page, which careless
  /// sites name as the address of every article.
  private static func address(_ url: String) -> String? {
    guard let key = WebAddress(url).pageKey,
      key.utf8.contains(UInt8(ascii: "/")) || key.utf8.contains(UInt8(ascii: "?"))
    else { return nil }
    return key
  }
}
