internal import NewsHTML
internal import NewsModel

/// Pictures, players and what stands in for them.
extension BlockWalk {
  mutating func frame(_ node: Int) -> Int {
    let next = tree.end(of: node)
    guard let source = mediaSource(of: node) else { return next }
    flush()
    let declared = attributes(of: node)
    emit(
      .media(
        Media(.embed, source: address(source), title: text(.title, of: node), attributes: declared))
    )
    return next
  }

  /// A stand-in for a player that a script would put there: `<lite-youtube videoid=…>`.
  mutating func player(_ node: Int) -> Int? {
    var name: String?
    for index in tree.attributes(of: node) where tree.attributes[index].name == .other {
      let key = tree.name(at: index)
      if key == "videoid" || key == "data-videoid" {
        name = String(decoding: tree.value(at: index), as: UTF8.self)
      }
    }
    // YouTube's are eleven letters, digits and marks, Vimeo's are numbers.
    guard let name, name.utf8.count <= 16,
      name.utf8.allSatisfy({
        $0 == 0x2D || $0 == 0x5F || ($0 >= 0x30 && $0 <= 0x39)
          || ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A)
      })
    else { return nil }
    let isNumber = name.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
    guard isNumber || name.utf8.count == 11 else { return nil }
    flush()
    emit(
      .media(
        Media(
          .embed,
          source: (isNumber ? "https://vimeo.com/" : "https://www.youtube.com/watch?v=") + name,
          title: text(.title, of: node))))
    return tree.end(of: node)
  }

  mutating func openMedia(_ node: Int) -> Int {
    if tree.nodes[node].tag == .object, text(.type, of: node)?.hasPrefix("image/") == true,
      let source = text(.data, of: node)
    {
      line.append(.image(Image(address(source), alternative: tree.string(of: node))))
      return tree.end(of: node)
    }
    return openFrame(.media, node)
  }

  mutating func image(_ node: Int) -> Int {
    guard let source = imageSource(of: node), !(options.restoresImages && isTracker(node)) else {
      return node + 1
    }
    let width = pixels(.width, of: node)
    let height = pixels(.height, of: node)
    line.append(
      .image(
        Image(
          address(source), alternative: text(.alt, of: node) ?? "", title: text(.title, of: node),
          width: width, height: height, attributes: attributes(of: node))))
    return node + 1
  }

  /// A length in pixels; a share of the page's width is none.
  private func pixels(_ name: HTMLAttributeName, of node: Int) -> Int? {
    guard text(name, of: node)?.utf8.contains(UInt8(ascii: "%")) != true else { return nil }
    return number(name, of: node).flatMap { $0 > 0 ? $0 : nil }
  }

  private func imageSource(of node: Int) -> String? {
    options.restoresImages ? ImageSource(tree).address(of: node) : text(.src, of: node)
  }

  /// The picture in a `noscript` that stands for one that a script would have loaded.
  mutating func fallback(_ node: Int) -> Int {
    let next = tree.end(of: node)
    guard options.restoresImages else { return next }
    // Only where nothing before it showed a picture already.
    let parent = tree.parent(of: node)
    for index in max(parent, node - 64, 0)..<node {
      switch tree.nodes[index].tag {
      case .img, .ampImg: if ImageSource(tree).address(of: index) != nil { return next }
      default: break
      }
    }
    for index in (node + 1)..<max(next, node + 1) {
      let tag = tree.nodes[index].tag
      if tag == .img || tag == .ampImg, !isTracker(index) { _ = image(index) }
    }
    return next
  }

  /// A picture of one point counts readers.
  private func isTracker(_ node: Int) -> Bool {
    number(.width, of: node).map { $0 <= 2 } ?? false
      || number(.height, of: node).map { $0 <= 2 } ?? false
  }
}
