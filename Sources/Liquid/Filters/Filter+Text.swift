extension Filter {
  /// Filters that change text.
  static let text: [String: Filter] = [
    "append": Filter(1...1) { input, arguments, _ throws(LiquidError) in
      .string(input.text + arguments[0].text)
    },
    "prepend": Filter(1...1) { input, arguments, _ throws(LiquidError) in
      .string(arguments[0].text + input.text)
    },
    "capitalize": .text { text in
      guard let first = text.unicodeScalars.first else { return text }
      return String(first).uppercased() + String(text.unicodeScalars.dropFirst()).lowercased()
    },
    "downcase": .text { $0.lowercased() },
    "upcase": .text { $0.uppercased() },
    "strip": .text { $0.stripped() },
    "lstrip": .text { $0.stripped(right: false) },
    "rstrip": .text { $0.stripped(left: false) },
    "strip_newlines": .text { $0.replacingLineEnds(with: "") },
    "newline_to_br": .text { $0.replacingLineEnds(with: "<br />\n") },
    "split": Filter(1...1) { input, arguments, _ throws(LiquidError) in
      .array(input.text.pieces(separatedBy: arguments[0].text).map { .string($0) })
    },
    "slice": Filter(1...2) { input, arguments, _ throws(LiquidError) in
      try slice(input, arguments)
    },
    "truncate": Filter(0...2) { input, arguments, _ throws(LiquidError) in
      try truncate(input, arguments)
    },
    "truncatewords": Filter(0...2) { input, arguments, _ throws(LiquidError) in
      try truncateWords(input, arguments)
    },
    "replace": Filter(1...2) { input, arguments, context throws(LiquidError) in
      try replace(input, arguments[0], with: arguments[1], in: &context)
    },
    "remove": Filter(1...1) { input, arguments, context throws(LiquidError) in
      try replace(input, arguments[0], with: .null, in: &context)
    },
    "replace_first": Filter(1...2) { input, arguments, _ throws(LiquidError) in
      replaceOne(input, arguments[0], with: arguments[1]) { $0.first(in: $1) }
    },
    "remove_first": Filter(1...1) { input, arguments, _ throws(LiquidError) in
      replaceOne(input, arguments[0], with: .null) { $0.first(in: $1) }
    },
    "replace_last": Filter(2...2) { input, arguments, _ throws(LiquidError) in
      replaceOne(input, arguments[0], with: arguments[1]) { $0.last(in: $1) }
    },
    "remove_last": Filter(1...1) { input, arguments, _ throws(LiquidError) in
      replaceOne(input, arguments[0], with: .null) { $0.last(in: $1) }
    },
    "date": Filter(1...1) { input, arguments, context throws(LiquidError) in
      let pattern = arguments[0].text
      guard !pattern.isEmpty, let date = context.date(input) else { return input }
      return .string(date.formatted(pattern))
    },
  ]

  private static func slice(
    _ input: LiquidValue, _ arguments: Arguments
  ) throws(LiquidError) -> LiquidValue {
    let offset = try integer(arguments[0])
    let length = arguments[1].isTruthy ? try integer(arguments[1]) : 1
    func places(_ count: Int) -> Range<Int>? {
      let start = offset < 0 ? count + max(offset, -count - 1) : offset
      guard start >= 0, start <= count, length >= 0 else { return nil }
      return start..<(start + min(length, count - start))
    }
    if case .array(let items) = input {
      return .array(places(items.count).map { Array(items[$0]) } ?? [])
    }
    let scalars = Array(input.text.unicodeScalars)
    guard let places = places(scalars.count) else { return "" }
    return .string(String(String.UnicodeScalarView(scalars[places])))
  }

  private static func truncate(
    _ input: LiquidValue, _ arguments: Arguments
  ) throws(LiquidError) -> LiquidValue {
    if input.isNull { return .null }
    let text = input.text
    let length = arguments.count > 0 ? try integer(arguments[0]) : 50
    let ellipsis = arguments.count > 1 ? arguments[1].text : "..."
    guard text.unicodeScalars.count > length else { return .string(text) }
    let kept = max(0, length - ellipsis.unicodeScalars.count)
    return .string(String(text.unicodeScalars.prefix(kept)) + ellipsis)
  }

  private static func truncateWords(
    _ input: LiquidValue, _ arguments: Arguments
  ) throws(LiquidError) -> LiquidValue {
    if input.isNull { return .null }
    let text = input.text
    let limit = max(1, arguments.count > 0 ? try integer(arguments[0]) : 15)
    let ellipsis = arguments.count > 1 ? arguments[1].text : "..."
    let words = text.words()
    guard words.count > limit else { return .string(text) }
    return .string(words.prefix(limit).joined(separator: " ") + ellipsis)
  }

  private static func replace(
    _ input: LiquidValue, _ part: LiquidValue, with replacement: LiquidValue,
    in context: inout Context
  ) throws(LiquidError) -> LiquidValue {
    let text = Array(input.text.utf8)
    let part = Array(part.text.utf8)
    let replacement = Array(replacement.text.utf8)
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    let limit = context.environment.limits.outputBytes
    if part.isEmpty {
      // Between all characters, and at both ends.
      for byte in text {
        if byte & 0xC0 != 0x80 { result += replacement }
        result.append(byte)
        if result.count > limit { throw LiquidError(.limit, "a string is too long") }
      }
      return .string(String(decoding: result + replacement, as: UTF8.self))
    }
    let search = ByteSearch(part)
    var place = 0
    while let found = search.first(in: text, from: place) {
      result += text[place..<found]
      result += replacement
      place = found + part.count
      if result.count > limit { throw LiquidError(.limit, "a string is too long") }
    }
    if place == 0 { return .string(input.text) }
    return .string(String(decoding: result + text[place...], as: UTF8.self))
  }

  private static func replaceOne(
    _ input: LiquidValue, _ part: LiquidValue, with replacement: LiquidValue,
    find: (ByteSearch, [UInt8]) -> Int?
  ) -> LiquidValue {
    let text = Array(input.text.utf8)
    let part = Array(part.text.utf8)
    guard let place = find(ByteSearch(part), text) else { return .string(input.text) }
    let whole = text[..<place] + Array(replacement.text.utf8) + text[(place + part.count)...]
    return .string(String(decoding: whole, as: UTF8.self))
  }
}

