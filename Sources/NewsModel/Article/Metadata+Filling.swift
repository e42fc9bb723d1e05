extension Metadata {
  /// Takes from other metadata what is missing here; what is here stays.
  ///
  /// Lists are taken whole or not at all, so that authors of two sources are not mixed. Of
  /// ``extra``, keys that are missing here are added behind those that are there.
  public mutating func fill(from other: Metadata) {
    id = id ?? other.id
    title = title ?? other.title
    alternativeTitle = alternativeTitle ?? other.alternativeTitle
    if authors.isEmpty {
      authors = other.authors
      byline = byline ?? other.byline
    }
    published = published ?? other.published
    modified = modified ?? other.modified
    retrieved = retrieved ?? other.retrieved
    dateline = dateline ?? other.dateline
    section = section ?? other.section
    if categories.isEmpty { categories = other.categories }
    if tags.isEmpty { tags = other.tags }
    slug = slug ?? other.slug
    url = url ?? other.url
    language = language ?? other.language
    direction = direction ?? other.direction
    publisher = publisher ?? other.publisher
    source = source ?? other.source
    canonicalURL = canonicalURL ?? other.canonicalURL
    leadImage = leadImage ?? other.leadImage
    summary = summary ?? other.summary
    editor = editor ?? other.editor
    rights = rights ?? other.rights
    for entry in other.extra.entries where extra[entry.key] == nil {
      extra[entry.key] = entry.value
    }
  }
}
