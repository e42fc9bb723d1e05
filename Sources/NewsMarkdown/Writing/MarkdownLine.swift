/// What the beginning of a line could be taken for.
enum MarkdownLine {
  /// Where a backslash must go so that a line is text, or `nil` if it is anyhow.
  ///
  /// - Parameter continues: whether a line of the paragraph stands before it.
  static func escape(
    _ line: ArraySlice<UInt8>, continues: Bool, _ flavor: MarkdownFlavor
  ) -> Int? {
    guard let first = line.first else { return nil }
    let start = line.startIndex
    switch first {
    case UInt8(ascii: "#"):
      let rest = line.drop { $0 == first }
      if flavor.isKramdown { return start }
      return rest.startIndex - start <= 6 && isBlankOrEnd(rest.first) ? start : nil
    case UInt8(ascii: ">"): return start
    case UInt8(ascii: "+"): return isBlankOrEnd(line.dropFirst().first) ? start : nil
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "_"):
      if first != UInt8(ascii: "_"), isBlankOrEnd(line.dropFirst().first) { return start }
      if isRule(line, first) { return start }
      if first != UInt8(ascii: "-") { return nil }
      return line.allSatisfy { $0 == first } || isTableRule(line) ? start : nil
    case UInt8(ascii: "="):
      return line.allSatisfy({ $0 == first || isBlank($0) }) && (continues || flavor.isKramdown)
        ? start : nil
    case UInt8(ascii: "~"): return line.prefix { $0 == first }.count >= 3 ? start : nil
    case UInt8(ascii: "|"), UInt8(ascii: ":"):
      if flavor.isKramdown, first == UInt8(ascii: ":") { return start }
      return continues && isTableRule(line) ? start : nil
    case UInt8(ascii: "["):
      // `[label]: address` defines a reference, `[^label]:` a note, in brackets of text.
      if continues { return nil }
      // A box to tick, in a list.
      if flavor.hasTasks, line.count >= 4, line[start + 2] == UInt8(ascii: "]"),
        isBlank(line[start + 3]), isBlank(line[start + 1]) || line[start + 1] | 0x20 == 0x78
      {
        return start
      }
      guard let close = bracket(in: line), close + 1 < line.endIndex,
        line[close + 1] == UInt8(ascii: ":")
      else { return nil }
      return line[start + 1] == UInt8(ascii: "^") ? close + 1 : start
    case UInt8(ascii: "^"): return flavor.isKramdown && line.count == 1 ? start : nil
    case 0x30...0x39:
      let rest = line.drop { $0 >= 0x30 && $0 <= 0x39 }
      guard rest.startIndex - start <= 9, let mark = rest.first,
        mark == UInt8(ascii: ".") || mark == UInt8(ascii: ")"),
        isBlankOrEnd(rest.dropFirst().first)
      else { return nil }
      return rest.startIndex
    default: return nil
    }
  }

  /// The first closing bracket without a backslash.
  private static func bracket(in line: ArraySlice<UInt8>) -> Int? {
    var isEscaped = false
    for index in line.indices {
      if isEscaped {
        isEscaped = false
      } else if line[index] == 0x5C {
        isEscaped = true
      } else if line[index] == UInt8(ascii: "]") {
        return index
      }
    }
    return nil
  }

  static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == MarkdownText.softBlank }

  private static func isBlankOrEnd(_ byte: UInt8?) -> Bool {
    guard let byte else { return true }
    return isBlank(byte) || byte == 0x0A
  }

  private static func isRule(_ line: ArraySlice<UInt8>, _ mark: UInt8) -> Bool {
    var count = 0
    for byte in line {
      if byte == mark { count += 1 } else if !isBlank(byte) { return false }
    }
    return count >= 3
  }

  private static func isTableRule(_ line: ArraySlice<UInt8>) -> Bool {
    line.contains(UInt8(ascii: "-"))
      && line.allSatisfy {
        isBlank($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "|")
      }
  }
}
