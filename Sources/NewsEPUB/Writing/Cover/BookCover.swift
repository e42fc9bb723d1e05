import NewsImages
import NewsModel
import NewsText

/// The picture in front of a book.
struct BookCover {
  /// The picture, if there is one.
  private(set) var image: (bytes: [UInt8], type: ImageType)?
  /// What a person should know of it.
  private(set) var warning: Diagnostic?

  /// Makes the cover that the options ask for.
  ///
  /// - Throws: ``ConversionError`` for a file that is not there or is no picture.
  init(
    _ plan: BookPlan, _ option: EPUBWriter.Options.Cover, _ device: DeviceProfile?,
    _ environment: WriterEnvironment
  ) throws(ConversionError) {
    switch option {
    case .none: break
    case .automatic: if plan.isDigest { draw(plan, device) }
    case .drawn: draw(plan, device)
    case .file(let path):
      guard let bytes = environment.resources?.bytes(for: path, from: nil) else {
        throw ConversionError(.noInput, "there is no cover to read there", file: path)
      }
      let prepared = PreparedImage(bytes, name: path, profile: Self.profile(device))
      guard let ready = prepared.image else {
        throw ConversionError(
          .badInput,
          "no cover can be made of it: \(prepared.warning?.message ?? "it is no picture")",
          file: path)
      }
      image = ready
      warning = prepared.warning
    }
  }

  /// 1600 by 2560 pixels is what shops and readers ask for.
  private static let size = (width: 1600, height: 2560)

  private static func profile(_ device: DeviceProfile?) -> PictureProfile {
    var profile = device?.pictures ?? PictureProfile(width: size.width)
    profile.width = device?.coverWidth ?? size.width
    profile.height = device?.coverHeight ?? size.height
    profile.chartHeight = profile.height
    // Kobo takes covers up to 3 MB.
    profile.mostBytes = 3_000_000
    profile.mostMovingBytes = 0
    return profile
  }

  private mutating func draw(_ plan: BookPlan, _ device: DeviceProfile?) {
    let description = CoverText(plan)
    do throws(DrawingProgram.Failure) {
      let drawn = try DrawingProgram.draw(
        .cover(
          width: device?.coverWidth ?? Self.size.width,
          height: device?.coverHeight ?? Self.size.height, isGrey: device?.isGrey ?? false),
        Array(description.lines.utf8))
      guard ImageType(drawn) == .png else {
        throw DrawingProgram.Failure(reason: "newsconv-draw drew no picture")
      }
      image = (drawn, .png)
    } catch {
      image = (SVGCover.bytes(description), .svg)
      warning = Diagnostic(
        .warning, .coverPlain, "the cover is a plain one: \(error.reason)")
    }
  }
}
