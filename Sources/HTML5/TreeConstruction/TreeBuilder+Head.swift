/// The modes up to the body.
extension TreeBuilder {
  mutating func processInitial() {
    switch tokenizer.token.kind {
    case .text:
      guard dropFromToken(leadingWhitespace()) else { return }
    case .comment: return insertComment(in: 0)
    case .doctype:
      insertDoctype()
      let quirks = self.quirks
      isQuirky = quirks == .full
      isLimitedQuirky = quirks == .limited
      mode = .beforeHTML
      return
    default: break
    }
    isQuirky = true
    reprocess(in: .beforeHTML)
  }

  mutating func processBeforeHTML() {
    let token = tokenizer.token
    switch token.kind {
    case .doctype: return
    case .comment: return insertComment(in: 0)
    case .text:
      guard dropFromToken(leadingWhitespace()) else { return }
    case .startTag where token.tag == .html:
      let node = insertRoot()
      nodes[node].start = token.start
      nodes[node].count = token.count
      mode = .beforeHead
      return
    case .endTag where ![.head, .body, .html, .br].contains(token.tag): return
    default: break
    }
    insertRoot()
    reprocess(in: .beforeHead)
  }

  @discardableResult
  private mutating func insertRoot() -> Int32 { insertImplied(.html) }

  mutating func processBeforeHead() {
    let token = tokenizer.token
    switch token.kind {
    case .text:
      guard dropFromToken(leadingWhitespace()) else { return }
    case .comment: return insertComment()
    case .doctype: return
    case .startTag where token.tag == .html: return processInBody()
    case .startTag where token.tag == .head:
      head = insertElement()
      mode = .inHead
      return
    case .endTag where ![.head, .body, .html, .br].contains(token.tag): return
    default: break
    }
    head = insertImplied(.head)
    reprocess(in: .inHead)
  }

  mutating func processInHead() {
    let token = tokenizer.token
    switch token.kind {
    case .text:
      guard insertLeadingWhitespace() else { return }
    case .comment: return insertComment()
    case .doctype: return
    case .startTag:
      switch token.tag {
      case .html: return processInBody()
      case .base, .basefont, .bgsound, .link, .meta:
        insertWithoutOpening()
        return
      case .title: return insertRawText(.escapableRawText)
      case .noscript where !hasScripting:
        insertElement()
        mode = .inHeadNoscript
        return
      case .noscript, .noframes, .style: return insertRawText(.rawText)
      case .script: return insertRawText(.script)
      case .template:
        insertElement()
        insertMarker()
        framesetIsOK = false
        mode = .inTemplate
        templateModes.append(.inTemplate)
        return
      case .head: return
      default: break
      }
    case .endTag:
      switch token.tag {
      case .head:
        pop()
        mode = .afterHead
        return
      case .body, .html, .br: break
      case .template: return endTemplate()
      default: return
      }
    default: break
    }
    pop()
    reprocess(in: .afterHead)
  }

  mutating func endTemplate() {
    guard hasTemplate else { return }
    generateImpliedEndTagsThoroughly()
    popUntil(.template)
    clearFormattingToMarker()
    templateModes.removeLast()
    resetMode()
  }

  /// Opens an element whose content is text up to its end tag.
  mutating func insertRawText(_ model: ContentModel) {
    insertElement()
    tokenizer.model = model
    originalMode = mode
    mode = .text
  }

  mutating func processInHeadNoscript() {
    let token = tokenizer.token
    switch token.kind {
    case .doctype: return
    case .comment: return insertComment()
    case .text:
      guard insertLeadingWhitespace() else { return }
    case .startTag:
      switch token.tag {
      case .html: return processInBody()
      case .basefont, .bgsound, .link, .meta, .noframes, .style: return processInHead()
      case .head, .noscript: return
      default: break
      }
    case .endTag:
      switch token.tag {
      case .noscript:
        pop()
        mode = .inHead
        return
      case .br: break
      default: return
      }
    default: break
    }
    pop()
    reprocess(in: .inHead)
  }

  mutating func processAfterHead() {
    let token = tokenizer.token
    switch token.kind {
    case .text:
      guard insertLeadingWhitespace() else { return }
    case .comment: return insertComment()
    case .doctype: return
    case .startTag:
      switch token.tag {
      case .html: return processInBody()
      case .body:
        insertElement()
        framesetIsOK = false
        mode = .inBody
        return
      case .frameset:
        insertElement()
        mode = .inFrameset
        return
      case .base, .basefont, .bgsound, .link, .meta, .noframes, .script, .style, .template, .title:
        // What a template or raw text opens stays on the stack when the head leaves it again.
        push(head)
        let place = stack.count - 1
        processInHead()
        removeFromStack(place)
        return
      case .head: return
      default: break
      }
    case .endTag:
      switch token.tag {
      case .template: return processInHead()
      case .body, .html, .br: break
      default: return
      }
    default: break
    }
    insertImplied(.body)
    reprocess(in: .inBody)
  }