extension Context {
  /// The date in a value, as the filter `date` takes it: a date, seconds since 1970, a date in text,
  /// `now`; `nil` if it is none.
  public func date(_ value: LiquidValue) -> LiquidDate? {
    switch value {
    case .date(let date): return date
    case .int(let seconds): return local(seconds)
    case .string(let text):
      if text == "now" || text == "today" { return environment.now }
      if !text.isEmpty, text.utf8.allSatisfy(\.isLiquidDigit), let seconds = Int(text) {
        return local(seconds)
      }
      return LiquidDate(parsing: text, localOffset: environment.localOffset)
    default: return nil
    }
  }

  /// A point in time as the place's clock shows it; a day is its midnight there.
  public func local(_ date: LiquidDate) -> LiquidDate {
    guard date.isDay else {
      var moved = local(date.seconds)
      moved.nanoseconds = date.nanoseconds
      return moved
    }
    let offset = environment.localOffset(date.seconds)
    return LiquidDate(seconds: date.seconds - offset, offset: offset)
  }

  /// Seconds since 1970 as the place's clock shows them.
  private func local(_ seconds: Int) -> LiquidDate {
    let plain = LiquidDate(seconds: seconds)
    // The offset is asked for by local time, which is not known yet: once to come near, once more
    // in case a change of the clock lies between.
    let guess = environment.localOffset(plain.seconds)
    return plain.moved(toOffset: environment.localOffset(plain.seconds + guess))
  }
}

extension String {
  /// Without white space at its ends.
  func stripped(left: Bool = true, right: Bool = true) -> String {
    let bytes = Array(utf8)
    var start = 0
    var end = bytes.count
    if left {
      while start < end, bytes[start].isLiquidSpace { start += 1 }
    }
    if right {
      while end > start, bytes[end - 1].isLiquidSpace || bytes[end - 1] == 0 { end -= 1 }
    }
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  /// The parts between white space.
  func words() -> [String] {
    utf8.split(whereSeparator: \.isLiquidSpace).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The parts between a separator, without empty ones at the end; by characters if it is empty, by
  /// white space if it is a blank.
  func pieces(separatedBy separator: String) -> [String] {
    if separator == " " { return words() }
    if separator.isEmpty { return unicodeScalars.map { String($0) } }
    let bytes = Array(utf8)
    let search = ByteSearch(Array(separator.utf8))
    var pieces: [String] = []
    var place = 0
    while let found = search.first(in: bytes, from: place) {
      pieces.append(String(decoding: bytes[place..<found], as: UTF8.self))
      place = found + separator.utf8.count
    }
    pieces.append(String(decoding: bytes[place...], as: UTF8.self))
    while pieces.last?.isEmpty == true { pieces.removeLast() }
    return pieces
  }

  /// With something in place of each line end.
  func replacingLineEnds(with replacement: String) -> String {
    var result: [UInt8] = []
    var held = false
    for byte in utf8 {
      if held, byte != 0x0A { result.append(0x0D) }
      held = byte == 0x0D
      if byte == 0x0A {
        result += replacement.utf8
      } else if !held {
        result.append(byte)
      }
    }
    if held { result.append(0x0D) }
    return String(decoding: result, as: UTF8.self)
  }
}
