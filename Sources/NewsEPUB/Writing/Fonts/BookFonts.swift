import NewsModel

/// The fonts of a book, as its user names them: embedded with the glyphs that its text needs.
struct BookFonts {
  /// A font file of the book.
  struct File {
    /// Its name in the book.
    var name: String
    var mediaType: String
    var bytes: [UInt8]
  }

  /// A face that will be in the book.
  private struct Face {
    var path: String
    var index: Int
    var bytes: [UInt8]
    var kind: Kind
    var family: String
    var weight = 400
    var isItalic = false
    var isMonospaced = false
  }

  /// What a font file is, by its first bytes.
  private enum Kind: String {
    case ttf, otf, woff, woff2, collection

    init?(_ bytes: [UInt8]) {
      switch bytes.prefix(4) {
      case [0, 1, 0, 0], [0x74, 0x72, 0x75, 0x65]: self = .ttf
      case [0x4F, 0x54, 0x54, 0x4F]: self = .otf
      case [0x77, 0x4F, 0x46, 0x46]: self = .woff
      case [0x77, 0x4F, 0x46, 0x32]: self = .woff2
      case [0x74, 0x74, 0x63, 0x66]: self = .collection
      default: return nil
      }
    }
  }

  private var faces: [Face] = []
  /// What a person should know of them.
  private(set) var diagnostics = Diagnostics()

  /// Reads the fonts.
  ///
  /// - Parameter paths: files, of collections with the place of the face behind: `Serif.ttc#2`.
  /// - Throws: ``ConversionError`` for a file that is not there or is no font.
  init(_ paths: [String], _ environment: WriterEnvironment) throws(ConversionError) {
    for path in paths { faces.append(try face(path, environment)) }
  }

  private mutating func face(
    _ word: String, _ environment: WriterEnvironment
  ) throws(ConversionError) -> Face {
    var (path, index) = (word, 0)
    if let mark = word.lastIndex(of: "#"), let number = Int(word[word.index(after: mark)...]),
      number >= 0
    {
      (path, index) = (String(word[..<mark]), number)
    }
    guard let bytes = environment.resources?.bytes(for: path, from: nil) else {
      throw ConversionError(.noInput, "there is no font to read there", file: path)
    }
    guard let kind = Kind(bytes) else {
      throw ConversionError(
        .badInput, "is no font: TrueType, OpenType, WOFF and WOFF2 are", file: path)
    }
    var face = Face(
      path: path, index: index, bytes: bytes, kind: kind, family: "\(path)#\(index)")
    if kind == .woff || kind == .woff2 { return face }
    guard FontFace.isSupported else {
      guard kind != .collection else {
        throw ConversionError(
          .software, "a face of a collection is taken by HarfBuzz: install libharfbuzz-subset0",
          file: path)
      }
      return face
    }
    guard let opened = FontFace(bytes, index: index) else {
      throw ConversionError(.badInput, "is a font that cannot be read", file: word)
    }
    if opened.isRestricted {
      diagnostics.warn(
        .fontRestricted, "'\(path)': its makers allow no embedding without their leave (fsType)")
    }
    face.family = opened.family ?? face.family
    face.weight = opened.weight
    face.isItalic = opened.isItalic
    face.isMonospaced = opened.isMonospaced
    return face
  }

  /// Whether there are any.
  var isEmpty: Bool { faces.isEmpty }

  /// What the book's style sheet says of them.
  var style: String {
    if faces.isEmpty { return "" }
    var style = "\n/* Fonts */\n"
    for (number, face) in faces.enumerated() {
      style += """
        @font-face { font-family: "\(name(of: face))"; font-weight: \(face.weight);
          font-style: \(face.isItalic ? "italic" : "normal"); src: url("\(fileName(number))"); }

        """
    }
    style += rule("body", faces.filter { !$0.isMonospaced }, "serif")
    style += rule("code, kbd, samp, pre", faces.filter(\.isMonospaced), "monospace")
    return style
  }

  private func rule(_ selector: String, _ faces: [Face], _ generic: String) -> String {
    if faces.isEmpty { return "" }
    var names: [String] = []
    for name in faces.map(name) where !names.contains(name) { names.append(name) }
    return "\(selector) { font-family: "
      + (names.map { "\"\($0)\"" } + [generic]).joined(separator: ", ") + "; }\n"
  }

  /// A name that no installed font has: the files' own are taken.
  private func name(of face: Face) -> String {
    var families: [String] = []
    for face in faces where !families.contains(face.family) { families.append(face.family) }
    return "Book font \((families.firstIndex(of: face.family) ?? 0) + 1)"
  }

  /// A collection's face is TrueType's or OpenType's; readers go by the bytes.
  private func fileName(_ number: Int) -> String {
    let kind = faces[number].kind
    return "font-\(number + 1).\((kind == .collection ? .otf : kind).rawValue)"
  }

  /// The files, with what the characters of the book need.
  mutating func files(for points: [UInt32]) throws(ConversionError) -> [File] {
    var files: [File] = []
    for (number, face) in faces.enumerated() {
      let name = fileName(number)
      let type = "font/" + (name.split(separator: ".").last ?? "otf")
      files.append(File(name: name, mediaType: type, bytes: try bytes(of: face, points)))
    }
    return files
  }

  private mutating func bytes(
    of face: Face, _ points: [UInt32]
  ) throws(ConversionError) -> [UInt8] {
    if face.kind == .woff || face.kind == .woff2 { return face.bytes }
    guard let opened = FontFace(face.bytes, index: face.index) else {
      diagnostics.warn(
        .fontWhole,
        "'\(face.path)' is in the book whole: HarfBuzz (libharfbuzz-subset0), which takes the part "
          + "that is needed, is not installed")
      return face.bytes
    }
    if opened.isWholeOnly, face.kind != .collection { return face.bytes }
    if let subset = opened.subset(for: points) { return subset }
    guard face.kind != .collection else {
      throw ConversionError(.badInput, "its face cannot be taken out", file: face.path)
    }
    diagnostics.warn(.fontWhole, "'\(face.path)' is in the book whole: no part can be taken of it")
    return face.bytes
  }
}
