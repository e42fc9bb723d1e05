/// The standard's tokenizer (WHATWG HTML, 13.2.5), asked for one token after the other.
///
/// Characters of the input stay where they are; what has to be decoded is appended to ``decoded``.
/// The input is UTF-8 without carriage returns.
struct Tokenizer: ~Copyable, ~Escapable {
  let input: RawSpan
  let count: Int
  var position = 0
  var model = ContentModel.data
  /// The name that ends text which is no markup: that of the last start tag.
  var lastStartTag: UInt32 = 0
  /// Whether `<![CDATA[` begins a section here.
  var allowsCharacterData = false

  var token = Token()
  var doctype = DoctypeToken()
  var names = NameTable()
  var attributes: UniqueArray<TagAttribute>
  var decoded: UniqueArray<UInt8>
  /// By name: the last attribute of it.
  private var lastAttribute: UniqueArray<Int32>
  /// Whether there are NULs in the input at all.
  let hasNulls: Bool
  /// How many attributes a tag may have, and whether one had more.
  let attributeLimit: Int
  private(set) var hasTooManyAttributes = false

  @_lifetime(copy input)
  init(_ input: RawSpan, attributeLimit: Int = 2000) {
    self.input = input
    self.attributeLimit = attributeLimit
    count = input.byteCount
    hasNulls = input.first(0, from: 0) < input.byteCount
    attributes = UniqueArray(capacity: count / 48 + 16)
    decoded = UniqueArray(capacity: count / 64 + 64)
    lastAttribute = UniqueArray(capacity: 1024)
    lastAttribute.fill(to: Int(names.count), with: -1)
  }

  // MARK: - Tokens

  /// Reads the next token.
  @inline(__always)
  mutating func next() {
    if model == .data { readData() } else { readRaw() }
  }

  private mutating func readData() {
    while position < count {
      let start = position
      guard input.byte(start) == UInt8(ascii: "<") else {
        readText(from: start)
        return
      }
      guard start &+ 1 < count else {
        setText(start, count)
        return
      }
      let byte = input.byte(start &+ 1)
      if byte.isLetter {
        readTag(.startTag, from: start, name: start &+ 1)
        return
      }
      switch byte {
      case UInt8(ascii: "/"):
        guard start + 2 < count else {
          setText(start, count)
          return
        }
        let next = input.byte(start + 2)
        if next.isLetter {
          readTag(.endTag, from: start, name: start &+ 2)
          return
        }
        if next == UInt8(ascii: ">") {
          position = start + 3
          continue
        }
        readBogusComment(from: start, text: start + 2)
        return
      case UInt8(ascii: "!"):
        readDeclaration(from: start)
        return
      case UInt8(ascii: "?"):
        readBogusComment(from: start, text: start + 1)
        return
      default:
        readText(from: start)
        return
      }
    }
    token.kind = .end
    token.position = UInt32(truncatingIfNeeded: count)
  }

  /// Sets the token to characters of the input.
  @inline(__always)
  mutating func setText(_ start: Int, _ end: Int) {
    token.kind = .text
    token.position = UInt32(truncatingIfNeeded: start)
    token.start = UInt32(truncatingIfNeeded: start)
    token.count = UInt32(truncatingIfNeeded: end &- start)
    position = end
  }

  /// Sets the token to the characters decoded last.
  mutating func setDecodedText(from decodedStart: Int, position start: Int, end: Int) {
    token.kind = .text
    token.position = UInt32(truncatingIfNeeded: start)
    token.start = UInt32(truncatingIfNeeded: count + decodedStart)
    token.count = UInt32(truncatingIfNeeded: decoded.count - decodedStart)
    position = end
  }

  mutating func setNull(at place: Int) {
    token.kind = .null
    token.position = UInt32(truncatingIfNeeded: place)
    token.start = token.position
    token.count = 1
    position = place + 1
  }

  // MARK: - Text

