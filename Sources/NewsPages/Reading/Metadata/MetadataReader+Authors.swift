internal import NewsBlocks
internal import NewsConventions
internal import NewsModel

extension MetadataReader {
  /// Who wrote the article: as the page declares them, unless that is an account or the site; then
  /// as it shows readers.
  func authors(_ result: inout Metadata) {
    let site = result.publisher.map { Letters.of($0.name) } ?? []
    func isSite(_ name: String) -> Bool { !site.isEmpty && Letters.of(name) == site }
    var declared = declaredInData(site)
    if declared.people.isEmpty
      || declared.people.allSatisfy({ $0.isOrganization || isSite($0.name) })
    {
      let tags = declaredInTags(site)
      if tags.people.contains(where: { !isSite($0.name) }) || declared.people.isEmpty {
        declared = tags
      }
    }
    let isWeak = declared.people.allSatisfy {
      $0.isOrganization || isSite($0.name) || Self.isAccount($0.name)
    }
    if isWeak, let shown = BylineFinder(outline: outline, body: body, excluded: excluded).find(),
      declared.people.isEmpty || shown.names.contains(where: { !isSite($0) && $0.contains(" ") })
        || declared.people.allSatisfy({ $0.isOrganization || isSite($0.name) })
    {
      declared = Authors()
      for name in shown.names { declared.add(name) }
      if shown.names.count > 1 { declared.line = AuthorName.withoutPrefix(shown.text) }
    }
    result.authors = declared.people
    if let line = declared.line { result.byline = line }
  }

  /// People, and the line that names them where it has more to say than their names.
  private struct Authors {
    var people: [Person] = []
    private var known: Set<String> = []
    var line: String?

    mutating func add(_ name: String, _ url: String? = nil, isOrganization: Bool = false) {
      guard known.insert(name).inserted else { return }
      people.append(Person(name: name, url: url, isOrganization: isOrganization))
    }

    /// The people of an author line; where it says more than their names, it is kept as printed.
    mutating func add(line text: String) {
      let names = AuthorName.names(in: text)
      for name in names { add(name) }
      if names.count > 1 { line = AuthorName.withoutPrefix(text) }
    }
  }

  /// What a login looks like: one word in small letters, or with a dot.
  private static func isAccount(_ name: String) -> Bool {
    !name.contains(" ")
      && name.utf8.allSatisfy { $0 < 0x80 }
      && (name.first?.isLowercase == true || name.contains(".") || name.contains("_")
        || name.dropFirst().contains(where: \.isUppercase) && name.contains(where: \.isLowercase))
  }

  private func declaredInData(_ site: [UInt8]) -> Authors {
    var authors = Authors()
    guard let article else { return authors }
    let declared = data.authors(of: article)
    for author in declared {
      guard let name = PlainText.cleaned(author.name) else { continue }
      let url = author.url.flatMap { PlainText.isAddress($0) ? $0 : nil }
      if author.isOrganization {
        if name.count < 80, !PlainText.isAddress(name) {
          authors.add(name, url, isOrganization: true)
        }
      } else if declared.count == 1, Letters.of(name) != site {
        authors.add(line: name)
        if authors.people.count == 1 { authors.people[0].url = url }
      } else if Letters.of(name) == site {
        authors.add(name, url)
      } else {
        for name in AuthorName.names(in: name) { authors.add(name, url) }
      }
    }
    return authors
  }

  private func declaredInTags(_ site: [UInt8]) -> Authors {
    var authors = Authors()
    for names in Self.authorNames where authors.people.isEmpty {
      for line in meta.all(names) {
        guard let line = PlainText.cleaned(line), !PlainText.isAddress(line) else { continue }
        if names[0] == "citation_author", let name = Self.turned(line) {
          authors.add(name)
        } else if Letters.of(line) == site {
          authors.add(line)
        } else {
          authors.add(line: line)
        }
      }
    }
    // What cards of a link say below it: `Written by`, and the name.
    for number in ["1", "2"] where authors.people.isEmpty {
      if let label = meta.first(["twitter:label" + number]), AuthorName.isLabel(label),
        let line = PlainText.cleaned(meta.first(["twitter:data" + number]))
      {
        authors.add(line: line)
      }
    }
    return authors
  }

  /// `Doe, Jane` as libraries write it, the other way round.
  private static func turned(_ line: String) -> String? {
    let parts = line.split(separator: ",").map { PlainText.collapsed(String($0)) }
    guard parts.count == 2, !parts[1].isEmpty, AuthorName.isName(parts[0]) else { return nil }
    return parts[1] + " " + parts[0]
  }

  private static let authorNames = [
    ["parsely-author"], ["dc.creator", "dcterms.creator", "dc.contributor"],
    ["citation_author"], ["citation_authors"],
    ["author", "byl", "sailthru.author", "article.author", "og:article:author", "authors"],
    ["cxenseparse:author", "creator", "mediator_author", "article:author_name"],
    ["article:author"],
  ]
}
