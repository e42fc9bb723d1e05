package import NewsModel

/// Judges the addresses of an article and keeps count of those that it refuses.
package struct AddressFilter: Sendable {
  /// Whether every address stays as the article has it.
  package let keepsUnsafe: Bool
  /// What was refused.
  package private(set) var refused = RefusedAddresses()

  package init(keepsUnsafe: Bool = false) { self.keepsUnsafe = keepsUnsafe }

  /// The address to write in a place, or `nil` where it may not stand there.
  package mutating func judged(_ address: String, _ place: SafeAddress.Place) -> String? {
    if keepsUnsafe { return address }
    if let safe = SafeAddress(address, in: place) { return safe.text }
    refuse(address)
    return nil
  }

  /// Counts an address that is left out.
  package mutating func refuse(_ address: String) { refused.add(address) }
}

/// The addresses that were refused in an article, by their schemes.
package struct RefusedAddresses: Sendable {
  private var counts: [String: Int] = [:]

  mutating func add(_ address: String) {
    let scheme = SafeAddress.scheme(of: address) ?? ""
    // A warning each for thousands of made-up schemes would say no more.
    counts[counts.count < 10 || counts[scheme] != nil ? scheme : "", default: 0] += 1
  }

  /// Warns of them, a message a scheme.
  ///
  /// - Parameter remedy: what keeps them, after a comma.
  package func warn(_ diagnostics: inout Diagnostics, remedy: String = "") {
    for (scheme, count) in counts.sorted(by: { $0.key < $1.key }) {
      let name = scheme.isEmpty ? "of other kinds" : "beginning with '\(scheme):'"
      diagnostics.warn(
        .addressRefused,
        "\(count) \(count == 1 ? "address" : "addresses") \(name) left out: not safe to open\(remedy)"
      )
    }
  }
}
