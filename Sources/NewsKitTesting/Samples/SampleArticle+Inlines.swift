public import NewsModel

extension SampleArticle {
  /// One inline of every kind, with a name for each.
  public static let inlines: [(name: String, inline: Inline)] = [
    ("text", .text("Inlinetext")),
    ("emphasis", .emphasis([.text("Emphasised")])),
    ("strong", .strong([.text("Strongtext"), .emphasis([.text("Strongemphasis")])])),
    ("strikethrough", .strikethrough([.text("Struckout")])),
    ("subscript", .subscript([.text("Subscripted")])),
    ("superscript", .superscript([.text("Superscripted")])),
    ("code", .code("Inline`code` <tag> &amp;")),
    (
      "link",
      .link(
        Link("https://link.example/a_(b)?c=d&e=f", [.text("Linktext")], title: "Link \"title\""))
    ),
    ("autolink", .link(Link("https://auto.example/", [.text("https://auto.example/")]))),
    ("internal link", .link(Link("#sixth", [.text("Internallink")]))),
    (
      "image",
      .image(Image("missing/picture.png", alternative: "Imagealternative", width: 320, height: 200))
    ),
    ("image without alternative", .image(Image("missing/decoration.png"))),
    ("line break", .lineBreak),
    (
      "ruby",
      .ruby(
        Ruby([
          Ruby.Pair(base: [.text("新")], reading: [.text("しん")]),
          Ruby.Pair(base: [.text("聞")], reading: [.text("ぶん")]),
        ]))
    ),
    ("math", .math("a^2 + b^2")),
    ("footnote", .footnote("note")),
    ("span", .span(Span(nil, [.text("Frenchspan")], attributes: Attributes(language: "fr")))),
    ("mark", .span(Span(.mark, [.text("Highlighted")]))),
    ("insertion", .span(Span(.insertion, [.text("Insertedtext")]))),
    ("small", .span(Span(.small, [.text("Smallprint")]))),
    ("keyboard", .span(Span(.keyboard, [.text("Keyboardkey")]))),
    ("sample", .span(Span(.sample, [.text("Sampleoutput")]))),
    ("variable", .span(Span(.variable, [.text("Variablename")]))),
    ("citation", .span(Span(.citation, [.text("Citedwork")]))),
    ("definition", .span(Span(.definition, [.text("Definedhere")]))),
    ("quotation", .span(Span(.quotation, [.text("Quotedinline")]))),
    ("abbreviation", .span(Span(.abbreviation("Long form of it"), [.text("Shortform")]))),
    ("time", .span(Span(.time("2026-03-04"), [.text("Wednesdaytime")]))),
    (
      "right-to-left span",
      .span(
        Span(nil, [.text("مقتبس")], attributes: Attributes(language: "ar", direction: .rightToLeft))
      )
    ),
  ]
}
