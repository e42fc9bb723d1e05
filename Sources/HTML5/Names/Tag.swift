/// The element names that the standard has rules for; in the order of ``KnownNames/list``.
enum Tag: UInt8, CaseIterable {
  /// Any other name.
  case other
  case a, abbr, address, applet, area, article, aside, audio, b, base, basefont, bgsound, big
  case blockquote, body, br, button, caption, center, cite, code, col, colgroup, dd, del, details
  case dialog, dir, div, dl, dt, em, embed, fieldset, figcaption, figure, font, footer, form, frame
  case frameset, h1, h2, h3, h4, h5, h6, head, header, hgroup, hr, html, i, iframe, image, img
  case input, ins, kbd, keygen, label, li, link, listing, main, mark, marquee, math, menu, meta
  case nav, nobr, noembed, noframes, noscript, object, ol, optgroup, option, p, param, picture
  case plaintext, pre, q, rb, rp, rt, rtc, ruby, s, samp, script, search, section, select, small
  case source, span, strike, strong, style, sub, summary, sup, svg, table, tbody, td, template
  case textarea, tfoot, th, thead, time, title, tr, track, tt, u, ul, `var`, video, wbr, xmp
  case mi, mo, mn, ms, mtext, mglyph, malignmark, annotationXML, desc, foreignObject
  case selectedcontent
}

/// What holds of an element wherever it stands.
struct TagTraits: OptionSet {
  let rawValue: UInt16

  /// The standard's category "special".
  static let special = TagTraits(rawValue: 1)
  /// Ends the search for an element "in scope".
  static let scope = TagTraits(rawValue: 2)
  /// Ends the search in list item scope.
  static let listScope = TagTraits(rawValue: 4)
  /// Ends the search in button scope.
  static let buttonScope = TagTraits(rawValue: 8)
  /// Ends the search in table scope, and is a table context.
  static let tableScope = TagTraits(rawValue: 16)
  /// Is closed by "generate implied end tags".
  static let impliedEnd = TagTraits(rawValue: 32)
  /// Is closed by "generate all implied end tags thoroughly".
  static let thoroughlyImpliedEnd = TagTraits(rawValue: 64)
  /// Text in it is fostered by the table.
  static let fostersText = TagTraits(rawValue: 128)
  /// Special, but for `address`, `div` and `p`.
  static let endsItem = TagTraits(rawValue: 256)
  /// May stay open at the end of the body.
  static let heading = TagTraits(rawValue: 512)
  /// Characters and most start tags in it are HTML's.
  static let mathText = TagTraits(rawValue: 1024)
  /// Characters and all start tags in it are HTML's.
  static let htmlIntegration = TagTraits(rawValue: 2048)
}

extension Tag {
  /// The traits of HTML's element of the name.
  var traits: TagTraits {
    switch self {
    case .address, .div: [.special]
    case .p: [.special, .impliedEnd, .thoroughlyImpliedEnd]
    case .applet, .marquee, .object, .select:
      [.special, .endsItem, .scope, .listScope, .buttonScope]
    case .area, .article, .aside, .base, .basefont, .bgsound, .blockquote, .body, .br, .center,
      .col, .details, .dir, .dl, .embed, .fieldset, .figcaption, .figure, .footer, .form,
      .frame, .frameset, .head, .header, .hgroup, .hr, .iframe, .img, .input, .keygen, .link,
      .listing, .main, .menu, .meta, .nav, .noembed, .noframes, .noscript, .param, .plaintext,
      .pre, .script, .search, .section, .source, .style, .summary, .textarea, .title, .track,
      .wbr, .xmp:
      [.special, .endsItem]
    case .h1, .h2, .h3, .h4, .h5, .h6: [.special, .endsItem, .heading]
    case .button: [.special, .endsItem, .buttonScope]
    case .ol, .ul: [.special, .endsItem, .listScope]
    case .dd, .dt, .li: [.special, .endsItem, .impliedEnd, .thoroughlyImpliedEnd]
    case .optgroup, .option, .rb, .rp, .rt, .rtc: [.impliedEnd, .thoroughlyImpliedEnd]
    case .html: [.special, .endsItem, .scope, .listScope, .buttonScope, .tableScope]
    case .table:
      [.special, .endsItem, .scope, .listScope, .buttonScope, .tableScope, .fostersText]
    case .template:
      [.special, .endsItem, .scope, .listScope, .buttonScope, .tableScope]
    case .caption:
      [.special, .endsItem, .scope, .listScope, .buttonScope, .thoroughlyImpliedEnd]
    case .td, .th:
      [.special, .endsItem, .scope, .listScope, .buttonScope, .thoroughlyImpliedEnd]
    case .tbody, .tfoot, .thead, .tr:
      [.special, .endsItem, .thoroughlyImpliedEnd, .fostersText]
    case .colgroup: [.special, .endsItem, .thoroughlyImpliedEnd]
    default: []
    }
  }

  /// The traits of MathML's element of the name.
  var mathTraits: TagTraits {
    switch self {
    case .mi, .mo, .mn, .ms, .mtext:
      [.special, .endsItem, .scope, .listScope, .buttonScope, .mathText]
    case .annotationXML: [.special, .endsItem, .scope, .listScope, .buttonScope]
    default: []
    }
  }

  /// The traits of SVG's element of the name.
  var svgTraits: TagTraits {
    switch self {
    case .foreignObject, .desc, .title:
      [.special, .endsItem, .scope, .listScope, .buttonScope, .htmlIntegration]
    default: []
    }
  }
}
