import Liquid

extension Filter {
  /// The filters that Jekyll adds to the language, and those of the language that it replaces.
  static let jekyll: [String: Filter] = [jekyllText, jekyllLists, jekyllDates]
    .reduce(into: [:]) { all, some in all.merge(some) { first, _ in first } }

  /// Filters of text and addresses.
  private static let jekyllText: [String: Filter] = [
    "markdownify": Filter { input, _, context throws(LiquidError) in
      let text = try context.string(of: input)
      guard let site = context.jekyll?.site else { return .string(text) }
      // Markdown takes some hundred nanoseconds a byte.
      try context.count(steps: 200 + text.utf8.count * 4)
      let html = site.html(ofMarkdown: Array(text.utf8))
      return .string(String(decoding: html, as: UTF8.self))
    },
    "smartify": Filter { input, _, context throws(LiquidError) in
      let text = try context.string(of: input)
      try context.count(steps: text.utf8.count)
      return .string(SmartText.make(text))
    },
    "slugify": Filter(0...1) { input, arguments, context throws(LiquidError) in
      if input.isNull { return .null }
      let name = arguments[0].isNull ? "default" : try context.text(of: arguments[0])
      let text = try context.string(of: input)
      try context.count(steps: text.utf8.count)
      guard let mode = Slug.Mode(rawValue: name) else { return .string(text.lowercased()) }
      return .string(Slug.make(text, mode: mode))
    },
    "xml_escape": Filter { input, _, context throws(LiquidError) in
      .string(try context.string(of: input).escapedForXML)
    },
    "cgi_escape": Filter.standard["url_encode"] ?? Filter { input, _, _ in input },
    "uri_escape": Filter { input, _, context throws(LiquidError) in
      .string(SiteAddress.encoded(try context.string(of: input)[...], keeping: "/?#[]"))
    },
    "jsonify": Filter { input, _, context throws(LiquidError) in
      .string(try JSONText.make(input, in: &context))
    },
    "inspect": Filter { input, _, context throws(LiquidError) in
      .string(try context.inspection(of: input).escapedForXML)
    },
    "normalize_whitespace": Filter { input, _, context throws(LiquidError) in
      .string(
        try context.string(of: input).utf8.split { $0 <= 0x20 }
          .map { String(decoding: $0, as: UTF8.self) }.joined(separator: " "))
    },
    "number_of_words": Filter(0...1) { input, arguments, context throws(LiquidError) in
      let text = try context.string(of: input)
      try context.count(steps: text.utf8.count >> 2)
      return .int(WordCount.words(in: text, mode: arguments[0].stringValue ?? ""))
    },
    "relative_url": Filter { input, _, context throws(LiquidError) in
      guard let address = try address(input, &context), let site = context.jekyll?.site else {
        return input
      }
      return .string(SiteAddress.relative(address, in: site))
    },
    "absolute_url": Filter { input, _, context throws(LiquidError) in
      guard let address = try address(input, &context), let site = context.jekyll?.site else {
        return input
      }
      return .string(SiteAddress.absolute(address, in: site))
    },
    "strip_index": Filter { input, _, context throws(LiquidError) in
      if input.isNull { return .null }
      let text = try context.string(of: input)
      for ending in ["/index.html", "/index.htm"] where text.hasSuffix(ending) {
        return .string(text.dropLast(ending.count) + "/")
      }
      return .string(text)
    },
    "to_integer": Filter { input, _, _ throws(LiquidError) in
      switch input {
      case .bool(let value): return .int(value ? 1 : 0)
      case .double(let number): return .int(Int(saturating: number))
      case .string(let text): return .int(text.leadingInteger)
      case .int: return input
      default: return .int(0)
      }
    },
  ]

  /// The address in a value: text, or that of a page.
  private static func address(
    _ value: LiquidValue, _ context: inout Context
  ) throws(LiquidError) -> String? {
    let url = value["url"]
    if value.isNull { return nil }
    let text = try context.text(of: url.isNull ? value : url)
    // It is taken apart character by character.
    try context.count(steps: 16 + text.utf8.count)
    return text
  }
}
