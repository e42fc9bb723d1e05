package import NewsModel

/// Lines of text that are pictures.
package enum PictureLine {
  /// Whether there is a picture and nothing else on a line, links around pictures aside.
  package static func isPicture(_ content: [Inline]) -> Bool {
    picture(content, depth: 0) == true
  }

  /// `true` for a picture, `nil` for nothing, `false` for anything else.
  private static func picture(_ content: [Inline], depth: Int) -> Bool? {
    var found: Bool?
    for inline in content {
      switch inline {
      case .image: found = true
      case .lineBreak: continue
      case .text(let text):
        if text.utf8.contains(where: { $0 > 0x20 }) { return false }
      case .link(let link) where depth < 4:
        switch picture(link.content, depth: depth + 1) {
        case true?: found = true
        case nil: continue
        case false?: return false
        }
      case .span(let span) where depth < 4:
        switch picture(span.content, depth: depth + 1) {
        case true?: found = true
        case nil: continue
        case false?: return false
        }
      default: return false
      }
    }
    return found
  }

  /// Blocks in which a picture and the emphasised line after it are a figure with its caption, as
  /// Markdown has no other way to write one.
  package static func figures(in blocks: [Block]) -> [Block] {
    var result: [Block] = []
    result.reserveCapacity(blocks.count)
    for block in blocks {
      if let figure = alone(block) {
        result.append(figure)
      } else if let caption = caption(block), let last = result.last,
        case .paragraph(let picture) = last, picture.attributes.isEmpty,
        isPicture(picture.content)
      {
        result[result.count - 1] = .figure(
          Figure([last], caption: [.paragraph(Paragraph(caption))]))
      } else {
        result.append(block)
      }
    }
    return result
  }

  /// Whether a picture stands where ``figures(in:)`` would look at it.
  package static func hasFigures(_ blocks: [Block]) -> Bool { blocks.contains { opens($0) } }

  private static func opens(_ block: Block) -> Bool {
    guard case .paragraph(let paragraph) = block else { return false }
    switch paragraph.content.first {
    case .image?, .link?, .span?: return true
    default: return false
    }
  }

  /// Longer ones are text.
  private static let longestCaption = 400

  /// What an emphasised line says.
  private static func caption(_ block: Block) -> [Inline]? {
    guard case .paragraph(let paragraph) = block, paragraph.attributes.isEmpty,
      paragraph.content.count == 1, case .emphasis(let content)? = paragraph.content.first,
      content.plainText.utf8.count <= longestCaption
    else { return nil }
    return content
  }

  /// A paragraph of a picture, the end of a line, and an emphasised rest.
  private static func alone(_ block: Block) -> Block? {
    guard case .paragraph(let paragraph) = block, paragraph.attributes.isEmpty,
      paragraph.content.count >= 2, case .emphasis(let caption)? = paragraph.content.last,
      caption.plainText.utf8.count <= longestCaption
    else { return nil }
    let head = Array(paragraph.content.dropLast())
    guard isPicture(head) else { return nil }
    switch head.last {
    // A soft end of a line is a blank by now, and between Chinese characters nothing.
    case .lineBreak?, .image?, .link?, .span?: break
    case .text(let text)? where !text.utf8.contains(where: { $0 > 0x20 }): break
    default: return nil
    }
    let picture = head.filter { inline in
      switch inline {
      case .lineBreak, .text: false
      default: true
      }
    }
    return .figure(
      Figure([.paragraph(Paragraph(picture))], caption: [.paragraph(Paragraph(caption))]))
  }
}
