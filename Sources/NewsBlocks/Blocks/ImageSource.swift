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
  static func best(of set: String) -> String? {
    var best: (address: String, size: Double)?
    // A comma parts candidates only where a blank or a descriptor is before or after it: addresses
    // may hold commas.
    var words = set.split { $0 == " " || $0 == "\n" || $0 == "\t" }.map(String.init)[...]
    while var address = words.popFirst() {
      var size = 1.0
      if address.hasSuffix(",") {
        address.removeLast()
      } else if let descriptor = words.first {
        var number = descriptor
        if number.hasSuffix(",") { number.removeLast() }
        if let unit = number.last, "wxh".contains(unit), let value = Double(number.dropLast()) {
          size = value
          words.removeFirst()
        }
      }
      while address.hasPrefix(",") { address.removeFirst() }
      guard !address.isEmpty else { continue }
      if size > (best?.size ?? 0) { best = (address, size) }
    }
    return best?.address
  }

  /// Whether an address is that of a stand-in: a tiny data URL, a blank picture.
  func isPlaceholder(_ address: String) -> Bool {
    if address.hasPrefix("data:") { return address.utf8.count < 2000 }
    let lower = address.lowercased()
    if lower == "about:blank" || lower == "#" { return true }
    let file = lower.split(separator: "?")[0].split(separator: "/").last ?? ""
    return [
      "blank.", "placeholder.", "spacer.", "pixel.", "transparent.", "1x1.", "grey.", "lazy.",
      "loading.", "trans.", "empty.",
    ]
    .contains { file.hasPrefix($0) }
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
