internal import NewsBytes

/// The names of elements and attributes that have the same number in every document.
enum KnownNames {
  /// The names of ``Tag``, in its order.
  static let elements = """
    a abbr address applet area article aside audio b base basefont bgsound big \
    blockquote body br button caption center cite code col colgroup dd del details \
    dialog dir div dl dt em embed fieldset figcaption figure font footer form frame \
    frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe image img \
    input ins kbd keygen label li link listing main mark marquee math menu meta \
    nav nobr noembed noframes noscript object ol optgroup option p param picture \
    plaintext pre q rb rp rt rtc ruby s samp script search section select small \
    source span strike strong style sub summary sup svg table tbody td template \
    textarea tfoot th thead time title tr track tt u ul var video wbr xmp \
    mi mo mn ms mtext mglyph malignmark annotation-xml desc foreignobject \
    selectedcontent
    """

  /// Attributes that most pages have, and those that the standard has rules for.
  static let attributes = """
    action align alt aria-controls aria-expanded aria-hidden aria-label aria-labelledby async \
    autocomplete bgcolor border cellpadding cellspacing charset checked class color cols colspan \
    content crossorigin d data-id data-src data-srcset data-type data-url datetime definitionurl \
    defer dir disabled encoding face fetchpriority fill for frameborder height hidden href hreflang \
    http-equiv id integrity itemid itemprop itemref itemscope itemtype lang language loading media \
    method multiple name nonce onclick onload placeholder points property rel role rows rowspan \
    scope selected size sizes src srcset start stroke stroke-width tabindex target transform type \
    valign value version viewbox width x x1 x2 xmlns y y1 y2 xlink:actuate xlink:arcrole xlink:href \
    xlink:role xlink:show xlink:title xlink:type xml:lang xml:space xmlns:xlink
    """

  /// SVG's elements whose names have capitals.
  static let svgElements = """
    altGlyph altGlyphDef altGlyphItem animateColor animateMotion animateTransform clipPath feBlend \
    feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting \
    feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR \
    feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset fePointLight \
    feSpecularLighting feSpotLight feTile feTurbulence foreignObject glyphRef linearGradient \
    radialGradient textPath
    """

  /// SVG's attributes whose names have capitals.
  static let svgAttributes = """
    attributeName attributeType baseFrequency baseProfile calcMode clipPathUnits diffuseConstant \
    edgeMode filterUnits glyphRef gradientTransform gradientUnits kernelMatrix kernelUnitLength \
    keyPoints keySplines keyTimes lengthAdjust limitingConeAngle markerHeight markerUnits \
    markerWidth maskContentUnits maskUnits numOctaves pathLength patternContentUnits \
    patternTransform patternUnits pointsAtX pointsAtY pointsAtZ preserveAlpha preserveAspectRatio \
    primitiveUnits refX refY repeatCount repeatDur requiredExtensions requiredFeatures \
    specularConstant specularExponent spreadMethod startOffset stdDeviation stitchTiles \
    surfaceScale systemLanguage tableValues targetX targetY textLength viewBox viewTarget \
    xChannelSelector yChannelSelector zoomAndPan
    """

  /// MathML's attribute whose name has a capital.
  static let mathAttributes = "definitionURL"

  /// The attributes that have a namespace in SVG and MathML.
  static let namespaced = """
    xlink:actuate xlink:arcrole xlink:href xlink:role xlink:show xlink:title xlink:type xml:lang \
    xml:space xmlns xmlns:xlink
    """

  /// All of them by number, and what foreign elements make of them. Made once.
  static let table = Table()

  static let color = table.number(of: "color")
  static let encoding = table.number(of: "encoding")
  static let face = table.number(of: "face")
  static let disabled = table.number(of: "disabled")
  static let multiple = table.number(of: "multiple")
  static let selected = table.number(of: "selected")
  static let size = table.number(of: "size")
  static let type = table.number(of: "type")

  struct Table: Sendable {
    /// The names by number; the first is none.
    let names: [[UInt8]]
    /// The number of each name's form in SVG and MathML, for elements and attributes; itself where
    /// they have none.
    private(set) var svgElement: [UInt32] = []
    private(set) var svgAttribute: [UInt32] = []
    private(set) var mathAttribute: [UInt32] = []
    let isNamespaced: [Bool]
    private let numbers: WordTable
    /// A table with these names in it.
    let slots: NameTable.KnownSlots

    /// How many there are, the empty one counted.
    var count: Int { names.count }

    fileprivate func number(of name: String) -> UInt32 { UInt32(numbers[Array(name.utf8)]) }

    fileprivate init() {
      var numbers = WordTable(words: 450)
      var names: [[UInt8]] = [[]]
      names.reserveCapacity(450)
      func add(_ name: UnsafeBufferPointer<UInt8>) -> Int {
        let number = Int(numbers.number(of: name, orNew: UInt16(names.count)))
        if number == names.count { names.append(Array(name)) }
        return number
      }
      func forEach(_ list: String, _ visit: (UnsafeBufferPointer<UInt8>) -> Void) {
        list.withBytes { WordTable.forEachWord(in: $0, visit) }
      }
      for list in [elements, attributes] { forEach(list) { _ = add($0) } }
      func pairs(_ list: String) -> [(lower: Int, name: Int)] {
        var pairs: [(lower: Int, name: Int)] = []
        forEach(list) { name in
          let lower = name.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
          pairs.append((lower.withUnsafeBufferPointer(add), add(name)))
        }
        return pairs
      }
      let elementPairs = pairs(svgElements)
      let attributePairs = pairs(svgAttributes)
      let mathPairs = pairs(mathAttributes)
      let same = (0..<names.count).map { UInt32($0) }
      (svgElement, svgAttribute, mathAttribute) = (same, same, same)
      for pair in elementPairs { svgElement[pair.lower] = UInt32(pair.name) }
      for pair in attributePairs { svgAttribute[pair.lower] = UInt32(pair.name) }
      for pair in mathPairs { mathAttribute[pair.lower] = UInt32(pair.name) }
      var isNamespaced = Array(repeating: false, count: names.count)
      forEach(namespaced) { isNamespaced[Int(numbers[Array($0)])] = true }
      self.isNamespaced = isNamespaced
      self.names = names
      self.numbers = numbers
      slots = NameTable.KnownSlots(for: names)
    }
  }
}

extension Tag {
  /// The tag of a name's number.
  @inline(__always)
  init(name: UInt32) {
    self = Tag(rawValue: UInt8(truncatingIfNeeded: min(name, 255))) ?? .other
  }
}