  /// Whether a `<` begins markup: all else is text.
  @inline(__always)
  private mutating func beginsMarkup(_ place: Int) -> Bool {
    guard place &+ 1 < count else { return false }
    let byte = input.byte(place &+ 1)
    return byte.isLetter || byte == UInt8(ascii: "/") && place &+ 2 < count
      || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?")
  }

  @inline(__always)
  private mutating func readText(from start: Int) {
    var place = start
    while true {
      place = input.first(UInt8(ascii: "<"), UInt8(ascii: "&"), orNullFrom: place)
      guard place < count else { break }
      let byte = input.byte(place)
      if byte == UInt8(ascii: "<") {
        if beginsMarkup(place) { break }
        place &+= 1
      } else if byte == UInt8(ascii: "&") {
        if beginsReference(place) {
          readDecodedText(from: start, at: place)
          return
        }
        place &+= 1
      } else {
        if place == start {
          setNull(at: place)
          return
        }
        break
      }
    }
    setText(start, place)
  }

  /// Text with references in it.
  @inline(never)
  private mutating func readDecodedText(from start: Int, at found: Int) {
    let decodedStart = decoded.count
    var copied = start
    var place = found
    loop: while place < count {
      switch input.byte(place) {
      case UInt8(ascii: "<"):
        if beginsMarkup(place) { break loop }
        place &+= 1
      case UInt8(ascii: "&"):
        guard let reference = reference(at: place, inAttribute: false) else {
          place &+= 1
          break
        }
        decoded.append(input, from: copied, to: place)
        append(reference)
        place &+= reference.length
        copied = place
      default: break loop
      }
      place = input.first(UInt8(ascii: "<"), UInt8(ascii: "&"), orNullFrom: place)
    }
    decoded.append(input, from: copied, to: place)
    setDecodedText(from: decodedStart, position: start, end: place)
  }

  // MARK: - Tags

  private mutating func readTag(_ kind: Token.Kind, from start: Int, name: Int) {
    position = name
    let number = readTagName()
    let first = attributes.count
    var isSelfClosing = false
    // Most tags have no attributes.
    if position < count, input.byte(position) == UInt8(ascii: ">") {
      position &+= 1
    } else if !readAttributes(from: first, &isSelfClosing) {
      // The end of the file within a tag: there is none.
      dropAttributes(from: first)
      token.kind = .end
      token.position = UInt32(truncatingIfNeeded: count)
      position = count
      return
    }
    token.kind = kind
    token.name = number
    token.tag = Tag(name: number)
    token.isSelfClosing = isSelfClosing
    token.position = UInt32(truncatingIfNeeded: start)
    token.start = UInt32(truncatingIfNeeded: first)
    if kind == .endTag {
      if attributes.count > first { dropAttributes(from: first) }
      token.count = 0
    } else {
      lastStartTag = number
      token.count = UInt32(truncatingIfNeeded: attributes.count &- first)
    }
  }

  @inline(__always)
  private mutating func readTagName() -> UInt32 {
    let start = position
    if start &+ 16 <= count {
      let low = input.word(start)
      var ends = NameWord.tagEnds(low)
      if ends != 0 {
        let length = ends.trailingZeroBitCount >> 3
        if isNameEnd(input.byte(start &+ length)), length > 0 {
          let mask = (1 as UInt64) << UInt64(truncatingIfNeeded: length &* 8) &- 1
          position = start &+ length
          return names.number(NameWord.lowercased(low & mask), 0, length: length)
        }
      } else {
        let high = input.word(start &+ 8)
        ends = NameWord.tagEnds(high)
        if ends != 0 {
          let length = ends.trailingZeroBitCount >> 3
          if isNameEnd(input.byte(start &+ 8 &+ length)) {
            let mask = (1 as UInt64) << UInt64(truncatingIfNeeded: length &* 8) &- 1
            position = start &+ 8 &+ length
            return names.number(
              NameWord.lowercased(low), NameWord.lowercased(high & mask), length: 8 &+ length)
          }
        }
      }
    }
    return readUnusualName(isAttribute: false)
  }

