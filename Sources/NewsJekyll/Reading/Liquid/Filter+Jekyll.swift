import Liquid

extension Filter {
  /// The filters that Jekyll adds to the language, and those of the language that it replaces.
  static let jekyll: [String: Filter] = [jekyllText, jekyllLists, jekyllDates]
    .reduce(into: [:]) { all, some in all.merge(some) { first, _ in first } }

  /// Filters of text and addresses.
  private static let jekyllText: [String: Filter] = [
    "markdownify": Filter { input, _, context throws(LiquidError) in
      guard let site = context.jekyll?.site else { return .string(input.string) }
      let html = site.html(ofMarkdown: Array(input.string.utf8))
      return .string(String(decoding: html, as: UTF8.self))
    },
    "smartify": Filter { input, _, _ throws(LiquidError) in .string(SmartText.make(input.string)) },
    "slugify": Filter(0...1) { input, arguments, _ throws(LiquidError) in
      if input.isNull { return .null }
      let name = arguments[0].isNull ? "default" : arguments[0].text
      guard let mode = Slug.Mode(rawValue: name) else { return .string(input.string.lowercased()) }
      return .string(Slug.make(input.string, mode: mode))
    },
    "xml_escape": Filter { input, _, _ throws(LiquidError) in .string(input.string.escapedForXML) },
    "cgi_escape": Filter.standard["url_encode"] ?? Filter { input, _, _ in input },
    "uri_escape": Filter { input, _, _ throws(LiquidError) in
      .string(SiteAddress.encoded(input.string[...], keeping: "/?#[]"))
    },
    "jsonify": Filter { input, _, _ throws(LiquidError) in .string(JSONText.make(input)) },
    "inspect": Filter { input, _, _ throws(LiquidError) in
      .string(input.inspected.escapedForXML)
    },
    "normalize_whitespace": Filter { input, _, _ throws(LiquidError) in
      .string(
        input.string.utf8.split { $0 <= 0x20 }
          .map { String(decoding: $0, as: UTF8.self) }.joined(separator: " "))
    },
    "number_of_words": Filter(0...1) { input, arguments, _ throws(LiquidError) in
      .int(WordCount.words(in: input.string, mode: arguments[0].text))
    },
    "relative_url": Filter { input, _, context throws(LiquidError) in
      guard let address = address(input), let site = context.jekyll?.site else { return input }
      return .string(SiteAddress.relative(address, in: site))
    },
    "absolute_url": Filter { input, _, context throws(LiquidError) in
      guard let address = address(input), let site = context.jekyll?.site else { return input }
      return .string(SiteAddress.absolute(address, in: site))
    },
    "strip_index": Filter { input, _, _ throws(LiquidError) in
      if input.isNull { return .null }
      let text = input.string
      for ending in ["/index.html", "/index.htm"] where text.hasSuffix(ending) {
        return .string(text.dropLast(ending.count) + "/")
      }
      return .string(text)
    },
    "to_integer": Filter { input, _, _ throws(LiquidError) in
      switch input {
      case .bool(let value): return .int(value ? 1 : 0)
      case .double(let number): return .int(Int(exactly: number.rounded(.towardZero)) ?? 0)
      case .string(let text): return .int(text.leadingInteger)
      case .int: return input
      default: return .int(0)
      }
    },
  ]

  /// The address in a value: text, or that of a page.
  private static func address(_ value: LiquidValue) -> String? {
    switch value {
    case .null: nil
    case .object, .lazy: value["url"].isNull ? value.text : value["url"].text
    default: value.text
    }
  }
}
