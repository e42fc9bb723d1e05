/// What a kind of device shows well.
public struct DeviceProfile: Sendable, Hashable {
  /// The name in `--device`.
  public var name: String
  /// The width in pixels that pictures are scaled down to.
  public var imageWidth: Int
  /// The height in pixels that pictures are scaled down to.
  public var imageHeight: Int
  /// Whether pictures lose their colours.
  public var isGrey: Bool
  /// The quality of JPEG, 1 to 100.
  public var quality: Int
  /// Whether moving pictures move; else their first frame is shown.
  public var showsMotion: Bool
  /// The size of a drawn cover, in pixels.
  public var cover: Size
  /// The largest file of a picture, in bytes.
  public var mostImageBytes: Int
  /// Whether it is a book for Kobo's own reader, called `.kepub.epub`.
  public var isKobo: Bool
  /// Whether what a device does not show is left out: colour by night, alternatives of vectors.
  public var needsRaster: Bool

  /// Width and height.
  public struct Size: Sendable, Hashable {
    /// In pixels.
    public var width: Int
    /// In pixels.
    public var height: Int
  }

  /// Any reader: large pictures in colour, moving ones as long as they are small.
  public static let any = DeviceProfile(
    name: "any", imageWidth: 1600, imageHeight: 3200, isGrey: false, quality: 85, showsMotion: true,
    cover: Size(width: 1600, height: 2560), mostImageBytes: 5_000_000, isKobo: false,
    needsRaster: false)

  /// Amazon's readers, by mail or USB: 50 MB at most, no vectors on the cover, no WebP.
  public static let kindle = DeviceProfile(
    name: "kindle", imageWidth: 1236, imageHeight: 1648, isGrey: true, quality: 75,
    showsMotion: false, cover: Size(width: 1600, height: 2560), mostImageBytes: 2_000_000,
    isKobo: false, needsRaster: true)

  /// Kobo's readers: spans for their own software, covers of 3:4.
  public static let kobo = DeviceProfile(
    name: "kobo", imageWidth: 1072, imageHeight: 1448, isGrey: true, quality: 70,
    showsMotion: false, cover: Size(width: 1264, height: 1680), mostImageBytes: 1_000_000,
    isKobo: true, needsRaster: false)

  /// Other readers with electronic ink.
  public static let eink = DeviceProfile(
    name: "eink", imageWidth: 1072, imageHeight: 1448, isGrey: true, quality: 70,
    showsMotion: false, cover: Size(width: 1072, height: 1448), mostImageBytes: 1_000_000,
    isKobo: false, needsRaster: false)

  /// Tablets.
  public static let tablet = DeviceProfile(
    name: "tablet", imageWidth: 1600, imageHeight: 2400, isGrey: false, quality: 82,
    showsMotion: true, cover: Size(width: 1600, height: 2560), mostImageBytes: 5_000_000,
    isKobo: false, needsRaster: false)

  /// Telephones: small files for slow lines.
  public static let phone = DeviceProfile(
    name: "phone", imageWidth: 1080, imageHeight: 2160, isGrey: false, quality: 75,
    showsMotion: true, cover: Size(width: 1080, height: 1920), mostImageBytes: 1_000_000,
    isKobo: false, needsRaster: false)

  /// The profiles that have names.
  public static let all: [DeviceProfile] = [.kindle, .kobo, .eink, .tablet, .phone]

  /// The profile of a name.
  public static func named(_ name: String) -> DeviceProfile? {
    all.first { $0.name == name.lowercased() }
  }
}
