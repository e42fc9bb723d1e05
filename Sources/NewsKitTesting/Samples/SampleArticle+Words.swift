extension SampleArticle {
  /// The words of ``everything``'s body that any format for reading must show: those of running
  /// text, headings, lists, quotes, tables, captions, code and notes.
  public static let words: [String] = [
    "Plainparagraph", "Markedparagraph", "Secondheading", "Sixthheading", "Tightone", "Tighttwo",
    "Looseone", "Loosemore", "Loosetwo", "Numberthree", "Numbernine", "Outeritem", "Inneritem",
    "Taskdone", "Taskopen", "Afterempty", "Definedterm", "Otherterm", "Definitiontext",
    "Definitionmore", "Quotedtext", "Quotedtwice", "codetext", "indented", "unfenced", "Lefthead",
    "Righthead", "Widehead", "Tallcell", "Uppercell", "Lowercell", "Secondbody", "Cellone",
    "Celltwo", "Footleft", "Tablecaption", "Figurepicture", "Figurecaption", "figurecode",
    "Codecaption", "Videotitle", "Detailsummary", "Detailtext", "Divisiontext", "Inlinetext",
    "Emphasised", "Strongtext", "Strongemphasis", "Struckout", "Subscripted", "Superscripted",
    "Linktext", "Internallink", "Imagealternative", "Frenchspan", "Highlighted", "Insertedtext",
    "Smallprint", "Keyboardkey", "Sampleoutput", "Variablename", "Citedwork", "Definedhere",
    "Quotedinline", "Shortform", "Wednesdaytime", "مقتبس", "Footnotetext", "Footnotemore",
  ]
}
