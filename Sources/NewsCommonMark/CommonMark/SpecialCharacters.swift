internal import CCMarkGFM
internal import Synchronization

/// The characters at which cmark-gfm asks its extensions, kept from changing under a parser's feet.
///
/// cmark-gfm has one table of them for the whole process. Every parser adds its extensions'
/// characters when it begins with the text in the blocks and takes them away when it has done,
/// while parsers of other threads are still at work: those then miss a `~~` or an address now and
/// then. So those of addresses are added once and for all, and the extension is told that it has
/// none to take away; where it is not in use it is not asked, and they are text as before. Tildes
/// change how emphasis is read, so texts that have some are parsed one at a time.
enum SpecialCharacters {
  /// Held while a text with a tilde is parsed.
  private static let tildes = Mutex(())

  /// Adds the characters of addresses; once, before the first parser is made.
  static func settle() {
    guard let extended = cmark_find_syntax_extension("autolink"),
      let parser = cmark_parser_new(0)
    else { return }
    cmark_parser_attach_syntax_extension(parser, extended)
    cmark_manage_extensions_special_characters(parser, 1)
    cmark_syntax_extension_set_special_inline_chars(extended, nil)
    cmark_parser_free(parser)
  }

  /// Parses a text while the table is as its parser wants it.
  ///
  /// - Parameter html: parses, told whether the text may be struck: without a tilde it is not, and
  ///   a parser that strikes would take the tilde from those that need it.
  static func parse(_ text: [UInt8], _ html: (_ mayStrike: Bool) -> [UInt8]) -> [UInt8] {
    guard text.contains(UInt8(ascii: "~")) else { return html(false) }
    return tildes.withLock { _ in html(true) }
  }
}