  mutating func processText() {
    switch tokenizer.token.kind {
    case .text: insertToken()
    case .end:
      pop()
      reprocess(in: originalMode)
    case .endTag:
      pop()
      mode = originalMode
    default: break
    }
  }

  // MARK: - Quirks

  private enum Quirks { case none, limited, full }

  /// What the document type makes of the document.
  private var quirks: Quirks {
    mutating get {
      let doctype = tokenizer.doctype
      if doctype.forcesQuirks { return .full }
      guard lowercased(doctype.name) == Array("html".utf8) else { return .full }
      let system = lowercased(doctype.systemID)
      if system == Array("http://www.ibm.com/data/dtd/v11/ibmxhtml1-transitional.dtd".utf8) {
        return .full
      }
      guard let publicID = lowercased(doctype.publicID) else { return .none }
      if QuirkyDoctype.names.contains(where: { publicID == Array($0.utf8) })
        || QuirkyDoctype.prefixes.contains(where: { publicID.starts(with: $0.utf8) })
      {
        return .full
      }
      let isHTML401 =
        publicID.starts(with: "-//w3c//dtd html 4.01 frameset//".utf8)
        || publicID.starts(with: "-//w3c//dtd html 4.01 transitional//".utf8)
      if isHTML401 { return system == nil ? .full : .limited }
      if publicID.starts(with: "-//w3c//dtd xhtml 1.0 frameset//".utf8)
        || publicID.starts(with: "-//w3c//dtd xhtml 1.0 transitional//".utf8)
      {
        return .limited
      }
      return .none
    }
  }

  private mutating func lowercased(_ slice: Slice?) -> [UInt8]? {
    guard let slice else { return nil }
    var text: [UInt8] = []
    for offset in 0..<slice.count { text.append(byte(at: slice.start + offset).lowercased) }
    return text
  }
}

/// The public identifiers of document types that browsers show as they always did.
enum QuirkyDoctype {
  static let names = [
    "-//w3o//dtd w3 html strict 3.0//en//", "-/w3c/dtd html 4.0 transitional/en", "html",
  ]

  static let prefixes = [
    "+//silmaril//dtd html pro v0r11 19970101//", "-//as//dtd html 3.0 aswedit + extensions//",
    "-//advasoft ltd//dtd html 3.0 aswedit + extensions//",
    "-//ietf//dtd html 2.0 level 1//", "-//ietf//dtd html 2.0 level 2//",
    "-//ietf//dtd html 2.0 strict level 1//", "-//ietf//dtd html 2.0 strict level 2//",
    "-//ietf//dtd html 2.0 strict//", "-//ietf//dtd html 2.0//", "-//ietf//dtd html 2.1e//",
    "-//ietf//dtd html 3.0//", "-//ietf//dtd html 3.2 final//", "-//ietf//dtd html 3.2//",
    "-//ietf//dtd html 3//", "-//ietf//dtd html level 0//", "-//ietf//dtd html level 1//",
    "-//ietf//dtd html level 2//", "-//ietf//dtd html level 3//",
    "-//ietf//dtd html strict level 0//", "-//ietf//dtd html strict level 1//",
    "-//ietf//dtd html strict level 2//", "-//ietf//dtd html strict level 3//",
    "-//ietf//dtd html strict//", "-//ietf//dtd html//", "-//metrius//dtd metrius presentational//",
    "-//microsoft//dtd internet explorer 2.0 html strict//",
    "-//microsoft//dtd internet explorer 2.0 html//",
    "-//microsoft//dtd internet explorer 2.0 tables//",
    "-//microsoft//dtd internet explorer 3.0 html strict//",
    "-//microsoft//dtd internet explorer 3.0 html//",
    "-//microsoft//dtd internet explorer 3.0 tables//", "-//netscape comm. corp.//dtd html//",
    "-//netscape comm. corp.//dtd strict html//", "-//o'reilly and associates//dtd html 2.0//",
    "-//o'reilly and associates//dtd html extended 1.0//",
    "-//o'reilly and associates//dtd html extended relaxed 1.0//",
    "-//sq//dtd html 2.0 hotmetal + extensions//",
    "-//softquad software//dtd hotmetal pro 6.0::19990601::extensions to html 4.0//",
    "-//softquad//dtd hotmetal pro 4.0::19971010::extensions to html 4.0//",
    "-//spyglass//dtd html 2.0 extended//", "-//sun microsystems corp.//dtd hotjava html//",
    "-//sun microsystems corp.//dtd hotjava strict html//",
    "-//w3c//dtd html 3 1995-03-24//", "-//w3c//dtd html 3.2 draft//",
    "-//w3c//dtd html 3.2 final//", "-//w3c//dtd html 3.2//", "-//w3c//dtd html 3.2s draft//",
    "-//w3c//dtd html 4.0 frameset//", "-//w3c//dtd html 4.0 transitional//",
    "-//w3c//dtd html experimental 19960712//", "-//w3c//dtd html experimental 970421//",
    "-//w3c//dtd w3 html//", "-//w3o//dtd w3 html 3.0//", "-//webtechs//dtd mozilla html 2.0//",
    "-//webtechs//dtd mozilla html//",
  ]
}
