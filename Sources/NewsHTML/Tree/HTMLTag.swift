internal import NewsBytes

/// What an element is: HTML's element names, those of obsolete and common foreign elements among
/// them; everything else is ``unknown``.
///
/// Public, though no product shows it, for only then is its comparison inlined where it is used; so are
/// ``HTMLTree`` and ``HTMLAttributeName``.
@frozen
public enum HTMLTag: UInt8, Sendable, CaseIterable {
  /// The document itself, above its elements.
  case document
  /// A run of text.
  case text
  /// The text of a script or style sheet.
  case rawText
  /// An element of another name.
  case unknown
  case a, abbr, acronym, address, ampIframe, ampImg, ampVideo, applet, area, article, aside, audio
  case b, base, basefont, bdi, bdo, bgsound, big, blink, blockquote, body, br, button, canvas
  case caption, center, cite, code, col, colgroup, command, content, data, datalist, dd, del
  case details, dfn, dialog, dir, div, dl, dt, em, embed, fieldset, figcaption, figure, font
  case footer, form, frame, frameset, h1, h2, h3, h4, h5, h6, head, header, hgroup, hr, html, i
  case iframe, image, img, input, ins, isindex, kbd, keygen, label, legend, li, link, listing
  case main, map, mark, marquee, math, menu, menuitem, meta, meter, multicol, nav, nobr, noembed
  case noframes, noindex, noscript, object, ol, optgroup, option, output, p, param, picture
  case plaintext, portal, pre, progress, q, rb, rbc, rp, rt, rtc, ruby, s, samp, script, search
  case section, select, slot, small, source, spacer, span, strike, strong, style, sub, summary
  case sup, svg, table, tbody, td, template, textarea, tfoot, th, thead, time, title, tr, track
  case tt, u, ul, `var`, video, wbr, xmp, annotation

  /// Compares bytes: what the compiler makes is called through a table from other modules.
  @inlinable @inline(__always)
  public static func == (one: HTMLTag, other: HTMLTag) -> Bool {
    unsafeBitCast(one, to: UInt8.self) == unsafeBitCast(other, to: UInt8.self)
  }

  /// The element's name in lower case.
  package var name: String { Self.names[Int(rawValue)] }

  /// The names in the order of the cases: asking the runtime for them takes longer than a post.
  private static let list = """
    document text rawText unknown a abbr acronym address amp-iframe amp-img amp-video applet \
    area article aside audio b base basefont bdi bdo bgsound big blink blockquote body br button \
    canvas caption center cite code col colgroup command content data datalist dd del details \
    dfn dialog dir div dl dt em embed fieldset figcaption figure font footer form frame frameset \
    h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe image img input ins isindex kbd keygen \
    label legend li link listing main map mark marquee math menu menuitem meta meter multicol \
    nav nobr noembed noframes noindex noscript object ol optgroup option output p param picture \
    plaintext portal pre progress q rb rbc rp rt rtc ruby s samp script search section select \
    slot small source spacer span strike strong style sub summary sup svg table tbody td \
    template textarea tfoot th thead time title tr track tt u ul var video wbr xmp annotation
    """

  private static let names: [String] = list.utf8.split(separator: 0x20).map {
    String(Substring($0))
  }

  /// The tag of an element's name.
  static func named(_ name: [UInt8]) -> HTMLTag {
    let number = numbers[name]
    return number > UInt16(HTMLTag.unknown.rawValue) + 1
      ? HTMLTag(rawValue: UInt8(number - 1)) ?? .unknown : .unknown
  }

  /// The places of the names, counted from one.
  private static let numbers: WordTable = {
    var table = WordTable(words: 160)
    table.add(list, numberedFrom: 1)
    return table
  }()
}
