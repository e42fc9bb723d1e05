package import NewsImages

/// What a kind of device shows well.
public struct DeviceProfile: Sendable, Hashable {
  /// The name in `--device`.
  public let name: String
  /// The width in pixels that pictures are scaled down to.
  package let imageWidth: Int
  /// The height in pixels that pictures are scaled down to.
  package let imageHeight: Int
  /// The width in pixels of a cover that is drawn, and what one that is given is scaled down to.
  package let coverWidth: Int
  /// The height in pixels of a cover; with its width the form that the device shows whole.
  package let coverHeight: Int
  /// Whether pictures, the cover among them, are greys.
  package let isGrey: Bool
  /// The quality of JPEG, 1 to 100.
  package let quality: Int
  /// The size in bytes above which moving pictures stand still.
  package let mostMovingBytes: Int
  /// The size in bytes above which pictures are drawn smaller.
  package let mostImageBytes: Int
  /// Whether the book is one for Kobo's own reader, to be called `.kepub.epub`.
  package let isKobo: Bool

  /// Amazon's readers, by mail or by cable.
  public static let kindle = DeviceProfile(
    name: "kindle", imageWidth: 1236, imageHeight: 1648, coverWidth: 1600, coverHeight: 2560,
    isGrey: true, quality: 72, mostMovingBytes: 0, mostImageBytes: 1_000_000, isKobo: false)

  /// Kobo's readers, which want marks of their own in the text. Pictures have what is left of a
  /// page within its margins; sixteen greys show no more of them than that quality has.
  public static let kobo = DeviceProfile(
    name: "kobo", imageWidth: 940, imageHeight: 1150, coverWidth: 1200, coverHeight: 1600,
    isGrey: true, quality: 50, mostMovingBytes: 0, mostImageBytes: 500_000, isKobo: true)

  /// Other readers with electronic ink.
  public static let eink = DeviceProfile(
    name: "eink", imageWidth: 940, imageHeight: 1150, coverWidth: 1200, coverHeight: 1600,
    isGrey: true, quality: 50, mostMovingBytes: 0, mostImageBytes: 500_000, isKobo: false)

  /// Tablets.
  public static let tablet = DeviceProfile(
    name: "tablet", imageWidth: 1600, imageHeight: 2400, coverWidth: 1536, coverHeight: 2048,
    isGrey: false, quality: 82, mostMovingBytes: 2_000_000, mostImageBytes: 5_000_000, isKobo: false
  )

  /// Telephones.
  public static let phone = DeviceProfile(
    name: "phone", imageWidth: 1080, imageHeight: 2160, coverWidth: 1080, coverHeight: 1920,
    isGrey: false, quality: 75, mostMovingBytes: 500_000, mostImageBytes: 1_000_000, isKobo: false)

  /// All of them.
  public static let all: [DeviceProfile] = [.kindle, .kobo, .eink, .tablet, .phone]

  /// What its pictures must be like.
  package var pictures: PictureProfile {
    var profile = PictureProfile(width: imageWidth, height: imageHeight)
    profile.isGrey = isGrey
    profile.quality = quality
    profile.mostMovingBytes = mostMovingBytes
    profile.mostBytes = mostImageBytes
    profile.needsBaseline = true
    return profile
  }
}
