package import NewsModel

extension Image {
  /// What stands for it where it is not seen: its alternative text, else its title; none where those
  /// are the name of its file, which says nothing.
  package var words: String? {
    [alternative, title ?? ""].first { !$0.isEmpty && !isFileName($0) }
  }

  private func isFileName(_ text: String) -> Bool {
    if text.utf8.contains(where: { $0 == 0x20 || $0 == 0x0A }) { return false }
    let (stem, suffix) = Self.parts(of: text[...])
    if let suffix, Self.suffixes.contains(suffix.lowercased()) { return true }
    // `bridge` beside `bridge.jpg` is a word; `IMG_2041` is none.
    let file = source.prefix { $0 != "?" && $0 != "#" }.split(separator: "/").last ?? ""
    guard stem == Self.parts(of: file).stem, suffix == nil else { return false }
    return stem.utf8.contains { (0x30...0x39).contains($0) || $0 == UInt8(ascii: "_") }
  }

  private static func parts(of name: Substring) -> (stem: Substring, suffix: Substring?) {
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return (name, nil) }
    return (name[..<dot], name[name.index(after: dot)...])
  }

  private static let suffixes: Set<String> = [
    "jpg", "jpeg", "jpe", "png", "gif", "webp", "svg", "avif", "bmp", "tif", "tiff", "heic", "heif",
    "jp2", "jxl", "ico", "apng",
  ]
}
