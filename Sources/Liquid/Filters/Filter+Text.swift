extension Filter {
  /// Filters that change text.
  static let text: [String: Filter] = [
    "append": Filter(1...1) { input, arguments, _ throws(LiquidError) in
      .string(input.string + arguments[0].string)
    },
    "prepend": Filter(1...1) { input, arguments, _ throws(LiquidError) in
      .string(arguments[0].string + input.string)
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
      .array(input.string.pieces(separatedBy: arguments[0].string).map { .string($0) })
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
      let pattern = arguments[0].string
      guard !pattern.isEmpty else { return input }
      guard let date = context.date(input) else {
        guard input.stringValue == "now" || input.stringValue == "today" else { return input }
        throw LiquidError(.argument, "there is no clock to tell '\(input.string)'")
      }
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
    let scalars = Array(input.string.unicodeScalars)
    guard let places = places(scalars.count) else { return "" }
    return .string(String(String.UnicodeScalarView(scalars[places])))
  }

  private static func truncate(
    _ input: LiquidValue, _ arguments: Arguments
  ) throws(LiquidError) -> LiquidValue {
    if input.isNull { return .null }
    let text = input.string
    let length = arguments.count > 0 ? try integer(arguments[0]) : 50
    let ellipsis = arguments.count > 1 ? arguments[1].string : "..."
    guard text.unicodeScalars.count > length else { return .string(text) }
    let kept = max(0, length - ellipsis.unicodeScalars.count)
    return .string(String(text.unicodeScalars.prefix(kept)) + ellipsis)
  }

  private static func truncateWords(
    _ input: LiquidValue, _ arguments: Arguments
  ) throws(LiquidError) -> LiquidValue {
    if input.isNull { return .null }
    let text = input.string
    let limit = max(1, arguments.count > 0 ? try integer(arguments[0]) : 15)
    let ellipsis = arguments.count > 1 ? arguments[1].string : "..."
    let words = text.words()
    // White space after the last word counts as the beginning of another, as in Ruby.
    let isOver = words.count == limit && text.utf8.last?.isLiquidSpace ?? false
    guard words.count > limit || isOver else { return .string(text) }
    return .string(words.prefix(limit).joined(separator: " ") + ellipsis)
  }

  private static func replace(
    _ input: LiquidValue, _ part: LiquidValue, with replacement: LiquidValue,
    in context: inout Context
  ) throws(LiquidError) -> LiquidValue {
    let text = Array(input.string.utf8)
    let part = Array(part.string.utf8)
    let replacement = Array(replacement.string.utf8)
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
    if place == 0 { return .string(input.string) }
    return .string(String(decoding: result + text[place...], as: UTF8.self))
  }

  private static func replaceOne(
    _ input: LiquidValue, _ part: LiquidValue, with replacement: LiquidValue,
    find: (ByteSearch, [UInt8]) -> Int?
  ) -> LiquidValue {
    let text = Array(input.string.utf8)
    let part = Array(part.string.utf8)
    guard let place = find(ByteSearch(part), text) else { return .string(input.string) }
    let whole = text[..<place] + Array(replacement.string.utf8) + text[(place + part.count)...]
    return .string(String(decoding: whole, as: UTF8.self))
  }
}
