internal import NewsHTML
internal import NewsModel

/// Drawings that stand in a page as elements: those that show something are pictures, those that stand
/// for a word or a button are passed over.
extension BlockWalk {
  /// Icons are smaller.
  private static let smallestSide = 64

  mutating func drawing(_ node: Int) -> Int {
    let next = max(tree.end(of: node), node + 1)
    // Posts are read as their sites show them, drawings aside: what is written of them has no `svg`.
    guard options.restoresImages, isPicture(node) else { return next }
    let markup = SVGMarkup(node, of: tree)
    let label = text(.ariaLabel, of: node) ?? title(of: node)
    let size = size(of: node)
    line.append(
      .image(
        Image(
          DataAddress.address(of: markup.bytes, mediaType: "image/svg+xml"),
          alternative: label ?? "", width: size?.width, height: size?.height)))
    return next
  }

  /// Whether it is more than an icon: what stands in a figure is, else its size tells.
  private func isPicture(_ node: Int) -> Bool {
    if text(.ariaHidden, of: node) == "true" { return false }
    let size = size(of: node)
    if let size { return min(size.width, size.height) >= Self.smallestSide }
    var parent = tree.parent(of: node)
    while parent > HTMLTree.root {
      switch tree.nodes[parent].tag {
      case .figure: return true
      case .a, .button, .body: return false
      default: parent = tree.parent(of: parent)
      }
    }
    return false
  }

  /// In pixels: what it declares, else what it was drawn in.
  private func size(of node: Int) -> (width: Int, height: Int)? {
    if let width = length(.width, of: node), let height = length(.height, of: node) {
      return (width, height)
    }
    for index in tree.attributes(of: node) where tree.name(at: index) == "viewBox" {
      let numbers = String(decoding: tree.value(at: index), as: UTF8.self)
        .split { $0 == " " || $0 == "," || $0 == "\n" || $0 == "\t" }
        .compactMap { Double($0) }.compactMap { Int(exactly: $0.rounded()) }
      if numbers.count == 4, numbers[2] > 0, numbers[3] > 0 { return (numbers[2], numbers[3]) }
    }
    return nil
  }

  private func length(_ name: HTMLAttributeName, of node: Int) -> Int? {
    guard var value = text(name, of: node)?[...] else { return nil }
    if value.hasSuffix("px") { value = value.dropLast(2) }
    return Double(value).flatMap { Int(exactly: $0.rounded()) }.flatMap { $0 > 0 ? $0 : nil }
  }

  /// The `title` of a drawing, which must be its first child, else its `desc`.
  private func title(of node: Int) -> String? {
    for name in ["title", "desc"] {
      for child in tree.children(of: node) where tree.elementName(of: child) == name {
        let text = tree.string(of: child).split(whereSeparator: \.isWhitespace)
        return text.isEmpty ? nil : text.joined(separator: " ")
      }
    }
    return nil
  }
}
