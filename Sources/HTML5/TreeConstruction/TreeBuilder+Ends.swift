/// Templates, framesets, and what follows the body.
extension TreeBuilder {
  mutating func processInTemplate() {
    let token = tokenizer.token
    switch token.kind {
    case .text, .null, .comment, .doctype: processInBody()
    case .startTag:
      switch token.tag {
      case .base, .basefont, .bgsound, .link, .meta, .noframes, .script, .style, .template, .title:
        processInHead()
      case .caption, .colgroup, .tbody, .tfoot, .thead: replaceTemplateMode(.inTable)
      case .col: replaceTemplateMode(.inColumnGroup)
      case .tr: replaceTemplateMode(.inTableBody)
      case .td, .th: replaceTemplateMode(.inRow)
      default: replaceTemplateMode(.inBody)
      }
    case .endTag:
      if token.tag == .template { processInHead() }
    case .end:
      guard hasTemplate else { return }
      popUntil(.template)
      clearFormattingToMarker()
      templateModes.removeLast()
      resetMode()
      reprocesses = true
    }
  }

  private mutating func replaceTemplateMode(_ mode: InsertionMode) {
    templateModes.removeLast()
    templateModes.append(mode)
    reprocess(in: mode)
  }

  mutating func processAfterBody() {
    let token = tokenizer.token
    switch token.kind {
    case .text where leadingWhitespace() == token.count: return processInBody()
    case .comment: return insertComment(in: stack[0].node)
    case .doctype, .end: return
    case .startTag where token.tag == .html: return processInBody()
    case .endTag where token.tag == .html:
      if context == nil { mode = .afterAfterBody }
      return
    default: break
    }
    reprocess(in: .inBody)
  }

  mutating func processAfterAfterBody() {
    let token = tokenizer.token
    switch token.kind {
    case .comment: return insertComment(in: 0)
    case .doctype: return processInBody()
    case .text where leadingWhitespace() == token.count: return processInBody()
    case .startTag where token.tag == .html: return processInBody()
    case .end: return
    default: break
    }
    reprocess(in: .inBody)
  }

  // MARK: - Framesets

  mutating func processInFrameset() {
    let token = tokenizer.token
    switch (token.kind, token.tag) {
    case (.text, _): insertWhitespaceOnly()
    case (.comment, _): insertComment()
    case (.startTag, .html): processInBody()
    case (.startTag, .frameset): insertElement()
    case (.endTag, .frameset):
      guard stack.count > 1 else { return }
      pop()
      if context == nil, !current.isHTML(.frameset) { mode = .afterFrameset }
    case (.startTag, .frame): insertWithoutOpening()
    case (.startTag, .noframes): processInHead()
    default: break
    }
  }

  mutating func processAfterFrameset() {
    let token = tokenizer.token
    switch (token.kind, token.tag) {
    case (.text, _): insertWhitespaceOnly()
    case (.comment, _): insertComment()
    case (.startTag, .html): processInBody()
    case (.endTag, .html): mode = .afterAfterFrameset
    case (.startTag, .noframes): processInHead()
    default: break
    }
  }

  mutating func processAfterAfterFrameset() {
    let token = tokenizer.token
    switch (token.kind, token.tag) {
    case (.comment, _): insertComment(in: 0)
    case (.text, _): insertWhitespaceOnly()
    case (.startTag, .html): processInBody()
    case (.startTag, .noframes): processInHead()
    default: break
    }
  }

  /// Inserts the white space of the token, and nothing else of it.
  private mutating func insertWhitespaceOnly() {
    let token = tokenizer.token
    var start = token.start
    let end = token.start + token.count
    while start < end {
      var stop = start
      while stop < end, byte(at: stop).isWhitespace { stop += 1 }
      if stop > start { insertText(Slice(start: start, count: stop - start)) }
      start = stop
      while start < end, !byte(at: start).isWhitespace { start += 1 }
    }
  }
}
