/// Finds many words at once in the names that pages give their elements (Aho and Corasick, 1975).
///
/// A name is read as lower-case words: everything but letters parts them, and so does a capital
/// after a small letter (`relatedArticles`). In a pattern everything else is such a border, or an end
/// of a name.
struct WordAutomaton: Sendable {
  /// Letters, a border, letters of other scripts; rounded up to what a shift multiplies by.
  private static let width = 32
  private static let border: UInt8 = 26
  private static let other: UInt8 = 27

  private var next: [UInt16]
  private var found: [UInt64]

  /// Makes an automaton of patterns with the bits each sets.
  init(_ patterns: [(text: String, bits: UInt64)]) {
    next = Array(repeating: 0, count: Self.width)
    found = [0]
    for pattern in patterns {
      add(
        pattern.text.utf8.map { byte in
          (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
            ? byte &- UInt8(ascii: "a") : Self.border
        }, pattern.bits)
    }
    link()
  }

  private mutating func add(_ symbols: [UInt8], _ bits: UInt64) {
    var state = 0
    for symbol in symbols {
      let slot = state * Self.width + Int(symbol)
      if next[slot] == 0 {
        next[slot] = UInt16(found.count)
        found.append(0)
        next += Array(repeating: 0, count: Self.width)
      }
      state = Int(next[slot])
    }
    found[state] |= bits
  }

  /// Fills in where to go on after a mismatch, breadth first.
  private mutating func link() {
    var failure = Array(repeating: 0, count: found.count)
    var queue: [Int] = []
    for symbol in 0..<Self.width where next[symbol] != 0 { queue.append(Int(next[symbol])) }
    var index = 0
    while index < queue.count {
      let state = queue[index]
      index += 1
      found[state] |= found[failure[state]]
      for symbol in 0..<Self.width {
        let slot = state * Self.width + symbol
        let other = next[failure[state] * Self.width + symbol]
        if next[slot] == 0 {
          next[slot] = other
        } else {
          failure[Int(next[slot])] = Int(other)
          queue.append(Int(next[slot]))
        }
      }
    }
  }

  /// What each byte is: a symbol, and for capitals ``capital`` besides.
  private static let symbols: [UInt8] = (0...255).map { byte in
    switch UInt8(byte) {
    case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt8(byte) - UInt8(ascii: "a")
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt8(byte) - UInt8(ascii: "A") | capital
    case 0x80...0xFF: other
    default: border
    }
  }
  private static let capital: UInt8 = 0x80

  /// The bits of all patterns in a text of names.
  func bits(in text: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let symbols = Self.symbols
    return next.withUnsafeBufferPointer { next in
      found.withUnsafeBufferPointer { found in
        symbols.withUnsafeBufferPointer { symbols in
          var bits: UInt64 = 0
          var state = Int(next[Int(Self.border)])
          // The symbol before: `article__body` has one border, as `article-body` has.
          var before = Self.border
          for byte in text {
            let symbol = symbols[Int(byte)]
            if symbol == Self.border, before == Self.border { continue }
            if symbol >= Self.capital {
              if before < Self.border {
                state = Int(next[state &* Self.width &+ Int(Self.border)])
                bits |= found[state]
              }
              state = Int(next[state &* Self.width &+ Int(symbol ^ Self.capital)])
            } else {
              state = Int(next[state &* Self.width &+ Int(symbol)])
            }
            bits |= found[state]
            before = symbol
          }
          bits |= found[Int(next[state &* Self.width &+ Int(Self.border)])]
          return bits
        }
      }
    }
  }
}
