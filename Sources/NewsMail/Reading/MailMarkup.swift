internal import NewsBlocks
internal import NewsHTML

/// The HTML of a message, looked through.
struct MailMarkup {
  private let tree: HTMLTree
  /// What its pictures and titles leave out.
  private(set) var excluded: [Bool]
  /// What the text is in.
  let body: Int
  /// The address that its references are relative to.
  let base: String?

  init(_ tree: HTMLTree) {
    self.tree = tree
    body = tree.first(.body) ?? HTMLTree.root
    base = tree.first(.base).flatMap { tree.string(.href, of: $0) }
    excluded = [Bool](repeating: false, count: tree.count)
    for node in body..<tree.end(of: body) {
      switch tree.nodes[node].tag {
      case .img: excluded[node] = isCounter(node)
      case .title, .head: excluded[node] = true
      default:
        // What mailboxes show before a message is opened.
        if tree.value(.class, of: node).map({ ClassTokens.contains($0, "preheader") }) == true,
          isHidden(node)
        {
          excluded[node] = true
        }
      }
    }
  }

  /// Whether a picture is there to be fetched, not to be seen.
  private func isCounter(_ image: Int) -> Bool {
    func size(_ name: HTMLAttributeName) -> Int? {
      tree.string(name, of: image).flatMap { Int($0.prefix { $0.isNumber }) }
    }
    if let width = size(.width), let height = size(.height), width <= 2, height <= 2 { return true }
    let style = (tree.string(.style, of: image) ?? "").lowercased().filter { !$0.isWhitespace }
    let isSmall = { (name: String) in
      ["0", "1px", "0px", "1"].contains { value in
        style.hasPrefix("\(name):\(value);") || style.contains(";\(name):\(value);")
          || style.hasSuffix(";\(name):\(value)") || style == "\(name):\(value)"
      }
    }
    if isSmall("width") && isSmall("height") || style.contains("display:none") { return true }
    if tree.string(.alt, of: image)?.isEmpty == false || size(.width) ?? 0 > 2 { return false }
    let address = (tree.string(.src, of: image) ?? "").lowercased()
    return [
      "/open.", "/open?", "/wf/open", "/track/open", "/pixel", "pixel.gif", "/beacon", "/e/o/",
    ]
    .contains { address.contains($0) }
  }

  private func isHidden(_ node: Int) -> Bool {
    let style = (tree.string(.style, of: node) ?? "").lowercased().filter { !$0.isWhitespace }
    return ["display:none", "max-height:0", "mso-hide:all", "visibility:hidden", "font-size:0"]
      .contains { style.contains($0) }
  }
}
