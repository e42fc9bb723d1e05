/// A start tag as found in text.
struct HTMLTag {
  struct AttributeRange {
    var name: Range<Int>
    var value: Range<Int>
  }

  var name: Range<Int>
  var attributes: [AttributeRange]
  /// Whether it ends in `/>`.
  var isClosed: Bool
  var end: Int
}

/// Recognising tags, comments and instructions. White space may be any, and values of attributes may
/// stretch over lines; a value without quotes is a word.
extension Parser {
  /// The position behind a name of an element or attribute at `position`.
  func htmlNameEnd(at position: Int, end: Int) -> Int? {
    guard let first = simpleNameEnd(at: position, end: end) else { return nil }
    if first < end, self[first] == ":", let second = simpleNameEnd(at: first + 1, end: end) {
      return second
    }
    return first
  }

  private func simpleNameEnd(at position: Int, end: Int) -> Int? {
    guard position < end,
      self[position] == "_" || tree.text.isLetterCharacter(at: position, end: end)
    else { return nil }
    var index = position + tree.text.scalarLength(at: position, end: end)
    while index < end {
      let byte = self[index]
      if byte < 0x80 {
        guard byte.isWord || byte == "-" || byte == "." else { break }
        index += 1
      } else {
        guard tree.text.isAlphanumericCharacter(at: index, end: end) else { break }
        index += tree.text.scalarLength(at: index, end: end)
      }
    }
    return index
  }

  func htmlTag(at position: Int, end: Int) -> HTMLTag? {
    guard position < end, self[position] == "<",
      let nameEnd = htmlNameEnd(at: position + 1, end: end)
    else { return nil }
    var tag = HTMLTag(
      name: position + 1..<nameEnd, attributes: [], isClosed: false, end: nameEnd)
    var index = nameEnd
    while true {
      var next = index
      while next < end, self[next].isSpace { next += 1 }
      if next > index, let attributeEnd = htmlNameEnd(at: next, end: end) {
        let (value, valueEnd) = htmlAttributeValue(at: attributeEnd, end: end)
        tag.attributes.append(.init(name: next..<attributeEnd, value: value))
        index = valueEnd
        continue
      }
      if next < end, self[next] == "/" {
        tag.isClosed = true
        next += 1
      }
      guard next < end, self[next] == ">" else { return nil }
      tag.end = next + 1
      return tag
    }
  }

  /// The value of an attribute whose name ends at `position`: empty if it has none that can be read.
  private func htmlAttributeValue(at position: Int, end: Int) -> (Range<Int>, end: Int) {
    let none = (position..<position, position)
    var index = position
    while index < end, self[index].isSpace { index += 1 }
    guard index < end, self[index] == "=" else { return none }
    index += 1
    while index < end, self[index].isSpace { index += 1 }
    guard index < end else { return none }
    if self[index].isQuote {
      var close = index + 1
      while close < end, self[close] != self[index] { close += 1 }
      return close < end ? (index + 1..<close, close + 1) : none
    }
    var close = index
    while close < end, tree.text.isWordCharacter(at: close, end: end) {
      close += tree.text.scalarLength(at: close, end: end)
    }
    return close > index ? (index..<close, close) : none
  }

  /// The name in an end tag, and the position behind it.
  func htmlEndTag(at position: Int, end: Int) -> (name: Range<Int>, end: Int)? {
    guard position + 2 < end, self[position] == "<", self[position + 1] == "/",
      let nameEnd = htmlNameEnd(at: position + 2, end: end)
    else { return nil }
    var index = nameEnd
    while index < end, self[index].isSpace { index += 1 }
    guard index < end, self[index] == ">" else { return nil }
    return (position + 2..<nameEnd, index + 1)
  }

  /// Whether `<` at `position` starts a comment.
  func startsComment(at position: Int, end: Int) -> Bool {
    position + 3 < end && self[position + 1] == "!" && self[position + 2] == "-"
      && self[position + 3] == "-"
  }

  /// The position behind the comment at `position`.
  func commentEnd(at position: Int, end: Int) -> Int? {
    guard startsComment(at: position, end: end) else { return nil }
    var index = position + 4
    while index + 2 < end {
      if self[index] == "-", self[index + 1] == "-", self[index + 2] == ">" { return index + 3 }
      index += 1
    }
    return nil
  }

  /// The position behind the instruction, `<? ... ?>`, at `position`.
  func instructionEnd(at position: Int, end: Int) -> Int? {
    guard position + 3 < end, self[position + 1] == "?" else { return nil }
    var index = position + 2
    while index + 1 < end {
      if self[index] == "?", self[index + 1] == ">" { return index + 2 }
      index += 1
    }
    return nil
  }

  /// The name of an element in lower case.
  func lowercasedName(_ range: Range<Int>) -> [UInt8] {
    let name = tree.text[range]
    if name.contains(where: { $0 >= 0x80 }) {
      return Array(String(decoding: name, as: UTF8.self).lowercased().utf8)
    }
    return name.map(\.lowercased)
  }

  /// Whether a tag at `position` ends a paragraph: an end tag, or the start of a start tag, of an
  /// element that is not one of text.
  func isBlockTag(at position: Int) -> Bool {
    var name = position + 1
    let isEnd = name < source.end && self[name] == "/"
    if isEnd { name += 1 }
    guard let nameEnd = htmlNameEnd(at: name, end: source.end) else { return false }
    if isEnd, htmlEndTag(at: position, end: source.end) == nil { return false }
    var word = name
    while word < nameEnd, tree.text.isWordCharacter(at: word, end: nameEnd) {
      word += tree.text.scalarLength(at: word, end: nameEnd)
    }
    return !HTMLVocabulary.staysInParagraph(Array(tree.text[name..<word]))
  }

  /// Makes an HTML element of a tag. Names of elements that kramdown knows, and of their attributes,
  /// are printed in lower case.
  ///
  /// - Returns: the node and the value of its `markdown` attribute, which is not printed.
  mutating func makeElement(
    of tag: HTMLTag, line: Int
  ) -> (node: NodeID, name: [UInt8], markdown: [UInt8]?) {
    let lowered = lowercasedName(tag.name)
    let isKnown = HTMLVocabulary.element(lowered) != nil
    var name = tag.name
    if isKnown, !lowered.elementsEqual(tree.text[tag.name]) {
      let start = tree.text.count
      tree.text += lowered
      name = start..<tree.text.count
    }
    let node = tree.make(.html, name, line: line)
    var attributes: [Attribute] = []
    var markdown: [UInt8]?
    if tag.attributes.count > [Attribute].limit {
      warnings.add("A tag has too many attributes; the last of them are left out", line: line)
    }
    for attribute in tag.attributes {
      let name = isKnown ? lowercasedName(attribute.name) : Array(tree.text[attribute.name])
      let value = Array(tree.text[attribute.value])
      if name == AttributeName.markdown {
        markdown = value
      } else {
        attributes.set(name, value)
      }
    }
    if !attributes.isEmpty { tree.withDetail(of: node) { $0.attributes = attributes } }
    return (node, isKnown ? lowered : Array(tree.text[tag.name]), markdown)
  }
}
