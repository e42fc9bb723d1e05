import Testing

@testable import TeXMath

@Suite struct TeXMathTests {
  private func content(_ tex: String, isDisplay: Bool = false) -> String? {
    guard let math = TeXMath.mathML(tex, isDisplay: isDisplay),
      let start = math.firstIndex(of: ">")
    else { return nil }
    return String(math[math.index(after: start)...].dropLast("</math>".count))
  }

  @Test(arguments: [
    ("x", "<mi>x</mi>"),
    ("3.14", "<mn>3.14</mn>"),
    ("a-b", "<mrow><mi>a</mi><mo>−</mo><mi>b</mi></mrow>"),
    (#"\frac{1}{2}"#, "<mfrac><mn>1</mn><mn>2</mn></mfrac>"),
    (#"\frac12"#, "<mfrac><mn>1</mn><mn>2</mn></mfrac>"),
    ("x_i", "<msub><mi>x</mi><mi>i</mi></msub>"),
    ("x^{2n}", "<msup><mi>x</mi><mrow><mn>2</mn><mi>n</mi></mrow></msup>"),
    ("x_i^2", "<msubsup><mi>x</mi><mi>i</mi><mn>2</mn></msubsup>"),
    (#"\sqrt{x}"#, "<msqrt><mi>x</mi></msqrt>"),
    (#"\sqrt[3]{x}"#, "<mroot><mi>x</mi><mn>3</mn></mroot>"),
    (#"\alpha"#, "<mi>α</mi>"),
    (#"\Gamma"#, "<mi mathvariant=\"normal\">Γ</mi>"),
    (#"\mathbb{R}"#, "<mi>ℝ</mi>"),
    (#"\mathrm{max}"#, "<mi>max</mi>"),
    (#"\text{if } x"#, "<mrow><mtext>if\u{A0}</mtext><mi>x</mi></mrow>"),
    ("a<b", "<mrow><mi>a</mi><mo>&lt;</mo><mi>b</mi></mrow>"),
    (#"\vec{v}"#, "<mover accent=\"true\"><mi>v</mi><mo stretchy=\"false\">→</mo></mover>"),
    (
      #"\left( x \right)"#,
      "<mrow><mo fence=\"true\">(</mo><mi>x</mi><mo fence=\"true\">)</mo></mrow>"
    ),
    (
      #"\begin{pmatrix} a & b \\ c & d \end{pmatrix}"#,
      "<mrow><mo fence=\"true\">(</mo><mtable><mtr><mtd><mi>a</mi></mtd><mtd><mi>b</mi></mtd></mtr>"
        + "<mtr><mtd><mi>c</mi></mtd><mtd><mi>d</mi></mtd></mtr></mtable>"
        + "<mo fence=\"true\">)</mo></mrow>"
    ),
  ])
  func formula(_ tex: String, _ expected: String) {
    #expect(content(tex) == expected)
  }

  @Test func limitsStandBelowOnALineOfTheirOwn() {
    #expect(content(#"\sum_{i}^n i"#, isDisplay: true)?.contains("<munderover>") == true)
    #expect(content(#"\sum_{i}^n i"#)?.contains("<msubsup>") == true)
    #expect(content(#"\int_0^1 x"#, isDisplay: true)?.contains("<msubsup>") == true)
  }

  @Test func alternativeTextIsTheFormula() {
    #expect(
      TeXMath.mathML("a < \"b\"\n+ c", isDisplay: true)?.contains(
        "display=\"block\" alttext=\"a &lt; &quot;b&quot; + c\"") == true)
  }

  /// What is not known is not guessed.
  @Test(arguments: [
    #"\unknowncommand"#, "{", "}", #"\frac{1}"#, #"\left( x"#, "x^", "a^b^c", "x_",
    #"\begin{pmatrix} a"#, #"\begin{pmatrix} a \end{bmatrix}"#, #"\def\x{y}"#, "[" + #"\\["#,
    String(repeating: "{", count: 100) + String(repeating: "}", count: 100),
    String(repeating: #"\sqrt"#, count: 5000), String(repeating: "x", count: 20_001),
  ])
  func leftAsTeX(_ tex: String) {
    #expect(TeXMath.mathML(tex, isDisplay: false) == nil)
  }

  /// Whatever stands in a formula is text in the result.
  @Test(arguments: [
    #"\text{</math><script>}"#, #"<img src=x>"#, #"\operatorname{<b>}"#, "\u{1}\u{7F}x",
    #"\begin{array}{l" onload="x} a \end{array}"#,
  ])
  func nothingEscapes(_ tex: String) {
    guard let math = TeXMath.mathML(tex, isDisplay: false) else { return }
    #expect(!math.contains("<script"))
    #expect(!math.contains("<img"))
    #expect(!math.contains("<b>"))
    #expect(!math.contains("onload=\"x"))
    #expect(!math.unicodeScalars.contains("\u{1}"))
  }
}
