import NewsFrontMatter

extension RubyTime {
  /// A text cut into numbers, words and marks.
  struct Words {
    /// A piece of the text.
    enum Token: Equatable {
      /// Digits, with how many there are.
      case number(Int, width: Int)
      /// Letters, in lower case.
      case word(String)
      /// Any run of white space.
      case blank
      /// Anything else.
      case mark(Character)
    }

    var tokens: [Token] = []

    /// Cuts a text; of a long one only the beginning is looked at.
    init(_ text: String) {
      let bytes = Array(text.utf8.prefix(128))
      var position = 0
      while position < bytes.count {
        let start = position
        let byte = bytes[position]
        if Self.isDigit(byte) {
          var value = 0
          while position < bytes.count, Self.isDigit(bytes[position]) {
            if position - start < 18 { value = value * 10 + Int(bytes[position] - 0x30) }
            position += 1
          }
          tokens.append(.number(value, width: position - start))
        } else if Self.isLetter(byte) {
          while position < bytes.count, Self.isLetter(bytes[position]) { position += 1 }
          tokens.append(
            .word(String(decoding: bytes[start..<position].map { $0 | 0x20 }, as: UTF8.self)))
        } else if FrontMatter.isBlank(byte) {
          while position < bytes.count, FrontMatter.isBlank(bytes[position]) { position += 1 }
          tokens.append(.blank)
        } else {
          tokens.append(.mark(Character(Unicode.Scalar(byte))))
          position += 1
        }
      }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
    private static func isLetter(_ byte: UInt8) -> Bool {
      (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A
    }
  }

  /// Zones as Ruby's `Time.parse` knows them.
  enum Zone {
    /// Reads a zone that may follow a clock time: its offset where known, and the token after it.
    static func read(_ tokens: [Words.Token], from start: Int) -> (offset: Int?, end: Int) {
      let first = start < tokens.count && tokens[start] == .blank ? start + 1 : start
      guard first < tokens.count else { return (nil, start) }
      switch tokens[first] {
      case .word(let name):
        // A sum like UTC+9 and names of two words are understood by none and mean local time.
        if readNumeric(tokens, from: first + 1) != nil {
          return (nil, first + 3)
        }
        if first + 2 < tokens.count, tokens[first + 1] == .blank,
          [.word("standard"), .word("daylight"), .word("dst")].contains(tokens[first + 2])
        {
          return (nil, first + 3)
        }
        guard let offset = offsets[name] else { return (nil, start) }
        return (offset, first + 1)
      case .mark("+"), .mark("-"):
        if let numeric = readNumeric(tokens, from: first) { return numeric }
      default: break
      }
      return (nil, start)
    }

    private static func readNumeric(
      _ tokens: [Words.Token], from start: Int
    ) -> (offset: Int?, end: Int)? {
      guard start + 1 < tokens.count, tokens[start] == .mark("+") || tokens[start] == .mark("-"),
        case .number(let value, let width) = tokens[start + 1]
      else { return nil }
      let sign = tokens[start] == .mark("-") ? -1 : 1
      // Ruby wants two digits or four; what it does not understand is local time.
      if width == 1 || width == 3 { return (nil, start + 2) }
      if width == 2 {
        if start + 3 < tokens.count, tokens[start + 2] == .mark(":"),
          case .number(let minutes, _) = tokens[start + 3], minutes < 60
        {
          return (sign * (value * 3600 + minutes * 60), start + 4)
        }
        return (sign * value * 3600, start + 2)
      }
      guard width <= 4 else { return nil }
      return (sign * (value / 100 * 3600 + value % 100 * 60), start + 2)
    }

    /// What `Time.zone_offset` knows. Other names are taken for local time, as Ruby does.
    private static let offsets: [String: Int] = {
      var offsets = [
        "utc": 0, "z": 0, "ut": 0, "gmt": 0,
        "est": -5 * 3600, "edt": -4 * 3600, "cst": -6 * 3600, "cdt": -5 * 3600,
        "mst": -7 * 3600, "mdt": -6 * 3600, "pst": -8 * 3600, "pdt": -7 * 3600,
      ]
      for (index, letter) in "abcdefghiklm".enumerated() {
        offsets[String(letter)] = (index + 1) * 3600
      }
      for (index, letter) in "nopqrstuvwxy".enumerated() {
        offsets[String(letter)] = -(index + 1) * 3600
      }
      // A T between date and time is none of the military zones.
      offsets["t"] = nil
      return offsets
    }()
  }
}
