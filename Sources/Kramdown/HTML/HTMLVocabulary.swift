internal import NewsBytes

/// What kramdown knows of HTML's elements.
enum HTMLVocabulary {
  /// What the content of an element is where it is Markdown.
  enum ContentModel {
    case block, span, raw
  }

  struct Element {
    var model: ContentModel = .raw
    var isSpan = false
    var isBlock = false
    var isVoid = false
  }

  private static let blockModel =
    """
    address applet article aside blockquote body dd details div dl fieldset figure figcaption footer \
    form header hgroup iframe li main map menu nav noscript object section summary td
    """
  private static let spanModel =
    """
    a abbr acronym b bdo big button cite caption del dfn dt em h1 h2 h3 h4 h5 h6 i ins label legend \
    optgroup p q rb rbc rp rt rtc ruby select small span strong sub sup th tt
    """
  private static let rawModel = "script style math option textarea pre code kbd samp var"
  private static let spanElements =
    """
    a abbr acronym b big bdo br button cite code del dfn em i img input ins kbd label mark option q \
    rb rbc rp rt rtc ruby samp select small span strong sub sup tt u var
    """
  private static let blockElements =
    """
    address article aside applet body blockquote caption col colgroup dd div dl dt fieldset \
    figcaption footer form h1 h2 h3 h4 h5 h6 header hgroup hr html head iframe legend menu li main \
    map nav ol optgroup p pre section summary table tbody td th thead tfoot tr ul
    """
  private static let voidElements =
    "area base br col command embed hr img input keygen link meta param source track wbr"

  /// What is known of each element, as bits.
  private static let elements: WordTable = {
    var table = WordTable(words: 128)
    table.add(rawModel, known)
    table.add(blockModel, known | hasBlocks)
    table.add(spanModel, known | hasSpans)
    table.add(spanElements, known | isSpan)
    table.add(blockElements, known | isBlock)
    table.add(voidElements, known | isVoid)
    return table
  }()

  private static let known: UInt16 = 1
  private static let hasBlocks: UInt16 = 2
  private static let hasSpans: UInt16 = 4
  private static let isSpan: UInt16 = 8
  private static let isBlock: UInt16 = 16
  private static let isVoid: UInt16 = 32

  /// The element of a name in lower case, or nil for one that kramdown does not know. It is read as
  /// raw HTML and, at the start of a block, as block HTML.
  static func element(_ name: [UInt8]) -> Element? {
    let bits = elements[name]
    guard bits != 0 else { return nil }
    return Element(
      model: bits & hasBlocks != 0 ? .block : bits & hasSpans != 0 ? .span : .raw,
      isSpan: bits & isSpan != 0, isBlock: bits & isBlock != 0, isVoid: bits & isVoid != 0)
  }

  /// Whether a tag of this name does not end a paragraph.
  static func staysInParagraph(_ name: [UInt8]) -> Bool {
    let bits = elements[name]
    return bits & isSpan != 0 || bits != 0 && name.equals("script")
  }
}
