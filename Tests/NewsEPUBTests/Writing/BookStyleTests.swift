import Testing
@testable import NewsEPUB

/// What a style sheet must leave to the reader, and what readers are known to stumble over.
@Suite struct BookStyleTests {
  /// All declarations with their selectors, those within `@media` among them.
  static let declarations: [(selector: String, property: String, value: String)] = {
    var found: [(String, String, String)] = []
    var selector = ""
    var text = ""
    var isComment = false
    var before: Character = " "
    for character in BookStyle.sheet + BookStyle.vertical {
      if before == "/", character == "*" { isComment = true }
      if isComment {
        if before == "*", character == "/" {
          isComment = false
          text.removeAll { $0 == "/" }
        }
        before = character
        continue
      }
      before = character
      switch character {
      case "{":
        selector = text
        text = ""
      case ";", "}":
        if let colon = text.firstIndex(of: ":"), !text.hasPrefix("@") {
          found.append(
            (trimmed(selector), trimmed(text[..<colon]), trimmed(text[text.index(after: colon)...]))
          )
        }
        text = ""
      default: text.append(character)
      }
    }
    return found
  }()

  private static func trimmed(_ text: some StringProtocol) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test func isRead() {
    #expect(Self.declarations.count > 150)
    #expect(Self.declarations.contains { $0 == ("pre", "white-space", "pre-wrap") })
  }

  /// Kobo: a ground or a colour of the page's own hides that of the reader.
  @Test func pageHasNeitherGroundNorColour() {
    for (selector, property, value) in Self.declarations {
      let isPage = selector.split(separator: ",").contains { part in
        let part = Self.trimmed(part)
        return part == "body" || part == "html" || part.hasPrefix(".nk-page")
      }
      if isPage { #expect(!property.hasPrefix("background"), "\(selector)") }
      if property == "color" { #expect(value == "inherit", "\(selector)") }
    }
  }

  /// Kobo: a font that is named and not in the book keeps the reader's choice out.
  @Test func fontsAreGeneric() {
    for (selector, property, value) in Self.declarations where property.hasPrefix("font") {
      #expect(property != "font", "\(selector)")
      if property == "font-family" {
        #expect(["serif", "sans-serif", "monospace"].contains(value), "\(selector)")
      }
    }
  }

  /// Articles are files; EPUBCheck takes no direction from a style sheet.
  @Test(arguments: ["page-break-before", "break-before", "direction", "position", "unicode-bidi"])
  func isNotSaid(property: String) {
    let selectors = Self.declarations.filter { $0.property == property }.map(\.selector)
    // Marks in code have places, where a reader declares that it knows them (`@supports`).
    #expect(selectors.filter { !$0.contains("pre .nk-line") } == [])
  }

  /// A ground of an element's own is so faint that text of either colour is read on it.
  @Test func groundsAreFaint() {
    for (selector, property, value) in Self.declarations where property == "background-color" {
      let alpha = value.split(separator: ",").last.flatMap { Double(Self.trimmed($0.dropLast())) }
      if selector == "@media (prefers-color-scheme: dark) { img" || selector == "img" {
        #expect(value == "#fff")
      } else {
        #expect(alpha.map { $0 <= 0.3 } == true, "\(selector): \(value)")
      }
    }
  }

  @Test(arguments: [
    ("pre", "white-space"), (".nk-table", "overflow-x"), (".nk-body:lang(ko)", "line-height"),
    ("rt", "font-size"), (":lang(zh)", "line-break"), ("img", "max-width"),
    ("figure", "break-inside"),
  ])
  func typographyIsThere(selector: String, property: String) {
    #expect(
      Self.declarations.contains { $0.selector.contains(selector) && $0.property == property })
  }
}
