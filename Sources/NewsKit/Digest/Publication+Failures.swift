extension Publication {
  /// Adds a last section that says which inputs were not reached, and why.
  mutating func append(failures: [ConversionError]) {
    let words = Self.notReached(
      in: language ?? sections.lazy.flatMap(\.entries).first?.metadata.language)
    let items = failures.map { failure -> List.Item in
      var inlines: [Inline] = []
      if let file = failure.file {
        let isAddress = file.hasPrefix("http://") || file.hasPrefix("https://")
        inlines.append(isAddress ? .link(Link(file, [.text(file)])) : .text(file))
      }
      inlines.appendJoining(.text((inlines.isEmpty ? "" : ": ") + failure.message))
      return List.Item([.paragraph(Paragraph(inlines))])
    }
    var article = Article(body: [.list(List(items: items))])
    article.metadata.title = words
    article.metadata.language = language
    sections.append(
      Section(title: sections.contains { $0.title != nil } ? words : nil, entries: [Entry(article)])
    )
  }

  private static func notReached(in language: String?) -> String {
    switch language.map({ String($0.prefix { $0 != "-" }).lowercased() }) {
    case "zh": "未能取得"
    case "de": "Nicht erreicht"
    case "fr": "Non atteint"
    case "es": "No alcanzado"
    case "it": "Non raggiunto"
    case "pt": "Não alcançado"
    case "nl": "Niet bereikt"
    case "ja": "取得できなかったもの"
    case "ru": "Не получено"
    default: "Not reached"
    }
  }
}
