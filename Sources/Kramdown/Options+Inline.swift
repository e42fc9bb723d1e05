extension Kramdown.Options {
  /// Sets an option by kramdown's name for it, as `{::options}` and Jekyll's configuration do.
  ///
  /// - Parameters:
  ///   - name: kramdown's name, such as `auto_ids`.
  ///   - value: the value as text; lists are separated by commas.
  /// - Returns: whether kramdown has such an option. One that has no effect on HTML, and a value
  ///   that cannot be read, change nothing.
  @discardableResult
  public mutating func set(_ name: String, to value: String) -> Bool {
    switch name {
    case "auto_ids": autoIDs = Self.flag(value)
    case "auto_id_prefix": autoIDPrefix = value
    case "parse_block_html": parseBlockHTML = Self.flag(value)
    case "parse_span_html": parseSpanHTML = Self.flag(value)
    case "hard_wrap": hardWrap = Self.flag(value)
    case "footnote_nr": if let number = Int(value) { firstFootnoteNumber = number }
    case "footnote_prefix": footnotePrefix = value
    case "footnote_backlink": footnoteBacklink = value
    case "footnote_backlink_inline": footnoteBacklinkInline = Self.flag(value)
    case "header_offset": if let number = Int(value) { headerOffset = number }
    case "remove_line_breaks_for_cjk": removeLineBreaksForCJK = Self.flag(value)
    case "toc_levels": setLevels(value)
    case "smart_quotes":
      let names = Self.list(value)
      if names.count == 4 { smartQuotes = names }
    case "entity_output":
      switch Self.symbol(value) {
      case "as_char": entityOutput = .asCharacter
      case "as_input": entityOutput = .asInput
      case "symbolic": entityOutput = .symbolic
      case "numeric": entityOutput = .numeric
      default: break
      }
    case "math_engine":
      let engine = Self.symbol(value)
      mathEngine = engine.isEmpty || engine == "nil" ? .none : .mathjax
    case "gfm_quirks":
      let quirks = Self.list(value).map(Self.symbol)
      blocksEndParagraphs = quirks.contains("paragraph_end")
      typographicSymbols = !quirks.contains("no_auto_typographic")
    case "input":
      input = Self.symbol(value).lowercased() == "gfm" ? .gfm : .kramdown
    case "auto_id_stripping", "transliterated_header_ids", "html_to_native", "link_defs",
      "line_width", "latex_headers", "typographic_symbols", "remove_block_html_tags",
      "remove_span_html_tags", "syntax_highlighter", "syntax_highlighter_opts",
      "math_engine_opts", "list_indent", "template", "forbidden_inline_options":
      break
    default: return false
    }
    return true
  }

  private static func flag(_ value: String) -> Bool {
    let word = value.lowercased().filter { $0 != " " }
    return word != "false" && !value.isEmpty
  }

  private static func symbol(_ value: String) -> String {
    let word = String(value.filter { $0 != " " })
    return word.hasPrefix(":") ? String(word.dropFirst()) : word
  }

  private static func list(_ value: String) -> [String] {
    value.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
  }

  private mutating func setLevels(_ value: String) {
    let bytes = Array(value.utf8)
    if bytes.count == 4, bytes[1] == ".", bytes[2] == ".", bytes[0].isDigit, bytes[3].isDigit {
      let (low, high) = (Int(bytes[0]) - 48, Int(bytes[3]) - 48)
      if low >= 1, high <= 6 { tocLevels = low <= high ? Set(low...high) : [] }
      return
    }
    let levels = Self.list(value).map { Int($0) }
    let known = levels.compactMap { $0 }.filter { (1...6).contains($0) }
    if known.count == levels.count { tocLevels = Set(known) }
  }
}
