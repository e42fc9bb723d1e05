/// The words and marks of a language.
struct CodeSyntax: Sendable {
  var keywords: Set<String> = []
  var values: Set<String> = ["true", "false", "null"]
  var lineComments: [[UInt8]] = []
  /// Marks of remarks at the beginning of a line only.
  var lineStartComments: [[UInt8]] = []
  var blockComments: [(open: [UInt8], close: [UInt8])] = []
  var quotes: [UInt8] = [UInt8(ascii: "\""), UInt8(ascii: "'")]
  /// Marks of texts of several lines.
  var longStrings: [[UInt8]] = []
  var hasEscapes = true
  /// Whether `'` holds a character, not a text.
  var quoteIsCharacter = false
  var ignoresCase = false
  /// Signs that words may hold besides letters and figures.
  var wordSigns: [UInt8] = [UInt8(ascii: "_")]

  func isWordStart(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) || byte >= 0x80
      || wordSigns.contains(byte)
  }

  func isWordByte(_ byte: UInt8) -> Bool {
    isWordStart(byte) || (0x30...0x39).contains(byte)
  }

  /// The syntax of a language by any of its usual names.
  static func named(_ name: String) -> CodeSyntax? {
    let name = name.lowercased()
    return all[aliases[name] ?? name]
  }

  private static let aliases: [String: String] = [
    "js": "javascript", "jsx": "javascript", "mjs": "javascript", "ts": "typescript",
    "tsx": "typescript", "py": "python", "python3": "python", "rb": "ruby", "c++": "cpp",
    "cc": "cpp", "h": "c", "hpp": "cpp", "objective-c": "c", "objc": "c", "cs": "csharp",
    "c#": "csharp", "golang": "go", "rs": "rust", "kt": "kotlin", "sh": "bash", "shell": "bash",
    "zsh": "bash", "console": "bash", "yml": "yaml", "htm": "html", "xhtml": "html",
    "svg": "html", "xml": "html", "liquid": "html", "vue": "html", "scss": "css", "less": "css",
    "sass": "css", "postgresql": "sql", "mysql": "sql", "sqlite": "sql", "make": "bash",
    "makefile": "bash", "dockerfile": "bash", "ini": "toml", "jsonc": "json", "json5": "json",
    "r-lang": "r", "pl": "perl", "hs": "haskell", "ex": "elixir", "exs": "elixir",
    "ps1": "powershell", "pwsh": "powershell", "vb.net": "vb", "vbnet": "vb", "visualbasic": "vb",
    "vba": "vb", "octave": "matlab", "groovy": "java", "gradle": "java", "sbt": "scala",
  ]

  private static let all: [String: CodeSyntax] = [
    "swift": cLike(
      """
      actor any as associatedtype async await borrowing break case catch class consuming continue \
      default defer deinit do else enum extension fallthrough fileprivate final for func get guard \
      if import in indirect infix init inout internal is isolated lazy let mutating nonisolated open \
      operator override package private protocol public repeat required rethrows return self Self \
      set some static struct subscript super switch throw throws try typealias unowned var weak \
      where while
      """, values: "true false nil", longStrings: ["\"\"\""], quotes: "\""),
    "javascript": cLike(javascript, values: "true false null undefined NaN", longStrings: ["`"]),
    "typescript": cLike(
      javascript
        + """
         abstract any as asserts boolean declare enum implements infer interface is keyof module \
        namespace never number object private protected public readonly string type unknown
        """, values: "true false null undefined NaN", longStrings: ["`"]),
    "python": script(
      """
      and as assert async await break case class continue def del elif else except finally for from \
      global if import in is lambda match nonlocal not or pass raise return try while with yield
      """, values: "True False None", longStrings: ["\"\"\"", "'''"]),
    "ruby": script(
      """
      alias and begin break case class def defined do else elsif end ensure for if in module next \
      not or redo rescue retry return self super then undef unless until when while yield require \
      require_relative attr_reader attr_writer attr_accessor include extend private public protected
      """, values: "true false nil"),
    "c": cLike(cWords, isCharacter: true),
    "cpp": cLike(
      cWords
        + """
         alignas auto bool catch class concept consteval constexpr constinit co_await co_return \
        co_yield decltype delete dynamic_cast explicit export final friend mutable namespace new \
        noexcept operator override private protected public reinterpret_cast requires static_assert \
        static_cast template this throw try typename using virtual
        """, values: "true false nullptr NULL", isCharacter: true),
    "csharp": cLike(
      """
      abstract as async await base bool break byte case catch char checked class const continue \
      decimal default delegate do double else enum event explicit extern finally fixed float for \
      foreach get goto if implicit in init int interface internal is lock long namespace new object \
      operator out override params partial private protected public readonly record ref return \
      sbyte sealed set short sizeof static string struct switch this throw try typeof uint ulong \
      unchecked unsafe ushort using var virtual void volatile where while yield
      """, isCharacter: true),
    "java": cLike(
      """
      abstract assert boolean break byte case catch char class const continue default do double else \
      enum extends final finally float for goto if implements import instanceof int interface long \
      native new package permits private protected public record return sealed short static strictfp \
      super switch synchronized this throw throws transient try var void volatile while yield
      """, longStrings: ["\"\"\""], isCharacter: true),
    "kotlin": cLike(
      """
      abstract actual annotation as break by catch class companion const constructor continue \
      crossinline data do else enum expect external final finally for fun get if import in infix \
      init inline inner interface internal is lateinit noinline object open operator out override \
      package private protected public reified return sealed set super suspend tailrec this throw \
      try typealias val var vararg when where while
      """, longStrings: ["\"\"\""], isCharacter: true),
    "go": cLike(
      """
      break case chan const continue default defer else fallthrough for func go goto if import \
      interface map package range return select struct switch type var
      """, values: "true false nil iota", longStrings: ["`"], isCharacter: true),
    "rust": cLike(
      """
      as async await break const continue crate dyn else enum extern fn for if impl in let loop match \
      mod move mut pub ref return self Self static struct super trait type union unsafe use where \
      while
      """, values: "true false None Some Ok Err", isCharacter: true),
    "php": cLike(
      """
      abstract and array as break callable case catch class clone const continue declare default do \
      echo else elseif empty enum extends final finally fn for foreach function global goto if \
      implements include include_once instanceof insteadof interface isset list match namespace new \
      or print private protected public readonly require require_once return static switch throw \
      trait try unset use var while xor yield
      """, extraLineComments: ["#"]),
    "bash": script(
      """
      case do done elif else esac export fi for function if in local readonly return select set shift \
      source then trap unset until while echo cd exit
      """, values: ""),
    "perl": script(
      """
      and cmp die do else elsif eq for foreach given if last local my ne next no not or our package \
      print qw redo require return say sub unless until use when while xor
      """, values: "undef"),
    "r": script(
      "break else for function if in library next repeat require return while",
      values: "TRUE FALSE NULL NA NaN Inf"),
    "sql": sql,
    "html": markup,
    "css": css,
    "json": CodeSyntax(quotes: [UInt8(ascii: "\"")]),
    "yaml": script("", values: "true false null yes no on off"),
    "toml": script("", values: "true false", longStrings: ["\"\"\"", "'''"]),
    "haskell": haskell,
    "scala": cLike(
      """
      abstract case catch class def derives do else end enum export extends extension final finally \
      for forSome given if implicit import inline lazy match new object opaque open override package \
      private protected return sealed super then this throw trait transparent try type using val var \
      while with yield
      """, longStrings: ["\"\"\""], isCharacter: true),
    "dart": cLike(
      """
      abstract as assert async await base bool break case catch class const continue covariant \
      default deferred do double dynamic else enum export extends extension external factory final \
      finally for get hide if implements import in int interface is late library mixin new num on \
      operator part required rethrow return sealed set show static super switch sync this throw try \
      typedef var void when while with yield String
      """, longStrings: ["\"\"\"", "'''"]),
    "powershell": powershell, "vb": visualBasic, "matlab": matlab,
    "lua": lua,
    "elixir": script(
      """
      after alias and case catch cond def defmodule defp defstruct do else end fn for if import in \
      not or quote raise receive require rescue super try unless unquote use when with
      """, values: "true false nil", longStrings: ["\"\"\""]),
  ]

  // MARK: - Families

  private static func words(_ text: String) -> Set<String> {
    Set(text.utf8.split(separator: 0x20).map { String(Substring($0)) })
  }

  private static func marks(_ texts: [String]) -> [[UInt8]] { texts.map { Array($0.utf8) } }

  private static func cLike(
    _ keywords: String, values: String = "true false null NULL", longStrings: [String] = [],
    quotes: String = "\"'", isCharacter: Bool = false, extraLineComments: [String] = []
  ) -> CodeSyntax {
    CodeSyntax(
      keywords: words(keywords), values: words(values),
      lineComments: marks(["//"] + extraLineComments),
      blockComments: [(Array("/*".utf8), Array("*/".utf8))], quotes: Array(quotes.utf8),
      longStrings: marks(longStrings), quoteIsCharacter: isCharacter)
  }

  private static func script(
    _ keywords: String, values: String, longStrings: [String] = []
  ) -> CodeSyntax {
    CodeSyntax(
      keywords: words(keywords), values: words(values), lineComments: marks(["#"]),
      longStrings: marks(longStrings))
  }

  private static let javascript =
    """
    async await break case catch class const continue debugger default delete do else export extends \
    finally for from function get if import in instanceof let new of return set static super switch \
    this throw try typeof var void while with yield
    """

  private static let cWords =
    """
    break case char const continue default do double else enum extern float for goto if inline int \
    long register restrict return short signed sizeof static struct switch typedef union unsigned \
    void volatile while
    """

  private static let sql = CodeSyntax(
    keywords: words(
      """
      add all alter and any as asc begin between by case check column commit constraint create cross \
      database default delete desc distinct drop else end except exists foreign from full function \
      grant group having if in index inner insert intersect into is join key left like limit not \
      offset on or order outer over partition primary procedure references returning right rollback \
      row select set table then to transaction trigger union unique update using values view when \
      where with
      """), values: words("true false null"), lineComments: marks(["--"]),
    blockComments: [(Array("/*".utf8), Array("*/".utf8))], hasEscapes: false, ignoresCase: true)

  private static let markup = CodeSyntax(
    blockComments: [(Array("<!--".utf8), Array("-->".utf8))], hasEscapes: false)

  private static let css = CodeSyntax(
    keywords: words("@media @import @font-face @keyframes @supports @layer !important"),
    values: [], lineStartComments: marks(["//"]),
    blockComments: [(Array("/*".utf8), Array("*/".utf8))],
    wordSigns: Array("_-@!".utf8))

  private static let haskell = CodeSyntax(
    keywords: words(
      """
      case class data default deriving do else foreign if import in infix infixl infixr instance let \
      module newtype of then type where
      """), values: words("True False Nothing"), lineComments: marks(["--"]),
    blockComments: [(Array("{-".utf8), Array("-}".utf8))], quoteIsCharacter: true)

  private static let lua = CodeSyntax(
    keywords: words(
      """
      and break do else elseif end for function goto if in local not or repeat return then until \
      while
      """), values: words("true false nil"), lineComments: marks(["--"]),
    blockComments: [(Array("--[[".utf8), Array("]]".utf8))])

  private static let powershell = CodeSyntax(
    keywords: words(
      """
      begin break catch class continue data do dynamicparam else elseif end enum exit filter finally \
      for foreach function hidden if in param process return static switch throw trap try until \
      using while
      """), values: words("$true $false $null"), lineComments: marks(["#"]),
    blockComments: [(Array("<#".utf8), Array("#>".utf8))], hasEscapes: false, ignoresCase: true,
    wordSigns: Array("_$".utf8))

  /// A single quotation mark begins a remark.
  private static let visualBasic = CodeSyntax(
    keywords: words(
      """
      addhandler and andalso as boolean byref byte byval call case catch class const continue date \
      decimal declare default dim do double each else elseif end enum erase error event exit finally \
      for friend function get goto handles if implements imports in inherits integer interface is \
      isnot let lib like long loop me mod module mustinherit mustoverride mybase namespace new next \
      not object of on operator option optional or orelse overridable overrides paramarray partial \
      private property protected public raiseevent readonly redim resume return select set shadows \
      shared short single static step stop string structure sub then throw to try typeof until using \
      variant wend when while with withevents xor
      """), values: words("true false nothing"), lineComments: marks(["'"]),
    quotes: Array("\"".utf8), hasEscapes: false, ignoresCase: true)

  /// A single quotation mark transposes.
  private static let matlab = CodeSyntax(
    keywords: words(
      """
      break case catch classdef continue else elseif end enumeration events for function global if \
      methods otherwise parfor persistent properties return spmd switch try while
      """), values: words("true false Inf NaN pi"), lineComments: marks(["%"]),
    blockComments: [(Array("%{".utf8), Array("%}".utf8))], quotes: Array("\"".utf8),
    hasEscapes: false)
}