  @inline(__always)
  private mutating func isNameEnd(_ byte: UInt8) -> Bool {
    byte.isSpace || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/")
      || byte == UInt8(ascii: "=")
  }

  /// A name that is long, stands near the end or has control characters.
  @inline(never)
  private mutating func readUnusualName(isAttribute: Bool) -> UInt32 {
    let start = names.bytes.count
    var place = position
    while place < count {
      let byte = input.byte(place)
      if byte.isSpace || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">") { break }
      // At its beginning it is part of an attribute's name.
      if isAttribute, byte == UInt8(ascii: "="), place > position { break }
      if byte == 0 {
        for replacement in [0xEF, 0xBF, 0xBD] as [UInt8] { names.append(replacement) }
      } else {
        names.append(byte.lowercased)
      }
      place += 1
    }
    position = place
    return names.number(ofBytesFrom: start)
  }

  // MARK: - Attributes

  /// Reads up to the end of a tag; whether there is one.
  private mutating func readAttributes(from first: Int, _ isSelfClosing: inout Bool) -> Bool {
    while position < count {
      let byte = input.byte(position)
      if byte.isSpace {
        position &+= 1
        continue
      }
      if byte == UInt8(ascii: ">") {
        position &+= 1
        return true
      }
      if byte == UInt8(ascii: "/") {
        position &+= 1
        if position < count, input.byte(position) == UInt8(ascii: ">") {
          position &+= 1
          isSelfClosing = true
          return true
        }
        continue
      }
      let name = readAttributeName()
      var value = Slice.empty
      if position < count {
        var next = input.byte(position)
        while next.isSpace {
          position &+= 1
          guard position < count else { return false }
          next = input.byte(position)
        }
        if next == UInt8(ascii: "=") {
          position &+= 1
          guard readValue(&value) else { return false }
        }
      } else {
        return false
      }
      add(name, value, from: first)
    }
    return false
  }

  @inline(__always)
  private mutating func add(_ name: UInt32, _ value: Slice, from first: Int) {
    if Int(name) >= lastAttribute.count { lastAttribute.fill(to: Int(names.count), with: -1) }
    // Of two of the same name the first counts.
    guard lastAttribute[Int(name)] < Int32(truncatingIfNeeded: first) else { return }
    guard attributes.count &- first < attributeLimit else {
      hasTooManyAttributes = true
      return
    }
    lastAttribute[Int(name)] = Int32(truncatingIfNeeded: attributes.count)
    attributes.append(TagAttribute(name: name, start: value.start, count: value.count))
  }

  /// Takes the last attributes away, as if they had not been read.
  @inline(never)
  mutating func dropAttributes(from first: Int) {
    for index in first..<attributes.count {
      lastAttribute[Int(attributes[index].name & ~TagAttribute.namespaced)] = -1
    }
    attributes.truncate(to: first)
  }

  /// The attribute of a name that the tag which was read last has.
  mutating func attribute(_ name: UInt32, from first: UInt32) -> Int? {
    guard Int(name) < lastAttribute.count else { return nil }
    let index = lastAttribute[Int(name)]
    return index >= Int32(truncatingIfNeeded: first) ? Int(index) : nil
  }

  @inline(__always)
  private mutating func readAttributeName() -> UInt32 {
    let start = position
    if start &+ 16 <= count {
      let low = input.word(start)
      var ends = NameWord.attributeEnds(low)
      if ends != 0 {
        let length = ends.trailingZeroBitCount >> 3
        if isNameEnd(input.byte(start &+ length)), length > 0 {
          let mask = (1 as UInt64) << UInt64(truncatingIfNeeded: length &* 8) &- 1
          position = start &+ length
          return names.number(NameWord.lowercased(low & mask), 0, length: length)
        }
      } else {
        let high = input.word(start &+ 8)
        ends = NameWord.attributeEnds(high)
        if ends != 0 {
          let length = ends.trailingZeroBitCount >> 3
          if isNameEnd(input.byte(start &+ 8 &+ length)) {
            let mask = (1 as UInt64) << UInt64(truncatingIfNeeded: length &* 8) &- 1
            position = start &+ 8 &+ length
            return names.number(
              NameWord.lowercased(low), NameWord.lowercased(high & mask), length: 8 &+ length)
          }
        }
      }
    }
    return readUnusualName(isAttribute: true)
  }

  @inline(__always)
  private mutating func readValue(_ value: inout Slice) -> Bool {
    guard position < count else { return false }
    var byte = input.byte(position)
    while byte.isSpace {
      position &+= 1
      guard position < count else { return false }
      byte = input.byte(position)
    }
    if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
      let start = position &+ 1
      let place = input.first(byte, UInt8(ascii: "&"), orNullFrom: start)
      guard place < count else { return false }
      if input.byte(place) == byte {
        value = Slice(
          start: UInt32(truncatingIfNeeded: start),
          count: UInt32(truncatingIfNeeded: place &- start))
        position = place &+ 1
        return true
      }
      return readDecodedValue(from: start, at: place, quote: byte, &value)
    }
    if byte == UInt8(ascii: ">") { return true }
    return readUnquotedValue(&value)
  }

  /// The rest of a value with references or NUL in it.
  @inline(never)
  private mutating func readDecodedValue(
    from start: Int, at found: Int, quote: UInt8, _ value: inout Slice
  ) -> Bool {
    let decodedStart = decoded.count
    var isChanged = false
    var copied = start
    var place = found
    while place < count {
      let byte = input.byte(place)
      if byte == quote {
        if isChanged {
          decoded.append(input, from: copied, to: place)
          value = Slice(
            start: UInt32(truncatingIfNeeded: count + decodedStart),
            count: UInt32(truncatingIfNeeded: decoded.count - decodedStart))
        } else {
          value = Slice(
            start: UInt32(truncatingIfNeeded: start),
            count: UInt32(truncatingIfNeeded: place - start))
        }
        position = place + 1
        return true
      }
      if byte == 0 {
        decoded.append(input, from: copied, to: place)
        decoded.append("\u{FFFD}" as Unicode.Scalar)
        place += 1
        copied = place
        isChanged = true
      } else if let reference = reference(at: place, inAttribute: true) {
        decoded.append(input, from: copied, to: place)
        append(reference)
        place += reference.length
        copied = place
        isChanged = true
      } else {
        place += 1
      }
      place = input.first(quote, UInt8(ascii: "&"), orNullFrom: place)
    }
    return false
  }

  @inline(never)
  private mutating func readUnquotedValue(_ value: inout Slice) -> Bool {
    let start = position
    let decodedStart = decoded.count
    var isChanged = false
    var copied = start
    var place = start
    while place < count {
      let byte = input.byte(place)
      if byte.isSpace || byte == UInt8(ascii: ">") {
        if isChanged {
          decoded.append(input, from: copied, to: place)
          value = Slice(
            start: UInt32(truncatingIfNeeded: count + decodedStart),
            count: UInt32(truncatingIfNeeded: decoded.count - decodedStart))
        } else {
          value = Slice(
            start: UInt32(truncatingIfNeeded: start),
            count: UInt32(truncatingIfNeeded: place - start))
        }
        position = place
        return true
      }
      if byte == 0 {
        decoded.append(input, from: copied, to: place)
        decoded.append("\u{FFFD}" as Unicode.Scalar)
        place += 1
        copied = place
        isChanged = true
      } else if byte == UInt8(ascii: "&"), let reference = reference(at: place, inAttribute: true) {
        decoded.append(input, from: copied, to: place)
        append(reference)
        place += reference.length
        copied = place
        isChanged = true
      } else {
        place += 1
      }
    }
    return false
  }
}
