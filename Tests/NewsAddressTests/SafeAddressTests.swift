import Testing

@testable import NewsAddress

@Suite struct SafeAddressTests {
  /// What may stand where: a letter a place that takes it, in the order of `places`.
  static let places: [(letter: Character, place: SafeAddress.Place)] = [
    ("l", .link), ("p", .picture), ("m", .media), ("f", .frame), ("c", .citation),
    ("d", .metadata), ("s", .drawing), ("y", .styleSheet),
  ]

  static let allowed: [(address: String, places: String)] = [
    ("https://a.example/b?c=d#e", "lpmfcd"), ("HTTP://A.EXAMPLE/", "lpmfcd"),
    ("http:a.html", "lpmfcd"),
    ("//a.example/b", "lpmfc"), ("a.html", "lpmfc"), ("../a/b.png", "lpmfc"), ("", "lpmfc"),
    ("?a:b", "lpmfc"), ("./Talk:News", "lpmfc"), ("#a:b", "lpmfcs"), ("文章:一.html", "lpmfc"),
    ("Talk%3ANews", "lpmfc"), ("a/javascript:b", "lpmfc"), ("1:2", "lpmfc"), (":", "lpmfc"),
    ("mailto:a@b.example", "l"), ("tel:+49301", "l"), ("ftp://a.example/", "l"),
    ("urn:isbn:123", "lc"), ("Talk:News", ""), ("file:///etc/passwd", ""), ("c:\\a", ""),
    ("about:blank", ""), ("blob:https://a.example/1", ""), ("ws://a.example/", ""),
    ("data:image/png;base64,AA==", "psy"), ("DATA:IMAGE/GIF,x", "psy"),
    ("data:image/jpeg,x", "psy"),
    ("data:image/svg+xml,<svg/>", "p"), ("data:image/png", ""), ("data:,x", ""),
    ("data:text/html,x", ""), ("data: image/png,x", ""), ("data:image/png\u{0},x", ""),
    ("data:application/xhtml+xml,x", ""), ("data:image/pngx,x", ""), ("data:font/woff2,x", "y"),
    ("data:text/html;image/png,x", ""), ("data:image/svg+xml-x,x", ""),
  ]

  @Test(arguments: allowed.indices) func place(_ index: Int) {
    let (address, expected) = Self.allowed[index]
    let taken = Self.places.filter { SafeAddress(address, in: $0.place) != nil }.map(\.letter)
    #expect(String(taken) == expected, "\(address)")
  }

  static let written: [(address: String, text: String)] = [
    (" \n\thttps://a.example/ \u{1}", "https://a.example/"),
    ("https://a.ex\tam\nple/\r", "https://a.example/"),
    ("a\u{0}b", "a%00b"), ("a\u{7F}b", "a%7Fb"), ("a\u{85}b", "a%C2%85b"),
    (
      "a" + character(0xFDD0) + "b" + character(0xFFFE) + "c" + character(0x1FFFF),
      "a%EF%B7%90b%EF%BF%BEc%F0%9F%BF%BF"
    ),
    ("a b", "a b"), ("道?問=答#節", "道?問=答#節"), ("a%b", "a%b"),
    ("\u{FFFD}\u{200F}", "\u{FFFD}\u{200F}"),
  ]

  @Test(arguments: written.indices) func isTheFormThatIsWritten(_ index: Int) {
    let (address, text) = Self.written[index]
    #expect(SafeAddress(address, in: .link)?.text == text)
  }

  /// One that a literal cannot hold.
  private static func character(_ value: UInt32) -> String {
    Unicode.Scalar(value).map { String(Character($0)) } ?? ""
  }

  // MARK: Spellings of what runs

  static let schemes = ["javascript", "vbscript", "livescript", "data", "mhtml", "view-source"]

  /// What is put before, into and behind a scheme.
  static let insertions = [
    " ", "\t", "\n", "\r", "\u{0}", "\u{1}", "\u{8}", "\u{B}", "\u{C}", "\u{E}", "\u{1B}", "\u{1F}",
    "\u{7F}", "\u{80}", "\u{85}", "\u{9F}", "\u{A0}", "\u{AD}", "\u{200B}", "\u{200E}", "\u{202E}",
    "\u{2028}", "\u{2060}", "\u{3000}", character(0xFDD0), character(0xFDEF), "\u{FEFF}",
    "\u{FFF9}", "\u{FFFD}",
    character(0xFFFE), character(0xFFFF), character(0x1FFFE), character(0x10FFFF), "\u{E0020}",
    "&#9;", "&#10;", "&#x7f;",
    "&#127", "&#0;", "&#xFDD0;", "&Tab;", "&NewLine;", "&shy;", "&zwj;", "&#000000000000000009;",
    "&#99999999999999999999;", "%09", "%0A", "%00", "%7F", "%C2%85", "\\",
  ]

  static func spellings(of scheme: String) -> [String] {
    let rest = "alert(1)"
    var all: [String] = []
    for scheme in [scheme, scheme.uppercased(), scheme.prefix(1).uppercased() + scheme.dropFirst()]
    {
      all.append(scheme + ":" + rest)
      for insertion in insertions {
        for place in [0, 1, scheme.count / 2, scheme.count] {
          let split = scheme.index(scheme.startIndex, offsetBy: place)
          all.append(scheme[..<split] + insertion + scheme[split...] + ":" + rest)
        }
        all.append(String(repeating: insertion, count: 50) + scheme + ":" + rest)
      }
      for colon in ["&colon;", "&#58;", "&#x3a;", "&#X3A;", "&#0000058", "%3A", "%3a"] {
        all.append(scheme + colon + rest)
      }
    }
    for index in scheme.indices {
      guard let value = scheme[index].asciiValue else { continue }
      let rest = scheme[scheme.index(after: index)...] + ":alert(1)"
      let hex = String(value, radix: 16)
      for letter in ["&#\(value);", "&#x\(hex);", "&#0000\(value)\u{AD}", "%\(hex)"] {
        all.append(scheme[..<index] + letter + rest)
      }
    }
    return all
  }

  @Test(arguments: schemes) func noSpellingRuns(_ scheme: String) {
    for spelling in Self.spellings(of: scheme) {
      for place in SafeAddress.Place.allCases {
        if let address = SafeAddress(spelling, in: place) {
          Issue.record("\(place): \(spelling.debugDescription) as \(address.text)")
        }
      }
      #expect(SafeAddress.isScript(spelling), "\(spelling.debugDescription)")
    }
  }

  @Test func textIsNoScript() {
    for text in ["A title: with a colon", "javascript", "JavaScript is a language", "12:30", ""] {
      #expect(!SafeAddress.isScript(text), "\(text)")
    }
  }

  @Test func schemesAreNamed() {
    #expect(SafeAddress.scheme(of: " JAVA\tSCRIPT:x") == "javascript")
    #expect(SafeAddress.scheme(of: "\u{7F}javascript:x") == "javascript")
    #expect(SafeAddress.scheme(of: "a/b") == nil)
  }
}
