/// A picture made fit for a book: of a kind that every reader shows, not too large, harmless.
struct PreparedImage {
  /// The picture, if it can be shown.
  private(set) var image: (bytes: [UInt8], type: ImageType)?
  /// What a person should know of it.
  private(set) var warning: String?

  /// Readers refuse larger files.
  private static let mostBytes = 5_000_000

  /// Prepares a picture.
  init(_ bytes: [UInt8], name: String, width: Int) {
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
    // Very tall ones are taken for charts, which may be read in parts.
    let height = width * 2
    var isShowable = false
    if type.isCore {
      guard let size = ImageSize(bytes, type) else {
        warning = "the picture '\(name)' is broken: its alternative text stands for it"
        return
      }
      isShowable = true
      let isFit = size.width <= width && size.height <= height && bytes.count <= Self.mostBytes
      // A moving picture would stand still.
      if isFit && !size.isForPrint || ImageMotion.isMoving(bytes, type) {
        image = (bytes, type)
        if !ImageEnd.isThere(bytes, type) {
          warning = "the picture '\(name)' is cut short: what there is of it is shown"
        }
        return
      }
    }
    do throws(DrawingProgram.Failure) {
      let drawn = try DrawingProgram.draw(.image(width: width, height: height), bytes)
      guard let drawnType = ImageType(drawn), drawnType.isCore else {
        throw DrawingProgram.Failure(reason: "newsconv-draw drew no picture")
      }
      image = (drawn, drawnType)
    } catch {
      if isShowable {
        image = (bytes, type)
        warning = "the picture '\(name)' stays as it is: \(error.reason)"
      } else {
        warning = "the alternative text stands for the picture '\(name)': \(error.reason)"
      }
    }
  }
}
