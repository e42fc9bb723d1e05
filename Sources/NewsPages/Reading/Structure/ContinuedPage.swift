internal import NewsBlocks
internal import NewsHTML

/// Where an article goes on that is spread over several pages.
///
/// `rel=next` alone does not say so: blogs call the next post that. The address of a next part is that
/// of the page with a number behind it: `/ice?page=2`, `/ice/2`, `/ice_2.html`.
enum ContinuedPage {
  /// The address of the next part, if the page names one.
  ///
  /// - Parameters:
  ///   - own: the page's address.
  ///   - base: what its references are relative to.
  static func next(in tree: HTMLTree, own: String?, base: String?) -> String? {
    for node in tree.nodes.indices where tree.nodes[node].count > 0 {
      switch tree.nodes[node].tag {
      case .link, .a:
        guard let rel = tree.value(.rel, of: node), ClassTokens.contains(rel, "next"),
          let reference = tree.string(.href, of: node).map({ PlainText.collapsed($0) })
        else { continue }
        let address = URLReference.resolved(reference, against: base)
        if let own {
          if isPart(address, of: own) { return address }
        } else if reference.hasPrefix("?"), endsInNumber(reference[...]) {
          return reference
        }
      default: continue
      }
    }
    return nil
  }

  /// Whether an address is another one with a number behind it.
  static func isPart(_ address: String, of own: String) -> Bool {
    let stem = withoutExtension(own.prefix { $0 != "#" })
    let address = withoutExtension(address.prefix { $0 != "#" })
    guard address.count > stem.count, address.hasPrefix(stem) else { return false }
    let rest = address.dropFirst(stem.count)
    guard let first = rest.first, "?&/_-.".contains(first) else { return false }
    return rest.count <= 16 && endsInNumber(rest)
  }

  /// `page=2`, `/2`, `-2`: words of one query or path, and a number from two up.
  private static func endsInNumber(_ text: Substring) -> Bool {
    let digits = text.reversed().prefix { $0.isASCII && $0.isNumber }
    guard (1...3).contains(digits.count), let number = Int(String(digits.reversed())), number > 1
    else { return false }
    return text.dropLast(digits.count).allSatisfy { $0.isLetter || "?&=/_-.".contains($0) }
  }

  /// An address without the end of a file's name or a slash.
  private static func withoutExtension(_ address: Substring) -> Substring {
    for end in ["/", ".html", ".htm", ".shtml", ".php"] where address.hasSuffix(end) {
      return address.dropLast(end.count)
    }
    return address
  }
}
