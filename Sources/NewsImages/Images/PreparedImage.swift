import NewsFiles

/// A picture made fit for a book: of a kind that every reader shows, not too large, harmless.
package struct PreparedImage {
  /// The picture, if it can be shown.
  package private(set) var image: (bytes: [UInt8], type: ImageType)?
  /// What a person should know of it.
  package private(set) var warning: String?

  /// Prepares a picture.
  ///
  /// - Parameters:
  ///   - width: in pixels; wider ones are drawn anew.
  ///   - mostBytes: readers refuse larger files; those are drawn anew, too.
  package init(_ original: [UInt8], name: String, width: Int, mostBytes: Int = 5_000_000) {
    var bytes = original
    guard let type = ImageType(bytes) else {
      warning = "'\(name)' is no picture that is known: its alternative text stands for it"
      return
    }
    if type == .svg {
      if let clean = SVGCleaner.cleaned(bytes) {
        image = (clean, .svg)
      } else {
        warning = "the drawing '\(name)' is not well formed: its alternative text stands for it"
      }
      return
    }
    let size = ImageSize(bytes, type)
    if let size, size.pixels > ImageSize.mostPixels {
      warning =
        "the picture '\(name)' has \(size.width) × \(size.height) pixels, more than the limit of "
        + "\(ImageSize.mostPixels / 1_000_000) million: its alternative text stands for it"
      return
    }
    if type == .png, let harmless = PNGChunks.withoutBombs(bytes) {
      bytes = harmless
      warning = "texts in the picture '\(name)' that are inflated to many megabytes were removed"
    }
    // Very tall ones are taken for charts, which may be read in parts.
    let height = width * 2
    var isShowable = false
    if size == nil, type != .avif {
      warning = "the picture '\(name)' is broken: its alternative text stands for it"
      return
    }
    if let size, type.isCore {
      isShowable = true
      let isFit = size.width <= width && size.height <= height && bytes.count <= mostBytes
      // A moving picture would stand still.
      if isFit && !size.isForPrint || ImageMotion.isMoving(bytes, type) {
        image = (bytes, type)
        if bytes.count > mostBytes {
          warning = "the moving picture '\(name)' is so large that some readers will not show it"
        } else if !ImageEnd.isThere(bytes, type) {
          warning = "the picture '\(name)' is cut short: what there is of it is shown"
        }
        return
      }
    }
    do throws(DrawingProgram.Failure) {
      let pixels = size?.pixels ?? Self.pixelsOfUnknown
      image = try Self.memory.withShare(
        of: bytes.count + pixels * Self.mostBytesOfPixel
      ) { () throws(DrawingProgram.Failure) in
        try Self.drawn(bytes, width: width, height: height, mostBytes: mostBytes)
      }
    } catch {
      if isShowable {
        image = (bytes, type)
        warning = "the picture '\(name)' stays as it is: \(error.reason)"
      } else {
        warning = "the alternative text stands for the picture '\(name)': \(error.reason)"
      }
    }
  }

  /// What all pictures that are drawn at one time may take together.
  private static let memory = MemoryBudget(bytes: 3 << 29)
  /// A decoder's own, GD's, and what it is scaled to.
  private static let mostBytesOfPixel = 10
  private static let pixelsOfUnknown = ImageSize.mostPixels / 4

  /// The picture drawn anew, smaller until it is no larger a file than it may be.
  private static func drawn(
    _ bytes: [UInt8], width: Int, height: Int, mostBytes: Int
  ) throws(DrawingProgram.Failure) -> (bytes: [UInt8], type: ImageType) {
    var (width, height) = (width, height)
    while true {
      let drawn = try DrawingProgram.draw(.image(width: width, height: height), bytes)
      guard let type = ImageType(drawn), type.isCore, let size = ImageSize(drawn, type) else {
        throw DrawingProgram.Failure(reason: "newsconv-draw drew no picture")
      }
      if drawn.count <= mostBytes || size.width < 200 { return (drawn, type) }
      (width, height) = (size.width * 7 / 10, max(1, size.height * 7 / 10))
    }
  }
}
