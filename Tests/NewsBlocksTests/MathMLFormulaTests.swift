import NewsHTML
import NewsModel
import Testing

@testable import NewsBlocks

/// MathML that has no TeX beside it, as TeX.
struct MathMLFormulaTests {
  @Test(arguments: [
    // What is not as it should be.
    ("<mn>1{\\x}%</mn><mn>1,000.5</mn>", #"1\{\backslash x\}\%1,000.5"#),
    ("<mmultiscripts><mprescripts/></mmultiscripts><mi>x</mi>", "x"),
    ("<mmultiscripts><mprescripts/><mi>a</mi></mmultiscripts>", "a"),
    ("<mmultiscripts><mi>a</mi><mprescripts/></mmultiscripts>", "{}{a}"),
    ("<mmultiscripts></mmultiscripts><mfrac></mfrac>", #"\frac{}{}"#),
    ("<msub></msub><msubsup></msubsup><munderover></munderover><mroot></mroot>", ""),
    ("<mfrac><mi>a</mi></mfrac>", #"\frac{a}{}"#), ("<mover><mi>a</mi></mover>", "a"),
    ("<mfenced separators=''><mi>a</mi><mi>b</mi></mfenced>", #"\left(ab\right)"#),
    (
      "<mfenced separators=';.'><mi>a</mi><mi>b</mi><mi>c</mi><mi>d</mi></mfenced>",
      #"\left(a;b.c.d\right)"#
    ),
    ("<mtable><mtr></mtr><mlabeledtr></mlabeledtr></mtable>", #"\begin{matrix} \\ \end{matrix}"#),
    ("<mi>x</mi>", "x"), ("<mi>x</mi><mo>=</mo><mn>1</mn>", "x=1"),
    ("<mfrac><mn>1</mn><msqrt><mi>x</mi></msqrt></mfrac>", #"\frac{1}{\sqrt{x}}"#),
    ("<mfrac linethickness=0><mi>n</mi><mi>k</mi></mfrac>", #"\binom{n}{k}"#),
    ("<mroot><mi>x</mi><mn>3</mn></mroot>", #"\sqrt[3]{x}"#),
    ("<msub><mi>x</mi><mn>1</mn></msub>", "x_{1}"),
    ("<msup><mrow><mi>a</mi><mi>b</mi></mrow><mn>2</mn></msup>", "{ab}^{2}"),
    ("<msubsup><mi>x</mi><mi>i</mi><mn>2</mn></msubsup>", "x_{i}^{2}"),
    (
      "<munderover><mo>∑</mo><mrow><mi>i</mi><mo>=</mo><mn>1</mn></mrow><mi>n</mi></munderover><mi>i</mi>",
      #"\sum_{i=1}^{n}i"#
    ),
    (
      "<munder><mi>lim</mi><mrow><mi>x</mi><mo>→</mo><mn>0</mn></mrow></munder>",
      #"\lim_{x\rightarrow0}"#
    ),
    ("<mover><mi>v</mi><mo>→</mo></mover>", #"\vec{v}"#),
    ("<mover><mi>x</mi><mi>n</mi></mover>", #"\overset{n}{x}"#),
    ("<munderover><mi>x</mi><mi>a</mi><mi>b</mi></munderover>", #"\underset{a}{\overset{b}{x}}"#),
    ("<mi>α</mi><mi>x</mi><mo>≤</mo><mi>β</mi>", #"\alpha x\leq\beta"#),
    ("<mi>sin</mi><mo>&#x2061;</mo><mi>x</mi><mo>&#x2212;</mo><mi>y</mi>", #"\sin x-y"#),
    ("<mi>speed</mi><mo>·</mo><mtext>50% of it</mtext>", #"\mathrm{speed}\cdot\text{50\% of it}"#),
    (
      #"<mtext>a~b^c\d_e</mtext>"#,
      #"\text{a\textasciitilde{}b\textasciicircum{}c\textbackslash{}d\_e}"#
    ),
    ("<mi>x</mi><mtext>\n  if\n  so </mtext>", #"x\text{ if so }"#),
    ("<mi>x</mi><mtext>\n &nbsp;\n</mtext><mi>y</mi>", #"x\ y"#),
    (
      "<mfenced open='[' close=')'><mi>a</mi><mi>b</mi></mfenced>", #"\left[a,b\right)"#
    ),
    (
      "<mtable><mtr><mtd><mn>1</mn></mtd><mtd><mn>0</mn></mtd></mtr><mtr><mtd><mi>a</mi></mtd></mtr></mtable>",
      #"\begin{matrix} 1 & 0 \\ a \end{matrix}"#
    ),
    (
      "<mmultiscripts><mi>C</mi><mprescripts/><mn>6</mn><mn>12</mn></mmultiscripts>",
      "{}_{6}^{12}{C}"
    ),
    ("<semantics><mi>x</mi><annotation encoding='text/plain'>no</annotation></semantics>", "x"),
    (
      "<semantics><mi>x</mi><annotation encoding='application/x-tex'>{\\displaystyle x^{2}}</annotation></semantics>",
      "x^{2}"
    ),
    (
      "<semantics><mi>x</mi><annotation encoding='application/x-tex'>{\\displaystyle x}+{y}</annotation></semantics>",
      #"{\displaystyle x}+{y}"#
    ),
  ])
  func tex(markup: String, expected: String) throws {
    var diagnostics = Diagnostics()
    let tree = try HTMLTree(
      parsing: Array("<p><math>\(markup)</math></p>".utf8), diagnostics: &diagnostics)
    let math = try #require(tree.first(.math))
    #expect(TeX.formula(of: math, in: tree) == expected)
  }

  @Test("Deep elements give their text")
  func deep() throws {
    var diagnostics = Diagnostics()
    let markup =
      "<math>" + String(repeating: "<mrow>", count: 200) + "<mi>x</mi>"
      + String(repeating: "</mrow>", count: 200) + "</math>"
    let tree = try HTMLTree(parsing: Array(markup.utf8), diagnostics: &diagnostics)
    let math = try #require(tree.first(.math))
    #expect(TeX.formula(of: math, in: tree).contains("x"))
  }
}
