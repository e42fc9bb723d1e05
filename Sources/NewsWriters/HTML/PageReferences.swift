import NewsAddress
import NewsModel

/// Addresses in a page, a fragment or Markdown: as written, but none that a browser would run.
struct PageReferences: ReferenceResolver {
  /// What the article's anchors begin with.
  var idPrefix = ""
  /// Whether every address stays as the article has it.
  var keepsUnsafe = false
  /// What was refused.
  private(set) var refused = RefusedAddresses()

  init(idPrefix: String = "", keepsUnsafe: Bool = false) {
    self.idPrefix = idPrefix
    self.keepsUnsafe = keepsUnsafe
  }

  mutating func link(_ url: String) -> String? {
    guard let address = judged(url, .link) else { return nil }
    if !idPrefix.isEmpty, address.utf8.first == UInt8(ascii: "#") {
      return "#" + idPrefix + address.dropFirst()
    }
    return address
  }

  mutating func media(_ url: String) -> String? { judged(url, .media) }
  mutating func frame(_ url: String) -> String? { judged(url, .frame) }
  mutating func poster(_ url: String) -> String? { judged(url, .picture) }
  mutating func citation(_ url: String) -> String? { judged(url, .citation) }

  mutating func image(_ image: Image) -> ImageReference {
    guard let source = judged(image.source, .picture) else { return .described(link: nil) }
    return .shown(source: source, width: image.width, height: image.height)
  }

  private mutating func judged(_ url: String, _ place: SafeAddress.Place) -> String? {
    if keepsUnsafe { return url }
    if let address = SafeAddress(url, in: place) { return address.text }
    refused.add(url)
    return nil
  }
}

/// The addresses that were refused in an article, by their schemes.
struct RefusedAddresses: Sendable {
  private var counts: [String: Int] = [:]

  mutating func add(_ address: String) {
    let scheme = SafeAddress.scheme(of: address) ?? ""
    // A warning each for thousands of made-up schemes would say no more.
    counts[counts.count < 10 || counts[scheme] != nil ? scheme : "", default: 0] += 1
  }

  /// Warns of them, a message a scheme.
  ///
  /// - Parameter remedy: what keeps them, after a comma.
  func warn(_ diagnostics: inout Diagnostics, remedy: String = "") {
    for (scheme, count) in counts.sorted(by: { $0.key < $1.key }) {
      let name = scheme.isEmpty ? "of other kinds" : "beginning with '\(scheme):'"
      diagnostics.warn(
        Diagnostic.Code("address-refused"),
        "\(count) \(count == 1 ? "address" : "addresses") \(name) left out: not safe to open\(remedy)"
      )
    }
  }
}
