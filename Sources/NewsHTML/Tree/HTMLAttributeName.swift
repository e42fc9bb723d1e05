internal import NewsBytes

/// The attributes that something here looks at; everything else is ``other``.
@frozen
public enum HTMLAttributeName: String, Sendable, CaseIterable {
  /// An attribute of another name; ``HTMLTree/name(of:)`` has it.
  case other
  case abbr, align, alt, autoplay, checked, cite, `class`, cols, colspan, content, controls
  case data, datetime, dir, encoding, height, hidden, href, hreflang, id, itemid, itemprop
  case itemref, itemscope, itemtype, label, lang, language, media, name, open, poster
  case property, pubdate, rel, reversed, role, rowspan, sizes, span, src, srcset, start, style
  case summary, target, title, type, value, width, alttext, charset, typeof, code, object
  case dataAlt = "data-alt"
  case dataCaption = "data-caption"
  case dataCfemail = "data-cfemail"
  case dataDate = "data-date"
  case dataEcho = "data-echo"
  case dataHiResSrc = "data-hi-res-src"
  case dataHighResSrc = "data-high-res-src"
  case dataLang = "data-lang"
  case dataLazy = "data-lazy"
  case dataLazyLoad = "data-lazy-load"
  case dataLazySrc = "data-lazy-src"
  case dataLazySrcset = "data-lazy-srcset"
  case dataLazyload = "data-lazyload"
  case dataOrig = "data-orig"
  case dataOrigFile = "data-orig-file"
  case dataOriginal = "data-original"
  case dataOriginalSrc = "data-original-src"
  case dataActualsrc = "data-actualsrc"
  case dataFullUrl = "data-full-url"
  case dataImage = "data-image"
  case dataImg = "data-img"
  case dataLargeFile = "data-large-file"
  case dataImgSrc = "data-img-src"
  case dataImgUrl = "data-img-url"
  case dataRawSrc = "data-raw-src"
  case dataRealSrc = "data-real-src"
  case dataSrc = "data-src"
  case dataSrcset = "data-srcset"
  case dataUrl = "data-url"
  case dataWidth = "data-width"
  case dataHeight = "data-height"
  case httpEquiv = "http-equiv"
  case xmlLang = "xml:lang"
  case ariaHidden = "aria-hidden"
  case ariaLabel = "aria-label"
  case ariaLabelledby = "aria-labelledby"
  case ariaModal = "aria-modal"
  case ariaLevel = "aria-level"
  case dataTestid = "data-testid"
  case dataComponent = "data-component"
  case dataType = "data-type"
  case dataRole = "data-role"
  case dataFootnoteRef = "data-footnote-ref"
  case dataFootnoteBackref = "data-footnote-backref"
  case dataFootnotes = "data-footnotes"
  case epubType = "epub:type"

  /// Compares bytes: what the compiler makes is called through a table from other modules.
  @inlinable @inline(__always)
  public static func == (one: HTMLAttributeName, other: HTMLAttributeName) -> Bool {
    unsafeBitCast(one, to: UInt8.self) == unsafeBitCast(other, to: UInt8.self)
  }

  /// The attribute's name in lower case.
  package var name: String { rawValue }

  /// The attribute of a name, or ``other``.
  static func named(_ name: [UInt8]) -> HTMLAttributeName { names[Int(numbers[name])] }

  private static let names = allCases

  /// The places of the names; ``other`` has none.
  private static let numbers: WordTable = {
    var table = WordTable(words: 110)
    for (place, name) in names.enumerated() where name != .other {
      table.add(name.rawValue, UInt16(place))
    }
    return table
  }()
}
