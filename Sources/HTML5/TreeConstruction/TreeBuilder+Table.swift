/// The modes of tables.
extension TreeBuilder {
  mutating func processInTable() {
    let token = tokenizer.token
    switch token.kind {
    case .text where takesTableText:
      return tableText.append(Slice(start: token.start, count: token.count))
    case .null where takesTableText: return
    case .comment: return insertComment()
    case .doctype: return
    case .startTag:
      switch token.tag {
      case .caption:
        clearStack(to: [.table])
        insertMarker()
        insertElement()
        mode = .inCaption
        return
      case .colgroup:
        clearStack(to: [.table])
        insertElement()
        mode = .inColumnGroup
        return
      case .col:
        clearStack(to: [.table])
        insertImplied(.colgroup)
        return reprocess(in: .inColumnGroup)
      case .tbody, .tfoot, .thead:
        clearStack(to: [.table])
        insertElement()
        mode = .inTableBody
        return
      case .td, .th, .tr:
        clearStack(to: [.table])
        insertImplied(.tbody)
        return reprocess(in: .inTableBody)
      case .table:
        guard hasInTableScope(.table) else { return }
        popUntil(.table)
        resetMode()
        reprocesses = true
        return
      case .style, .script, .template: return processInHead()
      case .input where isHiddenInput():
        insertWithoutOpening()
        return
      case .form:
        guard !hasTemplate, form < 0 else { return }
        form = insertWithoutOpening()
        return
      default: break
      }
    case .endTag:
      switch token.tag {
      case .table:
        guard hasInTableScope(.table) else { return }
        popUntil(.table)
        return resetMode()
      case .body, .caption, .col, .colgroup, .html, .tbody, .td, .tfoot, .th, .thead, .tr: return
      case .template: return processInHead()
      default: break
      }
    case .end: return processInBody()
    default: break
    }
    processFostered()
  }

  /// By the rules of the body, with what is inserted put before the table.
  private mutating func processFostered() {
    fostersParents = true
    processInBody()
    fostersParents = false
  }

  private var takesTableText: Bool {
    mutating get {
      let top = current
      return top.namespace == .html && (top.traits.contains(.fostersText) || top.tag == .template)
    }
  }

  /// Puts the characters that were found in a table where they belong: white space stays.
  mutating func flushTableText() {
    let token = tokenizer.token
    var isBlank = true
    for index in 0..<tableText.count {
      let piece = tableText[index]
      for offset in 0..<piece.count where !byte(at: piece.start + offset).isWhitespace {
        isBlank = false
        break
      }
      if !isBlank { break }
    }
    for index in 0..<tableText.count {
      let piece = tableText[index]
      tokenizer.token.kind = .text
      tokenizer.token.start = piece.start
      tokenizer.token.count = piece.count
      tokenizer.token.position = min(piece.start, token.position)
      if isBlank { insertToken() } else { processFostered() }
    }
    tableText.truncate(to: 0)
    tokenizer.token = token
  }

  mutating func processInCaption() {
    let token = tokenizer.token
    switch (token.kind, token.tag) {
    case (.endTag, .caption): _ = endCaption()
    case (.startTag, .caption), (.startTag, .col), (.startTag, .colgroup), (.startTag, .tbody),
      (.startTag, .td), (.startTag, .tfoot), (.startTag, .th), (.startTag, .thead),
      (.startTag, .tr), (.endTag, .table):
      if endCaption() { reprocesses = true }
    case (.endTag, .body), (.endTag, .col), (.endTag, .colgroup), (.endTag, .html),
      (.endTag, .tbody), (.endTag, .td), (.endTag, .tfoot), (.endTag, .th), (.endTag, .thead),
      (.endTag, .tr):
      return
    default: processInBody()
    }
  }

  private mutating func endCaption() -> Bool {
    guard hasInTableScope(.caption) else { return false }
    generateImpliedEndTags()
    popUntil(.caption)
    clearFormattingToMarker()
    mode = .inTable
    return true
  }

