/// Ids made from the text of headers, each once.
struct HeaderIDs {
  private var githubCounts: [[UInt8]: Int] = [:]
  private var kramdownCounts: [[UInt8]: Int] = [:]

  /// GitHub's way, for headers in Markdown: letters of any script stay.
  mutating func github(of text: [UInt8]) -> [UInt8] {
    var id: [UInt8] = []
    id.reserveCapacity(text.count)
    if Self.isPlain(text) {
      for byte in text {
        if byte < 0x80 { Self.add(byte, to: &id) } else { id.append(byte) }
      }
    } else {
      for scalar in String(decoding: text, as: UTF8.self).lowercased().unicodeScalars {
        if scalar.isASCII {
          Self.add(UInt8(scalar.value), to: &id)
        } else if scalar.isWordCharacter {
          id.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        }
      }
    }
    return Self.unique(id, &githubCounts)
  }

  /// Whether there is nothing but ASCII and Chinese characters (U+4E00…U+9FFF), which all stay.
  private static func isPlain(_ text: [UInt8]) -> Bool {
    var index = 0
    while index < text.count {
      if text[index] < 0x80 {
        index += 1
        continue
      }
      guard index + 2 < text.count, (0xE4...0xE9).contains(text[index]),
        text[index + 1] & 0xC0 == 0x80, text[index + 2] & 0xC0 == 0x80,
        text[index] > 0xE4 || text[index + 1] >= 0xB8
      else { return false }
      index += 3
    }
    return true
  }

  private static func add(_ byte: UInt8, to id: inout [UInt8]) {
    if byte.isBlank {
      id.append(0x2D)
    } else if byte.isWord || byte == "-" {
      id.append(byte.lowercased)
    }
  }

  /// kramdown's own way, for headers inside HTML and footnotes: ASCII only, from the first letter.
  mutating func kramdown(of text: [UInt8]) -> [UInt8] {
    let id = Self.basic(text)
    return Self.unique(id.isEmpty ? Array("section".utf8) : id, &kramdownCounts)
  }

  /// The id of a term whose list asks for ids with `auto_ids` or `auto_ids-prefix`.
  func term(of text: [UInt8], in list: AttributeList?) -> [UInt8]? {
    let mark = Array("auto_ids".utf8)
    guard let reference = list?.references.first(where: { $0.starts(with: mark) }) else {
      return nil
    }
    var prefix: [UInt8] = []
    if reference.count > mark.count + 1, reference[mark.count] == "-" {
      prefix = Array(reference[(mark.count + 1)...])
    }
    return prefix + Self.basic(text)
  }

  private static func basic(_ text: [UInt8]) -> [UInt8] {
    var id: [UInt8] = []
    var isAtLineStart = true
    for byte in text {
      if isAtLineStart, !byte.isLetter { continue }
      isAtLineStart = false
      if byte.isLetter || byte.isDigit {
        id.append(byte.lowercased)
      } else if byte == " " || byte == "-" {
        id.append(0x2D)
      }
    }
    return id
  }

  private static func unique(_ id: [UInt8], _ counts: inout [[UInt8]: Int]) -> [UInt8] {
    if let count = counts[id] {
      counts[id] = count + 1
      return id + Array("-\(count + 1)".utf8)
    }
    counts[id] = 0
    return id
  }
}
