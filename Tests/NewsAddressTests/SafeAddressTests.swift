import NewsTestSupport
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
    // What RFC 3987 has not in its addresses: EPUBCheck refuses them.
    ("a\u{FFFD}\u{200F}", "a%EF%BF%BD\u{200F}"), ("a\u{FFF9}b\u{FFEF}", "a%EF%BF%B9b\u{FFEF}"),
    ("\u{E000}/\u{F8FF}豈", "%EE%80%80/%EF%A3%BF豈"),
    ("\u{E0020}\u{E1000}\u{F0000}\u{100000}", "%F3%A0%80%A0\u{E1000}%F3%B0%80%80%F4%80%80%80"),
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

  @Test(arguments: schemes) func noSpellingRuns(_ scheme: String) {
    for spelling in HostileSpellings.addresses(scheme, "alert(1)") {
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
