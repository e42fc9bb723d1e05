/// What an element is: HTML's element names, those of obsolete and common foreign elements among
/// them; everything else is ``unknown``.
package enum HTMLTag: UInt8, Sendable, CaseIterable {
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

  /// The element's name in lower case.
  package var name: String {
    switch self {
    case .ampIframe: "amp-iframe"
    case .ampImg: "amp-img"
    case .ampVideo: "amp-video"
    default: "\(self)"
    }
  }

  /// The tags by name.
  package static let byName: [String: HTMLTag] = {
    var map: [String: HTMLTag] = [:]
    for tag in allCases where tag.rawValue > HTMLTag.unknown.rawValue { map[tag.name] = tag }
    return map
  }()
}
