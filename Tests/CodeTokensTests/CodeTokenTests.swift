import Testing

@testable import CodeTokens

@Suite struct CodeTokenTests {
  private func marked(_ code: String, _ language: String) -> String {
    let bytes = Array(code.utf8)
    var output: [UInt8] = []
    var at = 0
    for token in CodeToken.tokens(of: bytes, language: language) {
      output += bytes[at..<token.range.lowerBound]
      output += "‹\(token.kind.rawValue.prefix(1)):".utf8
      output += bytes[token.range]
      output += "›".utf8
      at = token.range.upperBound
    }
    output += bytes[at...]
    return String(decoding: output, as: UTF8.self)
  }

  @Test(arguments: [
    ("swift", "let x = \"a\" // b", "‹k:let› x = ‹s:\"a\"› ‹c:// b›"),
    ("swift", "\"\"\"\na \"b\"\n\"\"\"", "‹s:\"\"\"\na \"b\"\n\"\"\"›"),
    ("js", "const a = `x\n${b}`;", "‹k:const› a = ‹s:`x\n${b}`›;"),
    (
      "python", "def f(): # c\n  return 'it\\'s'", "‹k:def› f(): ‹c:# c›\n  ‹k:return› ‹s:'it\\'s'›"
    ),
    (
      "rust", "fn f<'a>(x: &'a str) -> char { 'x' }",
      "‹k:fn› f<'a>(x: &'a str) -> char { ‹s:'x'› }"
    ),
    ("scala", "val x = \"a\" // b", "‹k:val› x = ‹s:\"a\"› ‹c:// b›"),
    ("dart", "final x = 'a'; // b", "‹k:final› x = ‹s:'a'›; ‹c:// b›"),
    ("PowerShell", "If ($x) { <# b #> }", "‹k:If› ($x) { ‹c:<# b #>› }"),
    ("vb", "Dim x As String ' it's", "‹k:Dim› x ‹k:As› ‹k:String› ‹c:' it's›"),
    ("matlab", "if a' % b", "‹k:if› a' ‹c:% b›"),
    ("bash", "echo $# # all", "‹k:echo› $# ‹c:# all›"),
    ("sql", "SELECT a FROM b -- c", "‹k:SELECT› a ‹k:FROM› b ‹c:-- c›"),
    ("c", "int x = 0x1F; /* y */", "‹k:int› x = ‹n:0x1F›; ‹c:/* y */›"),
    ("json", "{\"a\": [1, true, null]}", "{‹s:\"a\"›: [‹n:1›, ‹n:true›, ‹n:null›]}"),
    ("html", "<!-- a --><p class=\"b\">don't</p>", "‹c:<!-- a -->›<p class=‹s:\"b\"›>don't</p>"),
    ("lua", "--[[ a\nb ]] x", "‹c:--[[ a\nb ]]› x"),
    ("c", "char *s = \"open", "‹k:char› *s = ‹s:\"open›"),
    ("c", "/* open", "‹c:/* open›"),
    ("unknown", "let x", "let x"),
    ("python", "é = 'ü' + ключ", "é = ‹s:'ü'› + ключ"),
  ])
  func tokens(_ language: String, _ code: String, _ expected: String) {
    #expect(marked(code, language) == expected)
  }

  @Test(arguments: ["\"", "'", "/*", "\\", "\"\\", "#", "", "--[[", "\u{0}"])
  func endsOfTextAreSafe(_ code: String) {
    for language in ["c", "python", "lua", "swift", "bash", "rust", "css"] {
      let tokens = CodeToken.tokens(of: Array(code.utf8), language: language)
      #expect(tokens.allSatisfy { $0.range.upperBound <= code.utf8.count })
    }
  }
}
