internal import NewsBytes
internal import NewsHTML

/// Where the picture of an `img` is, also where a script would have put it there.
struct ImageSource {
  private let tree: HTMLTree

  init(_ tree: HTMLTree) { self.tree = tree }

  /// Attributes that scripts load pictures from, the largest first.
  private static let lazy: [HTMLAttributeName] = [
    .dataHiResSrc, .dataHighResSrc, .dataFullUrl, .dataLargeFile, .dataOrigFile, .dataOriginal,
    .dataSrc, .dataLazySrc, .dataLazy, .dataLazyLoad, .dataLazyload, .dataOriginalSrc,
    .dataActualsrc,
    .dataRealSrc, .dataRawSrc, .dataImg, .dataImgSrc, .dataImgUrl, .dataImage, .dataEcho, .dataOrig,
    .dataUrl,
  ]

  /// The address of the best picture, or `nil` if there is none to be had.
  func address(of image: Int) -> String? {
    let own = text(.src, of: image)
    if let address = lazyAddress(of: image) { return address }
    for name in [HTMLAttributeName.srcset, .dataSrcset, .dataLazySrcset] {
      if let set = text(name, of: image), let best = Self.best(of: set), !isPlaceholder(best) {
        return best
      }
    }
    if let own, !isPlaceholder(own) { return own }
    // The sources of the `picture` around it.
    var parent = tree.parent(of: image)
    for _ in 0..<3 where parent >= 0 && tree.nodes[parent].tag != .picture {
      parent = tree.parent(of: parent)
    }
    if parent >= 0, tree.nodes[parent].tag == .picture {
      for node in parent..<tree.end(of: parent) where tree.nodes[node].tag == .source {
        for name in [HTMLAttributeName.srcset, .dataSrcset] {
          if let set = text(name, of: node), let best = Self.best(of: set), !isPlaceholder(best) {
            return best
          }
        }
      }
    }
    return nil
  }

  private func lazyAddress(of image: Int) -> String? {
    for name in Self.lazy {
      guard let value = text(name, of: image), !isPlaceholder(value), isAddress(value) else {
        continue
      }
      return value
    }
    return nil
  }

  /// The widest or densest picture of a `srcset`, of several the first.
  ///
  /// As the HTML standard parses it: an address goes up to a blank; commas at its end part it from
  /// the next; else descriptors follow up to a comma that is in no bracket.
  static func best(of set: String) -> String? {
    var best: (address: String, size: Double)?
    let bytes = Array(set.utf8)
    var index = 0
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
    while index < bytes.count {
      while index < bytes.count, isBlank(bytes[index]) || bytes[index] == UInt8(ascii: ",") {
        index += 1
      }
      let start = index
      while index < bytes.count, !isBlank(bytes[index]) { index += 1 }
      var end = index
      while end > start, bytes[end - 1] == UInt8(ascii: ",") { end -= 1 }
      guard end > start else { break }
      var size = 1.0
      if end == index {
        let from = index
        var depth = 0
        while index < bytes.count, depth > 0 || bytes[index] != UInt8(ascii: ",") {
          if bytes[index] == UInt8(ascii: "(") { depth += 1 }
          if bytes[index] == UInt8(ascii: ")") { depth -= 1 }
          index += 1
        }
        for descriptor in bytes[from..<index].split(whereSeparator: isBlank) {
          guard let unit = descriptor.last, unit == UInt8(ascii: "w") || unit == UInt8(ascii: "x")
          else { continue }
          let number = Double(String(decoding: descriptor.dropLast(), as: UTF8.self))
          if let number, number.isFinite { size = number }
        }
      }
      if size > best?.size ?? 0 {
        best = (String(decoding: bytes[start..<end], as: UTF8.self), size)
      }
    }
    return best?.address
  }

  /// Whether an address is that of a stand-in: a tiny data URL, a blank picture.
  func isPlaceholder(_ address: String) -> Bool {
    if address.hasPrefix("data:") { return address.utf8.count < 2000 }
    if address == "#" || address.utf8.count == 11 && address.lowercased() == "about:blank" {
      return true
    }
    return address.withBytes { bytes in
      let file = Self.file(of: bytes)
      return Self.placeholders.contains { word in
        guard file.count >= word.utf8CodeUnitCount else { return false }
        for index in 0..<word.utf8CodeUnitCount {
          let byte = file[index]
          let isCapital = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
          if (isCapital ? byte | 0x20 : byte) != word.utf8Start[index] { return false }
        }
        return true
      }
    }
  }

  /// What the names of blank pictures begin with.
  private static let placeholders: [StaticString] = [
    "blank.", "placeholder.", "spacer.", "pixel.", "transparent.", "1x1.", "grey.", "lazy.",
    "loading.", "trans.", "empty.",
  ]

  /// The last part of an address's path.
  private static func file(of bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    let start = bytes.firstIndex { $0 != UInt8(ascii: "?") } ?? bytes.count
    var end = bytes.place(of: UInt8(ascii: "?"), from: start) ?? bytes.count
    while end > start, bytes[end - 1] == UInt8(ascii: "/") { end -= 1 }
    var first = end
    while first > start, bytes[first - 1] != UInt8(ascii: "/") { first -= 1 }
    return UnsafeBufferPointer(rebasing: bytes[first..<end])
  }

  private func isAddress(_ text: String) -> Bool {
    guard !text.contains(" "), !text.hasPrefix("{"), text.utf8.count < 4000 else { return false }
    return text.hasPrefix("http") || text.hasPrefix("/") || text.contains(".")
  }

  private func text(_ name: HTMLAttributeName, of node: Int) -> String? {
    guard let value = tree.string(name, of: node) else { return nil }
    let text = PlainText.trimmed(value)
    return text.isEmpty ? nil : text
  }
}
