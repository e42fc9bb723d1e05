internal import CCMarkGFM

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// GitHub-flavoured Markdown through cmark-gfm.
package enum CommonMark {
  /// What of cmark-gfm is switched on.
  package struct Options: Sendable, Hashable {
    /// Tables, `~~struck~~`, bare addresses as links, task lists.
    package var extensions: Set<Extension> = Set(Extension.allCases)
    /// Notes, `[^1]`.
    package var footnotes = true
    /// Straight quotes, `--` and `...` as printers set them.
    package var smart = false
    /// Line ends as line breaks.
    package var hardBreaks = false

    /// GitHub's: all extensions and notes.
    package init() {}
  }

  /// An extension of CommonMark.
  package enum Extension: String, Sendable, CaseIterable {
    /// Tables.
    case table
    /// `~~struck~~`.
    case strikethrough
    /// Bare addresses as links.
    case autolink
    /// `- [x]`.
    case tasklist
  }

  private static let registered: Void = {
    cmark_gfm_core_extensions_ensure_registered()
    SpecialCharacters.settle()
  }()

  /// The HTML of a Markdown text, raw HTML in it as it is; UTF-8 both.
  ///
  /// - Parameter warn: receives what was left as text because it would cost too much, with its line.
  package static func html(
    of text: [UInt8], options: Options = Options(), warn: (String, Int) -> Void = { _, _ in }
  ) -> [UInt8] {
    _ = registered
    let costly = CostlyMarkup(text, looksForTables: options.extensions.contains(.table))
    for warning in costly.warnings { warn(warning.message, warning.line) }
    var flags = CMARK_OPT_UNSAFE | CMARK_OPT_VALIDATE_UTF8
    if options.footnotes { flags |= CMARK_OPT_FOOTNOTES }
    if options.smart { flags |= CMARK_OPT_SMART }
    if options.hardBreaks { flags |= CMARK_OPT_HARDBREAKS }
    return SpecialCharacters.parse(costly.text) { mayStrike in
      guard let parser = Parser(flags: flags) else { return [] }
      for name in Extension.allCases where options.extensions.contains(name) {
        if name == .strikethrough, !mayStrike { continue }
        if name == .table, !costly.hasTables { continue }
        parser.attach(name.rawValue)
      }
      parser.feed(costly.text)
      guard let document = parser.finish() else { return [] }
      if UnclosedElements.mayBe(in: costly.text) {
        for (name, line) in document.settleElements() {
          warn("<\(name)> is never closed and ends where it stands", line)
        }
      }
      return document.html(flags: flags, extensions: parser.extensions)
    }
  }

  /// What a character reference stands for: itself if it is none.
  package static func text(ofReference reference: [UInt8]) -> [UInt8] {
    guard let parser = Parser(flags: 0) else { return reference }
    parser.feed(reference)
    return parser.finish()?.firstText ?? reference
  }

  /// Owner of a parser.
  private struct Parser: ~Copyable {
    private let pointer: OpaquePointer

    init?(flags: Int32) {
      guard let pointer = cmark_parser_new(flags) else { return nil }
      self.pointer = pointer
    }

    deinit { cmark_parser_free(pointer) }

    func attach(_ name: String) {
      if let found = cmark_find_syntax_extension(name) {
        _ = cmark_parser_attach_syntax_extension(pointer, found)
      }
    }

    func feed(_ text: [UInt8]) {
      text.withUnsafeBytes { buffer in
        guard let start = buffer.baseAddress else { return }
        cmark_parser_feed(pointer, start.assumingMemoryBound(to: CChar.self), buffer.count)
      }
    }

    func finish() -> Document? {
      guard let document = cmark_parser_finish(pointer) else { return nil }
      return Document(document)
    }

    /// The extensions in use; the parser owns the list.
    var extensions: UnsafeMutablePointer<cmark_llist>? {
      cmark_parser_get_syntax_extensions(pointer)
    }
  }

  /// Owner of a document.
  private struct Document: ~Copyable {
    private let pointer: OpaquePointer

    init(_ pointer: OpaquePointer) { self.pointer = pointer }

    deinit { cmark_node_free(pointer) }

    /// Settles elements that are never closed; gives their names and lines.
    func settleElements() -> [(name: String, line: Int)] {
      var elements = UnclosedElements()
      elements.settle(pointer)
      return elements.found.reversed()
    }

    func html(flags: Int32, extensions: UnsafeMutablePointer<cmark_llist>?) -> [UInt8] {
      guard let text = cmark_render_html(pointer, flags, extensions) else { return [] }
      defer { free(text) }
      return Array(UnsafeRawBufferPointer(start: text, count: strlen(text)))
    }

    var firstText: [UInt8]? {
      guard let paragraph = cmark_node_first_child(pointer),
        let text = cmark_node_first_child(paragraph),
        let literal = cmark_node_get_literal(text)
      else { return nil }
      return Array(UnsafeRawBufferPointer(start: literal, count: strlen(literal)))
    }
  }
}
