internal import NewsModel
internal import NewsXML

/// What Blogger adds to an entry of Atom: what it is, and whether its blog shows it.
struct BloggerDetails: Sendable {
  /// What an entry is.
  enum Kind: Sendable {
    case post, page, comment
    /// A blog's settings, its template.
    case furniture
  }

  var kind: Kind?
  var isDraft = false
  var isScheduled = false
  var isTrashed = false
  /// Its path on the blog: `/2012/03/spring-tides.html`.
  var path: String?
  var summary: String?

  /// Takes in an element of an entry; whether it is one of Blogger's and says nothing else.
  ///
  /// Backups say what an entry is by a category, Google Takeout (from 2024) by elements of its own.
  mutating func take(_ node: Int, of tree: XMLTree) -> Bool {
    func text() -> String { tree.trimmedText(of: node) }
    switch tree.name(of: node) {
    case "atom:category":
      guard tree.attribute("scheme", of: node) == "http://schemas.google.com/g/2005#kind",
        let term = tree.attribute("term", of: node), let mark = term.lastIndex(of: "#")
      else { return false }
      setKind(String(term[term.index(after: mark)...]))
    case "blogger:type": setKind(text())
    case "blogger:status":
      switch text().uppercased() {
      case "DRAFT": isDraft = true
      case "SCHEDULED": isScheduled = true
      case let status where status.hasSuffix("TRASHED") || status.hasSuffix("DELETED"):
        isTrashed = true
      default: break
      }
    case "blogger:filename": path = text().isEmpty ? nil : text()
    case "blogger:metaDescription": summary = text().isEmpty ? nil : text()
    case "app:control":
      for child in tree.children(of: node) where tree.name(of: child) == "app:draft" {
        isDraft = tree.trimmedText(of: child) == "yes"
      }
    case let name: return name.hasPrefix("blogger:")
    }
    return true
  }

  private mutating func setKind(_ word: String) {
    switch word.lowercased() {
    case "post": kind = .post
    case "page": kind = .page
    case "comment": kind = .comment
    default: kind = .furniture
    }
  }
}
