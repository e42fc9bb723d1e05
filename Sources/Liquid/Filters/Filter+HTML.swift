extension Filter {
  /// Filters for HTML.
  static let html: [String: Filter] = [
    "escape": escape,
    "h": escape,
    "escape_once": .text { $0.escapedHTML(keepingReferences: true) },
    "strip_html": .text { $0.withoutHTMLTags() },
  ]

  private static let escape = Filter { input, _, context throws(LiquidError) in
    input.isNull ? .null : .string(try context.string(of: input).escapedHTML())
  }
}
