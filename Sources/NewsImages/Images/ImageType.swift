/// Kinds of pictures, recognised by their bytes rather than by their names.
package enum ImageType: Sendable, Hashable {
  case jpeg, png, gif, webp, svg, avif, bmp, tiff

  /// The kind of some bytes, or `nil` if they are no picture that is known.
  package init?(_ bytes: [UInt8]) {
    func has(_ text: String, at offset: Int = 0) -> Bool {
      bytes.count >= offset + text.utf8.count && bytes[offset...].starts(with: text.utf8)
    }
    if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
      self = .jpeg
    } else if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
      self = .png
    } else if has("GIF87a") || has("GIF89a") {
      self = .gif
    } else if has("RIFF"), has("WEBP", at: 8) {
      self = .webp
    } else if has("ftypavif", at: 4) || has("ftypavis", at: 4) {
      self = .avif
    } else if has("BM"), bytes.count > 26, bytes[6...9].allSatisfy({ $0 == 0 }) {
      self = .bmp
    } else if bytes.starts(with: [0x49, 0x49, 0x2A, 0])
      || bytes.starts(with: [0x4D, 0x4D, 0, 0x2A])
    {
      self = .tiff
    } else if Self.isSVG(bytes) {
      self = .svg
    } else {
      return nil
    }
  }

  private static func isSVG(_ bytes: [UInt8]) -> Bool {
    let head = bytes.prefix(4096)
    guard let first = head.first(where: { $0 > 0x20 && $0 != 0xEF && $0 != 0xBB && $0 != 0xBF }),
      first == UInt8(ascii: "<")
    else { return false }
    let mark = Array("<svg".utf8)
    return head.indices.contains { head[$0...].starts(with: mark) }
  }

  /// Internet media type.
  package var mediaType: String {
    switch self {
    case .jpeg: "image/jpeg"
    case .png: "image/png"
    case .gif: "image/gif"
    case .webp: "image/webp"
    case .svg: "image/svg+xml"
    case .avif: "image/avif"
    case .bmp: "image/bmp"
    case .tiff: "image/tiff"
    }
  }

  /// The extension of its files.
  package var fileExtension: String {
    switch self {
    case .jpeg: "jpg"
    case .png: "png"
    case .gif: "gif"
    case .webp: "webp"
    case .svg: "svg"
    case .avif: "avif"
    case .bmp: "bmp"
    case .tiff: "tif"
    }
  }

  /// Whether every reading system must show it (EPUB 3.3, core media types).
  var isCore: Bool {
    switch self {
    case .jpeg, .png, .gif, .webp, .svg: true
    case .avif, .bmp, .tiff: false
    }
  }
}
