import Testing

@testable import NewsText

@Suite("Line breaks") struct LineBreakerTests {
  /// `|` marks where a line may end.
  static let cases: [(String?, String)] = [
    (nil, "one |two, |three."), (nil, "a |well-|known |(so |to |say) |thing"), (nil, ""),
    (nil, "don't |“quote |me” |now"), (nil, "Zürich |und |Łódź"), (nil, "Привет, |мир! |Да"),
    (nil, "see |https://|example.org/|path"), (nil, "-5 |to |10-20"), (nil, "1,000.5 |x"),
    (nil, "em|—|dash"), (nil, "no\u{A0}break |here"), (nil, "a\n|b"), (nil, "zero\u{200B}|width"),
    ("zh", "常|州|日|报，|新|闻。|“你|好”"), ("zh", "（文|章|来|源：|常|州|日|报）"),
    ("ja", "「ニュー|ス」|で|す。"), ("ja", "キャッ|チ"), ("ko", "한국어[1]를 |2026년 |X와"), ("en", "한|국|어 |문|장"),
    ("ar", "مرحبا |بالعالم"), ("en", "word |("), ("en", "x |[1]."), ("en", "A |b ! |c"),
  ]

  @Test(arguments: cases)
  func breaks(language: String?, marked: String) {
    var expected: [Int] = []
    var text = ""
    for character in marked {
      if character == "|" { expected.append(text.utf8.count) } else { text.append(character) }
    }
    var breaker = LineBreaker(language: language)
    #expect(breaker.breaks(in: text) == expected, "\(marked)")
  }

  /// The short way must say what ICU says: all texts of three tokens of a few kinds.
  @Test func plainWordsAgreeWithICU() {
    let tokens = [
      "a", "Bc", "7", "12", "é", "Д", ",", ".", ";", ":", "!", "?", "(", ")", "[", "]", "\"", "'",
      "’", "“", "-", " ", "  ", "_", "\n",
    ]
    var breaker = LineBreaker()
    var plain = 0
    var all = 0
    for a in tokens {
      for b in tokens {
        for c in tokens {
          for d in ["", "x", "1", " y"] {
            var text = "w" + a + b + c + d
            var short: [Int] = []
            all += 1
            guard text.withUTF8({ PlainWords.breaks(in: $0, into: &short) }) else { continue }
            plain += 1
            if short.last == text.utf8.count { short.removeLast() }
            let full = breaker.askICUAlone(text)
            #expect(short == full, "\(text.debugDescription)")
          }
        }
      }
    }
    print("line breaks: \(plain) of \(all) texts by the short way")
    #expect(plain > all / 4)
  }
}
