import NewsModel

/// schema.org's `NewsArticle` as JSON-LD, for search engines.
enum NewsArticleJSON {
  /// The object, safe within a `script` element.
  static func text(of metadata: Metadata) -> String {
    var members = [
      ("@context", string("https://schema.org")), ("@type", string("NewsArticle")),
    ]
    func add(_ name: String, _ value: String?) {
      if let value { members.append((name, string(value))) }
    }
    add("headline", metadata.title)
    add("alternativeHeadline", metadata.alternativeTitle)
    add("description", metadata.summary)
    add("datePublished", metadata.published?.iso8601)
    add("dateModified", metadata.modified?.iso8601)
    add("inLanguage", metadata.language)
    add("articleSection", metadata.section ?? metadata.categories.first)
    if !metadata.tags.isEmpty {
      members.append(("keywords", "[" + metadata.tags.map(string).joined(separator: ", ") + "]"))
    }
    if !metadata.authors.isEmpty {
      let authors = metadata.authors.map { author in
        object(author.isOrganization ? "Organization" : "Person", author.name, author.url)
      }
      members.append(("author", "[" + authors.joined(separator: ", ") + "]"))
    }
    if let publisher = metadata.publisher {
      members.append(("publisher", object("Organization", publisher.name, publisher.url)))
    }
    if let source = metadata.source {
      members.append(("sourceOrganization", object("Organization", source.name, source.url)))
    }
    add("image", PageAddress.web(metadata.leadImage?.source))
    add("mainEntityOfPage", PageAddress.web(metadata.canonicalURL))
    add("copyrightNotice", metadata.rights)
    let lines = members.map { "  \(string($0.0)): \($0.1)" }
    return "{\n" + lines.joined(separator: ",\n") + "\n}"
  }

  private static func object(_ type: String, _ name: String, _ url: String?) -> String {
    var text = "{\"@type\": \(string(type)), \"name\": \(string(name))"
    if let url = PageAddress.web(url) { text += ", \"url\": \(string(url))" }
    return text + "}"
  }

  /// A JSON string in which no tag can begin or end.
  private static func string(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "<": result += "\\u003c"
      case ">": result += "\\u003e"
      case "&": result += "\\u0026"
      case _ where isForbidden(scalar):
        let hex = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// Whether a page may not hold a character as it is: controls, and what is none.
  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F...0x9F, 0xFDD0...0xFDEF, 0xFFFE, 0xFFFF: true
    default: false
    }
  }
}
