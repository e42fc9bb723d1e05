import NewsImages
import NewsModel
import NewsText

/// The picture in front of a book.
struct BookCover {
  /// The picture, if there is one.
  private(set) var image: (bytes: [UInt8], type: ImageType)?
  /// What a person should know of it.
  private(set) var warning: String?

  /// Makes the cover that the options ask for.
  ///
  /// - Throws: ``ConversionError`` for a file that is not there or is no picture.
  init(
    _ plan: BookPlan, _ option: EPUBWriter.Options.Cover, _ environment: WriterEnvironment
  ) throws(ConversionError) {
    switch option {
    case .none: break
    case .automatic: if plan.isDigest { draw(plan) }
    case .drawn: draw(plan)
    case .file(let path):
      guard let bytes = environment.resources?.bytes(for: path, from: nil) else {
        throw ConversionError(.noInput, "there is no cover to read there", file: path)
      }
      // 1600 by 2560 pixels is what shops and readers ask for; Kobo takes covers up to 3 MB.
      let prepared = PreparedImage(bytes, name: path, width: 1600, mostBytes: 3_000_000)
      guard let ready = prepared.image else {
        throw ConversionError(
          .badInput, "no cover can be made of it: \(prepared.warning ?? "it is no picture")",
          file: path)
      }
      image = ready
      warning = prepared.warning
    }
  }

  private mutating func draw(_ plan: BookPlan) {
    let description = CoverText(plan)
    do throws(DrawingProgram.Failure) {
      let drawn = try DrawingProgram.draw(.cover, Array(description.lines.utf8))
      guard ImageType(drawn) == .png else {
        throw DrawingProgram.Failure(reason: "newsconv-draw drew no picture")
      }
      image = (drawn, .png)
    } catch {
      image = (SVGCover.bytes(description), .svg)
      warning = "the cover is a plain one: \(error.reason)"
    }
  }
}
