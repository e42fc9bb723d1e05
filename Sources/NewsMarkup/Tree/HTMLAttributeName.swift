/// The attributes that something here looks at; everything else is ``other``.
package enum HTMLAttributeName: UInt8, Sendable, CaseIterable {
  /// An attribute of another name; ``HTMLTree/name(of:)`` has it.
  case other
  case abbr, align, alt, autoplay, checked, cite, `class`, cols, colspan, content, controls, data
  case dataAlt, dataCaption, dataCfemail, dataDate, dataEcho, dataHiResSrc, dataHighResSrc
  case dataLang, dataLazy, dataLazyLoad, dataLazySrc, dataLazySrcset, dataLazyload, dataOrig
  case dataOrigFile, dataOriginal, dataOriginalSrc, dataActualsrc, dataFullUrl, dataImage, dataImg
  case dataLargeFile, dataImgSrc, dataImgUrl, dataRawSrc, dataRealSrc, dataSrc, dataSrcset
  case dataUrl, dataWidth, dataHeight, datetime, dir, encoding, height, hidden, href, hreflang
  case httpEquiv, id, itemid, itemprop, itemref, itemscope, itemtype, label, lang, language, media
  case name, open, poster, property, pubdate, rel, reversed, role, rowspan, sizes, span, src
  case srcset, start, style, summary, target, title, type, value, width, xmlLang, alttext, charset
  case ariaHidden, ariaLabel, ariaLabelledby, ariaModal, ariaLevel, dataTestid, dataComponent
  case dataType, dataRole, dataFootnoteRef, dataFootnoteBackref, dataFootnotes, typeof, epubType
  case code, object

  /// The attribute's name in lower case.
  package var name: String {
    switch self {
    case .dataAlt: "data-alt"
    case .dataCaption: "data-caption"
    case .dataCfemail: "data-cfemail"
    case .dataDate: "data-date"
    case .dataEcho: "data-echo"
    case .dataHiResSrc: "data-hi-res-src"
    case .dataHighResSrc: "data-high-res-src"
    case .dataLang: "data-lang"
    case .dataLazy: "data-lazy"
    case .dataLazyLoad: "data-lazy-load"
    case .dataLazySrc: "data-lazy-src"
    case .dataLazySrcset: "data-lazy-srcset"
    case .dataLazyload: "data-lazyload"
    case .dataOrig: "data-orig"
    case .dataOrigFile: "data-orig-file"
    case .dataOriginal: "data-original"
    case .dataOriginalSrc: "data-original-src"
    case .dataActualsrc: "data-actualsrc"
    case .dataFullUrl: "data-full-url"
    case .dataImage: "data-image"
    case .dataImg: "data-img"
    case .dataLargeFile: "data-large-file"
    case .dataImgSrc: "data-img-src"
    case .dataImgUrl: "data-img-url"
    case .dataRawSrc: "data-raw-src"
    case .dataRealSrc: "data-real-src"
    case .dataSrc: "data-src"
    case .dataSrcset: "data-srcset"
    case .dataUrl: "data-url"
    case .dataWidth: "data-width"
    case .dataHeight: "data-height"
    case .httpEquiv: "http-equiv"
    case .xmlLang: "xml:lang"
    case .ariaHidden: "aria-hidden"
    case .ariaLabel: "aria-label"
    case .ariaLabelledby: "aria-labelledby"
    case .ariaModal: "aria-modal"
    case .ariaLevel: "aria-level"
    case .dataTestid: "data-testid"
    case .dataComponent: "data-component"
    case .dataType: "data-type"
    case .dataRole: "data-role"
    case .dataFootnoteRef: "data-footnote-ref"
    case .dataFootnoteBackref: "data-footnote-backref"
    case .dataFootnotes: "data-footnotes"
    case .epubType: "epub:type"
    default: "\(self)"
    }
  }

  /// The attributes by name.
  static let byName: [String: HTMLAttributeName] = {
    var map: [String: HTMLAttributeName] = [:]
    for name in allCases where name != .other { map[name.name] = name }
    return map
  }()
}
