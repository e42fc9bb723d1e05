extension Filter {
  /// Filters that change text.
  static let text: [String: Filter] = [
    "append": Filter(1...1) { input, arguments, context throws(LiquidError) in
      .string(try context.string(of: input) + context.string(of: arguments[0]))
    },
    "prepend": Filter(1...1) { input, arguments, context throws(LiquidError) in
      .string(try context.string(of: arguments[0]) + context.string(of: input))
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
    "split": Filter(1...1) { input, arguments, context throws(LiquidError) in
      let separator = try context.string(of: arguments[0])
      return .array(
        try context.string(of: input).pieces(separatedBy: separator).map { .string($0) })
    },
    "slice": Filter(1...2) { input, arguments, context throws(LiquidError) in
      try slice(input, arguments, in: &context)
    },
    "truncate": Filter(0...2) { input, arguments, context throws(LiquidError) in
      try truncate(input, arguments, in: &context)
    },
    "truncatewords": Filter(0...2) { input, arguments, context throws(LiquidError) in
      try truncateWords(input, arguments, in: &context)
    },
    "replace": Filter(1...2) { input, arguments, context throws(LiquidError) in
      try replace(input, arguments[0], with: arguments[1], in: &context)
    },
    "remove": Filter(1...1) { input, arguments, context throws(LiquidError) in
      try replace(input, arguments[0], with: .null, in: &context)
    },
    "replace_first": Filter(1...2) { input, arguments, context throws(LiquidError) in
      try replaceOne(input, arguments[0], with: arguments[1], in: &context) { $0.first(in: $1) }
    },
    "remove_first": Filter(1...1) { input, arguments, context throws(LiquidError) in
      try replaceOne(input, arguments[0], with: .null, in: &context) { $0.first(in: $1) }
    },
    "replace_last": Filter(2...2) { input, arguments, context throws(LiquidError) in
      try replaceOne(input, arguments[0], with: arguments[1], in: &context) { $0.last(in: $1) }
    },
    "remove_last": Filter(1...1) { input, arguments, context throws(LiquidError) in
      try replaceOne(input, arguments[0], with: .null, in: &context) { $0.last(in: $1) }
    },
    "date": Filter(1...1) { input, arguments, context throws(LiquidError) in
      let pattern = try context.string(of: arguments[0])
      context.meter.add(16)
      guard !pattern.isEmpty else { return input }
      guard let date = context.date(input) else {
        guard input.stringValue == "now" || input.stringValue == "today" else { return input }
        throw LiquidError(.argument, "there is no clock to tell '\(input.stringValue ?? "")'")
      }
      return .string(date.formatted(pattern))
    },
  ]

  private static func slice(
    _ input: LiquidValue, _ arguments: Arguments, in context: inout Context
  ) throws(LiquidError) -> LiquidValue {
    let offset = try integer(arguments[0])
    let length = arguments[1].isTruthy ? try integer(arguments[1]) : 1
    func places(_ count: Int) -> Range<Int>? {
      // What is far before the beginning is one before it, so that no sum overflows.
      let start = offset < 0 ? count + max(offset, -count - 1) : offset
      guard start >= 0, start <= count, length >= 0 else { return nil }
      return start..<(start + min(length, count - start))
    }
    if case .array(let items) = input {
      return .array(places(items.count).map { Array(items[$0]) } ?? [])
    }
    let scalars = Array(try context.string(of: input).unicodeScalars)
    guard let places = places(scalars.count) else { return "" }
    return .string(String(String.UnicodeScalarView(scalars[places])))
  }

  private static func truncate(
    _ input: LiquidValue, _ arguments: Arguments, in context: inout Context
  ) throws(LiquidError) -> LiquidValue {
    if input.isNull { return .null }
    let text = try context.string(of: input)
    let length = arguments.count > 0 ? try integer(arguments[0]) : 50
    let ellipsis = arguments.count > 1 ? try context.string(of: arguments[1]) : "..."
    guard text.unicodeScalars.count > length else { return .string(text) }
    let kept = max(0, length.subtractingSaturated(ellipsis.unicodeScalars.count))
    return .string(String(text.unicodeScalars.prefix(kept)) + ellipsis)
  }

  private static func truncateWords(
    _ input: LiquidValue, _ arguments: Arguments, in context: inout Context
  ) throws(LiquidError) -> LiquidValue {
    if input.isNull { return .null }
    let text = try context.string(of: input)
    let limit = max(1, arguments.count > 0 ? try integer(arguments[0]) : 15)
    let ellipsis = arguments.count > 1 ? try context.string(of: arguments[1]) : "..."
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
    let input = try context.string(of: input)
    let text = Array(input.utf8)
    let part = Array(try context.string(of: part).utf8)
    let replacement = Array(try context.string(of: replacement).utf8)
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
    if place == 0 { return .string(input) }
    return .string(String(decoding: result + text[place...], as: UTF8.self))
  }

  private static func replaceOne(
    _ input: LiquidValue, _ part: LiquidValue, with replacement: LiquidValue,
    in context: inout Context, find: (ByteSearch, [UInt8]) -> Int?
  ) throws(LiquidError) -> LiquidValue {
    let input = try context.string(of: input)
    let text = Array(input.utf8)
    let part = Array(try context.string(of: part).utf8)
    guard let place = find(ByteSearch(part), text) else { return .string(input) }
    let replacement = Array(try context.string(of: replacement).utf8)
    let whole = text[..<place] + replacement + text[(place + part.count)...]
    return .string(String(decoding: whole, as: UTF8.self))
  }
}