  mutating func processInColumnGroup() {
    let token = tokenizer.token
    switch token.kind {
    case .text:
      guard insertLeadingWhitespace() else { return }
    case .comment: return insertComment()
    case .doctype: return
    case .startTag:
      switch token.tag {
      case .html: return processInBody()
      case .col:
        insertWithoutOpening()
        return
      case .template: return processInHead()
      default: break
      }
    case .endTag:
      switch token.tag {
      case .colgroup:
        guard current.isHTML(.colgroup) else { return }
        pop()
        mode = .inTable
        return
      case .col: return
      case .template: return processInHead()
      default: break
      }
    case .end: return processInBody()
    case .null: break
    }
    guard current.isHTML(.colgroup) else { return }
    pop()
    reprocess(in: .inTable)
  }

  mutating func processInTableBody() {
    let token = tokenizer.token
    switch (token.kind, token.tag) {
    case (.startTag, .tr):
      clearStack(to: [.tbody, .tfoot, .thead])
      insertElement()
      mode = .inRow
    case (.startTag, .th), (.startTag, .td):
      clearStack(to: [.tbody, .tfoot, .thead])
      insertImplied(.tr)
      reprocess(in: .inRow)
    case (.endTag, .tbody), (.endTag, .tfoot), (.endTag, .thead):
      guard hasInTableScope(token.tag) else { return }
      endTableBody()
    case (.startTag, .caption), (.startTag, .col), (.startTag, .colgroup), (.startTag, .tbody),
      (.startTag, .tfoot), (.startTag, .thead), (.endTag, .table):
      guard hasInTableScope(.tbody) || hasInTableScope(.thead) || hasInTableScope(.tfoot) else {
        return
      }
      endTableBody()
      reprocesses = true
    case (.endTag, .body), (.endTag, .caption), (.endTag, .col), (.endTag, .colgroup),
      (.endTag, .html), (.endTag, .td), (.endTag, .th), (.endTag, .tr):
      return
    default: processInTable()
    }
  }

  private mutating func endTableBody() {
    clearStack(to: [.tbody, .tfoot, .thead])
    pop()
    mode = .inTable
  }

  mutating func processInRow() {
    let token = tokenizer.token
    switch (token.kind, token.tag) {
    case (.startTag, .th), (.startTag, .td):
      clearStack(to: [.tr])
      insertElement()
      mode = .inCell
      insertMarker()
    case (.endTag, .tr): _ = endRow()
    case (.startTag, .caption), (.startTag, .col), (.startTag, .colgroup), (.startTag, .tbody),
      (.startTag, .tfoot), (.startTag, .thead), (.startTag, .tr), (.endTag, .table):
      if endRow() { reprocesses = true }
    case (.endTag, .tbody), (.endTag, .tfoot), (.endTag, .thead):
      guard hasInTableScope(token.tag) else { return }
      if endRow() { reprocesses = true }
    case (.endTag, .body), (.endTag, .caption), (.endTag, .col), (.endTag, .colgroup),
      (.endTag, .html), (.endTag, .td), (.endTag, .th):
      return
    default: processInTable()
    }
  }

  private mutating func endRow() -> Bool {
    guard hasInTableScope(.tr) else { return false }
    clearStack(to: [.tr])
    pop()
    mode = .inTableBody
    return true
  }

  mutating func processInCell() {
    let token = tokenizer.token
    switch (token.kind, token.tag) {
    case (.endTag, .td), (.endTag, .th):
      guard hasInTableScope(token.tag) else { return }
      generateImpliedEndTags()
      popUntil(token.tag)
      clearFormattingToMarker()
      mode = .inRow
    case (.startTag, .caption), (.startTag, .col), (.startTag, .colgroup), (.startTag, .tbody),
      (.startTag, .td), (.startTag, .tfoot), (.startTag, .th), (.startTag, .thead),
      (.startTag, .tr):
      guard hasInTableScope(.td) || hasInTableScope(.th) else { return }
      closeCell()
      reprocesses = true
    case (.endTag, .body), (.endTag, .caption), (.endTag, .col), (.endTag, .colgroup),
      (.endTag, .html):
      return
    case (.endTag, .table), (.endTag, .tbody), (.endTag, .tfoot), (.endTag, .thead),
      (.endTag, .tr):
      guard hasInTableScope(token.tag) else { return }
      closeCell()
      reprocesses = true
    default: processInBody()
    }
  }

  private mutating func closeCell() {
    generateImpliedEndTags()
    while stack.count > 1 {
      let isCell = current.isHTML(.td) || current.isHTML(.th)
      pop()
      if isCell { break }
    }
    clearFormattingToMarker()
    mode = .inRow
  }
}
