extension Kramdown {
  /// The options of the dialect, named as kramdown names them in Swift's spelling.
  public struct Options: Sendable, Hashable {
    /// The two parsers that kramdown's `input` chooses between.
    public enum Input: Sendable, Hashable {
      /// `GFM`: fences with backticks, task lists, strikethrough, GitHub's header ids.
      case gfm
      /// `kramdown`: the plain dialect.
      case kramdown
    }

    /// How entities are printed, kramdown's `entity_output`.
    public enum EntityOutput: Sendable, Hashable {
      /// The character itself where HTML allows it.
      case asCharacter
      /// As written in the source.
      case asInput
      /// By name, where the entity has one.
      case symbolic
      /// By number.
      case numeric
    }

    /// How formulas are printed, kramdown's `math_engine`.
    public enum MathEngine: Sendable, Hashable {
      /// Between `\(` and `\)` or `\[` and `\]`.
      case mathjax
      /// The same within an element of class `math`, for who reads the HTML and not for a browser.
      case marked
      /// As an element of class `kdmath` that holds the source.
      case none
    }

    /// The parser: `GFM` in Jekyll.
    public var input: Input = .gfm
    /// Whether a list, header, quote or fence ends a paragraph without a blank line before it
    /// (`gfm_quirks: paragraph_end`).
    public var blocksEndParagraphs = true
    /// Whether `--`, `...`, `<<` and their kin become typographic symbols (off with
    /// `gfm_quirks: no_auto_typographic`).
    public var typographicSymbols = true
    /// Whether every line break of a paragraph is printed as one (`hard_wrap`).
    public var hardWrap = false
    /// Whether headers without an id are given one (`auto_ids`).
    public var autoIDs = true
    /// What generated header ids begin with (`auto_id_prefix`).
    public var autoIDPrefix = ""
    /// Whether the content of block HTML is Markdown unless its `markdown` attribute says otherwise
    /// (`parse_block_html`).
    public var parseBlockHTML = false
    /// Whether the content of span HTML is Markdown (`parse_span_html`).
    public var parseSpanHTML = true
    /// The number of the first footnote (`footnote_nr`).
    public var firstFootnoteNumber = 1
    /// What the ids of footnotes begin with (`footnote_prefix`).
    public var footnotePrefix = ""
    /// The text of the link from a footnote back to its mark (`footnote_backlink`), as HTML; empty
    /// for none.
    public var footnoteBacklink = "&#8617;"
    /// Whether the link back goes into the last paragraph or header of a footnote however deep it
    /// is (`footnote_backlink_inline`).
    public var footnoteBacklinkInline = false
    /// How entities are printed (`entity_output`).
    public var entityOutput: EntityOutput = .asCharacter
    /// The header levels that a table of contents lists (`toc_levels`).
    public var tocLevels: Set<Int> {
      get { Set((1...6).filter(listsHeaders)) }
      set { listedLevels = newValue.reduce(0) { $0 | Self.bit(ofLevel: $1) } }
    }
    /// The same as bits.
    private var listedLevels: UInt8 = 0b111_1110
    /// Left single, right single, left double and right double quote (`smart_quotes`), each an
    /// entity's name or a code point in decimal digits.
    public var smartQuotes = ["lsquo", "rsquo", "ldquo", "rdquo"]
    /// What is added to the level of each header in the output (`header_offset`).
    public var headerOffset = 0
    /// How formulas are printed (`math_engine`).
    public var mathEngine: MathEngine = .mathjax
    /// Whether a line break between two Chinese or Japanese characters is left out
    /// (`remove_line_breaks_for_cjk`).
    public var removeLineBreaksForCJK = false
    /// How deep blocks or spans may be nested; what is deeper is read as text, with a warning.
    public var maximumDepth = 100

    /// Creates kramdown's own defaults with the GFM parser, which are Jekyll's too.
    public init() {}

    /// What Jekyll 4 sets when a site says nothing.
    public static let jekyll = Options()

    /// Whether a table of contents lists headers of a level.
    func listsHeaders(ofLevel level: Int) -> Bool { listedLevels & Self.bit(ofLevel: level) != 0 }

    private static func bit(ofLevel level: Int) -> UInt8 {
      (1...7).contains(level) ? 1 << UInt8(level) : 0
    }
  }
}
