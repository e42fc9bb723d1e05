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

  private static let elements: [[UInt8]: Element] = {
    var table: [[UInt8]: Element] = [:]
    func mark(_ names: String, _ change: (inout Element) -> Void) {
      for name in names.split(separator: " ") {
        change(&table[Array(name.utf8), default: Element()])
      }
    }
    mark(rawModel) { $0.model = .raw }
    mark(blockModel) { $0.model = .block }
    mark(spanModel) { $0.model = .span }
    mark(spanElements) { $0.isSpan = true }
    mark(blockElements) { $0.isBlock = true }
    mark(voidElements) { $0.isVoid = true }
    return table
  }()

  /// The element of a name in lower case, or nil for one that kramdown does not know. It is read as
  /// raw HTML and, at the start of a block, as block HTML.
  static func element(_ name: [UInt8]) -> Element? {
    elements[name]
  }

  /// Whether a tag of this name does not end a paragraph.
  static func staysInParagraph(_ name: [UInt8]) -> Bool {
    if let element = elements[name] { return element.isSpan || name.equals("script") }
    return false
  }
}
