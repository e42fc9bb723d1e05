internal import NewsBytes
package import NewsText

/// An XML document made ready for the parser: UTF-8, without its declaration and document type, and
/// without what is no XML at all.
///
/// Documents of the wild name encodings they are not in, use HTML's entities without declaring
/// them, write `&` as it is, and contain control characters. Entities that a document declares
/// itself stand for plain text only and are replaced here, so that the parser never sees a document
/// type: nothing is fetched and nothing multiplies.
package struct XMLText: Sendable {
  /// The text.
  package internal(set) var utf8: [UInt8] = []
  /// The encoding it was in.
  package internal(set) var charset: Charset
  /// How many things were mended: characters, references.
  package internal(set) var repairs = 0
  /// How many lines the removed beginning had.
  package internal(set) var lineOffset = 0
  /// Why the text ends before the document does, and where.
  package internal(set) var cut: (reason: String, line: Int)?

  /// Prepares a document.
  ///
  /// - Parameters:
  ///   - bytes: the document as it came.
  ///   - transport: the encoding that the transport named.
  ///   - entity: what a reference such as `&nbsp;` stands for, given with its `&` and `;`; the
  ///     same bytes, where nothing.
  package init(
    _ bytes: [UInt8], transport: String? = nil, entity: @escaping ([UInt8]) -> [UInt8]
  ) {
    let decoded = TextDecoder.xml(bytes, transport: transport)
    charset = decoded.charset
    if decoded.isRepaired { repairs += 1 }
    let input = decoded.utf8
    var prolog = XMLProlog(input)
    prolog.read()
    var body = Body(
      entities: prolog.entities, entity: entity, output: [], repairs: repairs + decoded.removedNULs)
    let start = prolog.end
    lineOffset = input[..<start].count { $0 == 0x0A }
    input.withUnsafeBufferPointer { body.copy($0, from: start) }
    repairs = body.repairs
    utf8 = body.output
    cut = body.cut.map { ($0, 1 + lineOffset + utf8.count { $0 == 0x0A }) }
  }

  /// Copies the document's element, mending as it goes.
  struct Body {
    let entities: [[UInt8]: [UInt8]]
    let entity: ([UInt8]) -> [UInt8]
    var output: [UInt8]
    var repairs: Int
    /// Why nothing was copied from some place on.
    private(set) var cut: String?
    private var known: [[UInt8]: [UInt8]] = [:]
    /// Whether anything was copied that may hold control characters.
    private var mayHaveControls = false

    init(
      entities: [[UInt8]: [UInt8]], entity: @escaping ([UInt8]) -> [UInt8], output: [UInt8],
      repairs: Int
    ) {
      self.entities = entities
      self.entity = entity
      self.output = output
      self.repairs = repairs
    }

    mutating func copy(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) {
      output.reserveCapacity(bytes.count - start + 64)
      var copied = start
      var index = start
      // The tag that was begun last, until it was looked at, and how much was written before it.
      var opened: (place: Int, output: Int)?
      while true {
        index = bytes.place(from: index) {
          $0.isLess(than: 0x20) .| $0.isEqual(to: UInt8(ascii: "&"))
            .| $0.isEqual(to: UInt8(ascii: "<")) .| $0.isEqual(to: 0x7F) .| $0.isEqual(to: 0xEF)
        }
        if let tag = opened, index - tag.place > Self.shortTag {
          if Self.hasTooManyAttributes(bytes, at: tag.place) {
            output.append(contentsOf: bytes[copied..<max(copied, tag.place)])
            output.removeLast(output.count - tag.output)
            cut = "a tag has more than \(Self.mostAttributes) attributes"
            return
          }
          opened = nil
        }
        guard index < bytes.count else { break }
        let byte = bytes[index]
        switch byte {
        case UInt8(ascii: "&"):
          if let end = Self.endOfKnownReference(bytes, at: index) {
            index = end
            continue
          }
          output.append(contentsOf: bytes[copied..<index])
          index = reference(bytes, at: index)
          copied = index
        case UInt8(ascii: "<"):
          if let end = Self.endOfOpaque(bytes, at: index) {
            mayHaveControls = true
            index = end
            opened = nil
          } else {
            opened = (index, output.count + index - copied)
            index += 1
          }
        case 0x09, 0x0A, 0x0D: index += 1
        case 0..<0x20, 0x7F:
          output.append(contentsOf: bytes[copied..<index])
          repairs += 1
          index += 1
          copied = index
        case 0xEF
        where index + 2 < bytes.count && bytes[index + 1] == 0xBF && bytes[index + 2] >= 0xBE:
          // U+FFFE and U+FFFF, which XML does not allow.
          output.append(contentsOf: bytes[copied..<index])
          repairs += 1
          index += 3
          copied = index
        default: index += 1
        }
      }
      output.append(contentsOf: bytes[copied...])
      if mayHaveControls { removeControlsOfOpaque() }
    }

    /// What is shorter is not looked at for its attributes.
    private static let shortTag = 1 << 14
    /// libxml2 compares every attribute and namespace with all before it.
    private static let mostAttributes = 2000

    /// Whether a tag has more attributes than any document has.
    private static func hasTooManyAttributes(
      _ bytes: UnsafeBufferPointer<UInt8>, at start: Int
    ) -> Bool {
      var index = start
      var count = 0
      while index < bytes.count {
        let byte = bytes[index]
        if byte == UInt8(ascii: ">") { return false }
        if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
          count += 1
          if count > mostAttributes { return true }
          guard let end = bytes.place(of: byte, from: index + 1) else { return false }
          index = end
        }
        index += 1
      }
      return false
    }

    /// Whether a CDATA section, a comment or a processing instruction begins here.
    static func isOpaque(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
      guard start + 1 < bytes.count else { return false }
      if bytes[start + 1] == UInt8(ascii: "?") { return true }
      return bytes[start...].starts(with: "<![CDATA[".utf8)
        || bytes[start...].starts(with: "<!--".utf8)
    }

    /// Where a reference that XML knows ends, if one begins here.
    private static func endOfKnownReference(
      _ bytes: UnsafeBufferPointer<UInt8>, at start: Int
    ) -> Int? {
      guard start + 3 < bytes.count else { return nil }
      let word: StaticString =
        switch (bytes[start + 1], bytes[start + 2]) {
        case (UInt8(ascii: "l"), _): "&lt;"
        case (UInt8(ascii: "g"), _): "&gt;"
        case (UInt8(ascii: "q"), _): "&quot;"
        case (UInt8(ascii: "a"), UInt8(ascii: "m")): "&amp;"
        case (UInt8(ascii: "a"), _): "&apos;"
        default: ""
        }
      let end = start + word.utf8CodeUnitCount
      guard end > start, end <= bytes.count else { return nil }
      for index in start..<end where bytes[index] != word.utf8Start[index - start] { return nil }
      return end
    }

    /// Where a CDATA section, a comment or a processing instruction that begins here ends.
    static func endOfOpaque(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Int? {
      guard start + 1 < bytes.count,
        bytes[start + 1] == UInt8(ascii: "!") || bytes[start + 1] == UInt8(ascii: "?")
      else { return nil }
      func begins(_ word: StaticString) -> Bool {
        guard start + word.utf8CodeUnitCount <= bytes.count else { return false }
        for offset in 0..<word.utf8CodeUnitCount
        where bytes[start + offset] != word.utf8Start[offset] {
          return false
        }
        return true
      }
      func end(after word: StaticString, from: Int) -> Int? {
        let word = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
        return bytes.place(of: word, from: min(from, bytes.count)).map { $0 + word.count }
      }
      if begins("<![CDATA[") { return end(after: "]]>", from: start + 9) ?? bytes.count }
      if begins("<!--") { return end(after: "-->", from: start + 4) }
      if begins("<?") { return end(after: "?>", from: start + 2) }
      return nil
    }

    /// Control characters within CDATA sections, which are copied whole.
    private mutating func removeControlsOfOpaque() {
      func isControl(_ byte: UInt8) -> Bool {
        byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D
      }
      guard output.contains(where: isControl) else { return }
      let before = output.count
      output.removeAll(where: isControl)
      repairs += before - output.count
    }

    /// Writes what the reference that begins here stands for, in a form that XML knows; gives where
    /// it ends.
    private mutating func reference(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Int {
      var end = start + 1
      if end < bytes.count, bytes[end] == UInt8(ascii: "#") { return number(bytes, at: start) }
      while end < bytes.count, end - start < 40, Self.isNameByte(bytes[end]) { end += 1 }
      guard end < bytes.count, end > start + 1, bytes[end] == UInt8(ascii: ";") else {
        output += "&amp;".utf8
        repairs += 1
        return start + 1
      }
      let whole = Array(bytes[start...end])
      mayHaveControls = true
      if !entities.isEmpty, let own = entities[Array(whole.dropFirst().dropLast())] {
        escape(own)
      } else {
        let text = known[whole] ?? entity(whole)
        if known.count < 4096 { known[whole] = text }
        if text == whole { output += "&amp;".utf8 + whole.dropFirst() } else { escape(text) }
        repairs += 1
      }
      return end + 1
    }

    private mutating func number(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Int {
      var at = start + 2
      let isHex = at < bytes.count && bytes[at] | 0x20 == UInt8(ascii: "x")
      if isHex { at += 1 }
      let digits = at
      var value: UInt32 = 0
      while at < bytes.count, at - digits < 12, let digit = Self.digit(bytes[at], isHex: isHex) {
        value = min(value &* (isHex ? 16 : 10) &+ digit, 0x11_0000)
        at += 1
      }
      guard at > digits, at < bytes.count, bytes[at] == UInt8(ascii: ";") else {
        output += "&amp;".utf8
        repairs += 1
        return start + 1
      }
      switch value {
      case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0xA0...0xD7FF, 0xE000...0xFFFD, 0x1_0000...0x10_FFFF:
        if isHex || bytes[digits] == UInt8(ascii: "0") {
          // XML knows hexadecimal numbers by a small x only.
          output += "&#\(value);".utf8
        } else {
          output.append(contentsOf: bytes[start...at])
        }
      case 0x80...0x9F:
        // Written by programs that took windows-1252 for Unicode.
        output += entity(Array(bytes[start...at]))
        mayHaveControls = true
        repairs += 1
      default: repairs += 1
      }
      return at + 1
    }

    private mutating func escape(_ text: [UInt8]) {
      for byte in text {
        switch byte {
        case UInt8(ascii: "&"): output += "&amp;".utf8
        case UInt8(ascii: "<"): output += "&lt;".utf8
        case UInt8(ascii: "\""): output += "&quot;".utf8
        default: output.append(byte)
        }
      }
    }

    private static func digit(_ byte: UInt8, isHex: Bool) -> UInt32? {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - 48)
      case UInt8(ascii: "a")...UInt8(ascii: "f") where isHex: UInt32(byte - 87)
      case UInt8(ascii: "A")...UInt8(ascii: "F") where isHex: UInt32(byte - 55)
      default: nil
      }
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "."), UInt8(ascii: "-"),
        UInt8(ascii: "_"), UInt8(ascii: ":"):
        true
      default: byte >= 0x80
      }
    }
  }
}
