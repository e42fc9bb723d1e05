import NewsFiles
package import NewsModel

/// A picture made fit for a book: of a kind that every reader shows, not too large, harmless.
package struct PreparedImage {
  /// The picture, if it can be shown.
  package private(set) var image: (bytes: [UInt8], type: ImageType)?
  /// What a person should know of it.
  package private(set) var warning: Diagnostic?

  /// Prepares a picture.
  ///
  /// What is not as the profile wants it is drawn anew.
  package init(_ original: [UInt8], name: String, profile: PictureProfile) {
    var bytes = original
    guard let type = ImageType(bytes) else {
      warning = Diagnostic(
        .warning, .pictureDropped,
        "'\(name)' is no picture that is known: its alternative text stands for it")
      return
    }
    if type == .svg {
      do throws(SVGCleaner.Failure) {
        image = (try SVGCleaner.cleaned(bytes), .svg)
      } catch {
        warning = Diagnostic(
          .warning, .pictureDropped,
          "the drawing '\(name)' \(error.words): its alternative text stands for it")
      }
      return
    }
    let size = ImageSize(bytes, type)
    if let size, size.pixels > ImageSize.mostPixels {
      warning = Diagnostic(
        .warning, .pictureDropped,
        "the picture '\(name)' has \(size.width) × \(size.height) pixels, more than the limit of "
          + "\(ImageSize.mostPixels / 1_000_000) million: its alternative text stands for it")
      return
    }
    if type == .png, let harmless = PNGChunks.withoutBombs(bytes) {
      bytes = harmless
      warning = Diagnostic(
        .warning, .pictureDamaged,
        "texts in the picture '\(name)' that are inflated to many megabytes were removed")
    }
    if type == .webp, ImageMotion.isMoving(bytes, type),
      let frame = WebPFirstFrame.bytes(of: bytes)
    {
      bytes = frame
      warning = Diagnostic(
        .warning, .pictureDamaged,
        "the moving picture '\(name)' stands still: few readers show WebP that moves")
    }
    let mostBytes = profile.mostBytes
    var isShowable = false
    if size == nil, type != .avif {
      warning = Diagnostic(
        .warning, .pictureDropped,
        "the picture '\(name)' is broken: its alternative text stands for it")
      return
    }
    if let size, type.isCore {
      isShowable = true
      // Kindles and older readers have no WebP.
      let isFit =
        type != .webp && !profile.isGrey && size.width <= profile.width
        && size.height <= profile.height(for: size) && bytes.count <= mostBytes
        && !Self.isHeavy(bytes, type, size)
        && !(profile.needsBaseline && size.isProgressive)
      // A moving picture that is drawn anew stands still.
      let isMoving = ImageMotion.isMoving(bytes, type)
      let moves = isMoving && bytes.count <= profile.mostMovingBytes
      if isMoving, !moves {
        warning = Diagnostic(
          .warning, .pictureDamaged,
          "the moving picture '\(name)' stands still: it has \(bytes.count >> 10) KB")
      }
      if isFit && !size.isForPrint && !isMoving || moves {
        image = (bytes, type)
        if !ImageEnd.isThere(bytes, type) {
          warning = Diagnostic(
            .warning, .pictureDamaged,
            "the picture '\(name)' is cut short: what there is of it is shown")
        }
        return
      }
    }
    do throws(DrawingProgram.Failure) {
      let pixels = size?.pixels ?? Self.pixelsOfUnknown
      image = try Self.memory.withShare(
        of: bytes.count + pixels * Self.mostBytesOfPixel
      ) { () throws(DrawingProgram.Failure) in
        try Self.drawn(bytes, profile, size)
      }
      // Drawn smaller, few colours become many: what was there is the smaller file and shows more.
      if isShowable, let size, let drawn = image?.bytes, drawn.count >= bytes.count,
        bytes.count <= mostBytes, Self.staysShowable(bytes, type, size, profile)
      {
        image = (bytes, type)
      }
    } catch {
      if isShowable {
        image = (bytes, type)
        warning = Diagnostic(
          .warning, .pictureDamaged,
          "the picture '\(name)' stays as it is: \(error.reason)")
      } else {
        warning = Diagnostic(
          .warning, .pictureDropped,
          "the alternative text stands for the picture '\(name)': \(error.reason)")
      }
    }
  }

  /// Whether a photograph has more bytes than a page shows the use of.
  private static func isHeavy(_ bytes: [UInt8], _ type: ImageType, _ size: ImageSize) -> Bool {
    type == .jpeg && bytes.count > 150_000 && bytes.count * 4 > size.pixels
  }

  /// Whether readers show a picture as it is, although it was to be drawn anew.
  private static func staysShowable(
    _ bytes: [UInt8], _ type: ImageType, _ size: ImageSize, _ profile: PictureProfile
  ) -> Bool {
    type != .webp && !profile.isGrey && !size.isForPrint && !ImageMotion.isMoving(bytes, type)
      && !(profile.needsBaseline && size.isProgressive) && ImageEnd.isThere(bytes, type)
      && size.width <= profile.width * 2 && size.height <= profile.height(for: size) * 2
  }

  /// What all pictures that are drawn at one time may take together.
  private static let memory = MemoryBudget(bytes: 3 << 29)
  /// A decoder's own, GD's, and what it is scaled to.
  private static let mostBytesOfPixel = 10
  private static let pixelsOfUnknown = ImageSize.mostPixels / 4

  /// The picture drawn anew, smaller until it is no larger a file than it may be.
  private static func drawn(
    _ bytes: [UInt8], _ profile: PictureProfile, _ size: ImageSize?
  ) throws(DrawingProgram.Failure) -> (bytes: [UInt8], type: ImageType) {
    var (width, height) = (profile.width, profile.height(for: size))
    while true {
      let drawn = try DrawingProgram.draw(
        .image(
          width: width, height: height, isGrey: profile.isGrey, quality: profile.quality), bytes)
      guard let type = ImageType(drawn), type.isCore, let size = ImageSize(drawn, type) else {
        throw DrawingProgram.Failure(reason: "newsconv-draw drew no picture")
      }
      if drawn.count <= profile.mostBytes || size.width < 200 { return (drawn, type) }
      (width, height) = (size.width * 7 / 10, max(1, size.height * 7 / 10))
    }
  }
}
