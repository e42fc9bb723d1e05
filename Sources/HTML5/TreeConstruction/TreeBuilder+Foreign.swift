/// SVG and MathML within HTML.
extension TreeBuilder {
  mutating func processForeign() {
    let token = tokenizer.token
    switch token.kind {
    case .null:
      let start = tokenizer.count + tokenizer.decoded.count
      tokenizer.decoded.append("\u{FFFD}" as Unicode.Scalar)
      insertText(Slice(start: UInt32(truncatingIfNeeded: start), count: 3))
    case .text:
      insertToken()
      if framesetIsOK, leadingWhitespace() < token.count { framesetIsOK = false }
    case .comment: insertComment()
    case .doctype, .end: break
    case .startTag: startForeign()
    case .endTag: endForeign()
    }
  }

  private mutating func startForeign() {
    if breaksOut() {
      popForeign()
      return process(in: mode)
    }
    insertForeign(adjustedCurrent.namespace)
  }

  /// Whether the token is a tag that ends SVG or MathML.
  private mutating func breaksOut() -> Bool {
    let token = tokenizer.token
    switch token.tag {
    case .b, .big, .blockquote, .body, .br, .center, .code, .dd, .div, .dl, .dt, .em, .embed, .h1,
      .h2, .h3, .h4, .h5, .h6, .head, .hr, .i, .img, .li, .listing, .menu, .meta, .nobr, .ol, .p,
      .pre, .ruby, .s, .small, .span, .strong, .strike, .sub, .sup, .table, .tt, .u, .ul, .var:
      return true
    case .font:
      for index in Int(token.start)..<Int(token.start + token.count) {
        let name = tokenizer.attributes[index].name
        if name == KnownNames.color || name == KnownNames.face || name == KnownNames.size {
          return true
        }
      }
      return false
    default: return false
    }
  }

  /// Pops to HTML, or to where HTML may stand.
  private mutating func popForeign() {
    while stack.count > 1 {
      let top = current
      if top.namespace == .html || !top.traits.isDisjoint(with: [.mathText, .htmlIntegration]) {
        return
      }
      pop()
    }
  }

  /// Inserts an element of SVG or MathML for the token.
  mutating func insertForeign(_ namespace: HTMLDocument.Namespace) {
    adjustAttributes(namespace)
    let token = tokenizer.token
    let isTooDeep = stack.count >= openLimit
    if isTooDeep { loss.isFlattened = true }
    let node = insertWithoutOpening(namespace: namespace)
    guard !token.isSelfClosing, !isTooDeep else { return }
    push(node)
    markIntegrationPoint(token)
  }

  /// `annotation-xml` may hold HTML where its encoding is HTML's.
  private mutating func markIntegrationPoint(_ token: Token) {
    guard token.tag == .annotationXML, current.namespace == .mathML else { return }
    for index in Int(token.start)..<Int(token.start + token.count) {
      let attribute = tokenizer.attributes[index]
      guard attribute.name == KnownNames.encoding else { continue }
      var value: [UInt8] = []
      for offset in 0..<attribute.count {
        value.append(byte(at: attribute.start + offset).lowercased)
      }
      if value == Array("text/html".utf8) || value == Array("application/xhtml+xml".utf8) {
        stack[stack.count - 1].traits.insert(.htmlIntegration)
      }
    }
  }

  private mutating func adjustAttributes(_ namespace: HTMLDocument.Namespace) {
    let token = tokenizer.token
    let known = KnownNames.table
    for index in Int(token.start)..<Int(token.start + token.count) {
      let name = Int(tokenizer.attributes[index].name)
      guard name < known.count else { continue }
      if known.isNamespaced[name] {
        tokenizer.attributes[index].name |= TagAttribute.namespaced
      } else {
        tokenizer.attributes[index].name =
          namespace == .svg ? known.svgAttribute[name] : known.mathAttribute[name]
      }
    }
  }

  private mutating func endForeign() {
    let token = tokenizer.token
    if token.tag == .br || token.tag == .p {
      popForeign()
      return process(in: mode)
    }
    guard stack.count > 1 else { return }
    var index = stack.count - 1
    while index >= 0 {
      let element = stack[index]
      if element.namespace == .html { return process(in: mode) }
      if nodes[element.node].name == token.name { return popThrough(index) }
      index -= 1
    }
  }
}
