/// The mode "in body": end tags.
extension TreeBuilder {
  mutating func endInBody() {
    let tag = tokenizer.token.tag
    switch tag {
    case .a, .b, .big, .code, .em, .font, .i, .nobr, .s, .small, .strike, .strong, .tt, .u:
      endFormatting(tag)
    case .p:
      if place(of: .p, in: .buttonScope) == nil { insertImplied(.p) }
      closeP()
    case .address, .article, .aside, .blockquote, .button, .center, .details, .dialog, .dir, .div,
      .dl, .fieldset, .figcaption, .figure, .footer, .header, .hgroup, .listing, .main, .menu,
      .nav, .ol, .pre, .search, .section, .select, .summary, .ul:
      guard let index = place(of: tag, in: .scope) else { return }
      popThrough(index)
    case .li:
      guard let index = place(of: .li, in: .listScope) else { return }
      popThrough(index)
    case .dd, .dt:
      guard let index = place(of: tag, in: .scope) else { return }
      popThrough(index)
    case .h1, .h2, .h3, .h4, .h5, .h6: endHeading()
    case .body, .html:
      guard hasInScope(.body) else { return }
      mode = .afterBody
      if tag == .html { reprocesses = true }
    case .form: endForm()
    case .applet, .marquee, .object:
      guard let index = place(of: tag, in: .scope) else { return }
      popThrough(index)
      clearFormattingToMarker()
    case .br:
      reconstructFormatting()
      let node = insertImplied(.br)
      pop()
      _ = node
      framesetIsOK = false
    case .template: endTemplate()
    default: endOther(tokenizer.token.name)
    }
  }

  /// An end tag of a formatting element, or what stands for one.
  mutating func endFormatting(_ tag: Tag) {
    if adopt(tag) { endOther(UInt32(tag.rawValue)) }
  }

  /// "Any other end tag".
  mutating func endOther(_ name: UInt32) {
    var index = stack.count - 1
    while index > 0 {
      let element = stack[index]
      if element.namespace == .html, nodes[element.node].name == name {
        popThrough(index)
        return
      }
      if element.traits.contains(.special) { return }
      index -= 1
    }
  }

  private mutating func endHeading() {
    var index = stack.count - 1
    while index >= 0 {
      let element = stack[index]
      if element.traits.contains(.heading), element.namespace == .html { return popThrough(index) }
      if element.traits.contains(.scope) { return }
      index -= 1
    }
  }

  private mutating func endForm() {
    if hasTemplate {
      guard let index = place(of: .form, in: .scope) else { return }
      return popThrough(index)
    }
    let node = form
    form = -1
    guard node >= 0, let index = stackPlace(of: node), !isHidden(index) else { return }
    generateImpliedEndTags()
    // What is open within it stays open.
    if let index = stackPlace(of: node) { removeFromStack(index) }
  }

  /// Whether something above a place on the stack ends the scope.
  private mutating func isHidden(_ index: Int) -> Bool {
    var above = stack.count - 1
    while above > index {
      if stack[above].traits.contains(.scope) { return true }
      above -= 1
    }
    return false
  }
}
