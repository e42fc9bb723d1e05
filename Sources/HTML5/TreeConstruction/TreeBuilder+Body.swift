/// The mode "in body": start tags.
extension TreeBuilder {
  mutating func processInBody() {
    switch tokenizer.token.kind {
    case .text: insertBodyText()
    case .startTag: startInBody()
    case .endTag: endInBody()
    case .comment: insertComment()
    case .null, .doctype: break
    case .end:
      if !templateModes.isEmpty { processInTemplate() }
    }
  }

  @inline(__always)
  mutating func insertBodyText() {
    reconstructFormatting()
    insertToken()
    if framesetIsOK, leadingWhitespace() < tokenizer.token.count { framesetIsOK = false }
  }

  mutating func startInBody() {
    let tag = tokenizer.token.tag
    // Deeper than anything is shown: what is opened here stands beside what follows.
    if stack.count >= openLimit, opensAnything(tag) {
      loss.isFlattened = true
      insertWithoutOpening()
      return
    }
    switch tag {
    case .a: startLink()
    case .b, .big, .code, .em, .font, .i, .s, .small, .strike, .strong, .tt, .u:
      reconstructFormatting()
      insertFormatting()
    case .p, .address, .article, .aside, .blockquote, .center, .details, .dialog, .dir, .div, .dl,
      .fieldset, .figcaption, .figure, .footer, .header, .hgroup, .main, .menu, .nav, .ol,
      .search, .section, .summary, .ul:
      closeP()
      insertElement()
    case .li: startItem(.li, .li)
    case .dd, .dt: startItem(.dd, .dt)
    case .h1, .h2, .h3, .h4, .h5, .h6:
      closeP()
      if current.traits.contains(.heading), current.namespace == .html { pop() }
      insertElement()
    case .br, .img, .embed, .area, .keygen, .wbr:
      reconstructFormatting()
      insertWithoutOpening()
      framesetIsOK = false
    case .image:
      tokenizer.token.tag = .img
      tokenizer.token.name = UInt32(Tag.img.rawValue)
      startInBody()
    case .input: startInput()
    case .param, .source, .track: insertWithoutOpening()
    case .hr: startRule()
    case .html:
      if !hasTemplate { addMissingAttributes(to: stack[0].node) }
    case .base, .basefont, .bgsound, .link, .meta, .noframes, .script, .style, .template, .title:
      processInHead()
    case .body: startSecondBody()
    case .frameset: startLateFrameset()
    case .pre, .listing:
      closeP()
      insertElement()
      skipsNextLineFeed = true
      framesetIsOK = false
    case .form: startForm()
    case .plaintext:
      closeP()
      insertElement()
      tokenizer.model = .plainText
    case .button:
      if let index = place(of: .button, in: .scope) {
        generateImpliedEndTags()
        popThrough(index)
      }
      reconstructFormatting()
      insertElement()
      framesetIsOK = false
    case .nobr:
      reconstructFormatting()
      if hasInScope(.nobr) {
        endFormatting(.nobr)
        reconstructFormatting()
      }
      insertFormatting()
    case .applet, .marquee, .object:
      reconstructFormatting()
      insertElement()
      insertMarker()
      framesetIsOK = false
    case .table:
      if !isQuirky { closeP() }
      insertElement()
      framesetIsOK = false
      mode = .inTable
    case .textarea:
      insertElement()
      skipsNextLineFeed = true
      tokenizer.model = .escapableRawText
      originalMode = mode
      framesetIsOK = false
      mode = .text
    case .xmp:
      closeP()
      reconstructFormatting()
      framesetIsOK = false
      insertRawText(.rawText)
    case .iframe:
      framesetIsOK = false
      insertRawText(.rawText)
    case .noembed: insertRawText(.rawText)
    case .noscript where hasScripting: insertRawText(.rawText)
    case .select: startSelect()
    case .option, .optgroup: startOption(tag)
    case .rb, .rtc:
      if hasInScope(.ruby) { generateImpliedEndTags() }
      insertElement()
    case .rp, .rt:
      if hasInScope(.ruby) { generateImpliedEndTags(except: .rtc) }
      insertElement()
    case .selectedcontent:
      reconstructFormatting()
      selectedContents.append(insertElement())
    case .math, .svg:
      reconstructFormatting()
      insertForeign(tag == .svg ? .svg : .mathML)
    case .caption, .col, .colgroup, .frame, .head, .tbody, .td, .tfoot, .th, .thead, .tr: break
    default:
      reconstructFormatting()
      insertElement()
    }
  }

  /// Whether a start tag would be put on the stack.
  private mutating func opensAnything(_ tag: Tag) -> Bool {
    switch tag {
    case .br, .img, .embed, .area, .keygen, .wbr, .image, .input, .param, .source, .track, .hr,
      .html, .base, .basefont, .bgsound, .link, .meta, .noframes, .script, .style, .title, .body,
      .frameset, .textarea, .xmp, .iframe, .noembed, .caption, .col, .colgroup, .frame, .head,
      .tbody, .td, .tfoot, .th, .thead, .tr, .plaintext:
      false
    default: true
    }
  }

  private mutating func startLink() {
    if let element = formattingElement(.a) {
      endFormatting(.a)
      if let index = formattingPlace(ofNode: element) { formatting.remove(at: index) }
      if let index = stackPlace(of: element) { removeFromStack(index) }
    }
    reconstructFormatting()
    insertFormatting()
  }

  /// `li`, or `dd` and `dt`: closes the one before.
  private mutating func startItem(_ one: Tag, _ other: Tag) {
    framesetIsOK = false
    var index = stack.count - 1
    while index >= 0 {
      let element = stack[index]
      if element.namespace == .html, element.tag == one || element.tag == other {
        popThrough(index)
        break
      }
      if element.traits.contains(.endsItem) { break }
      index -= 1
    }
    closeP()
    insertElement()
  }

  private mutating func startRule() {
    closeP()
    if hasInScope(.select) { generateImpliedEndTags() }
    insertWithoutOpening()
    framesetIsOK = false
  }

  private mutating func startInput() {
    if context?.isHTML(.select) == true { return }
    if let index = place(of: .select, in: .scope) { popThrough(index) }
    reconstructFormatting()
    insertWithoutOpening()
    if !isHiddenInput() { framesetIsOK = false }
  }

  /// Whether the token's `type` is `hidden`.
  mutating func isHiddenInput() -> Bool {
    let token = tokenizer.token
    let type = KnownNames.type
    for index in Int(token.start)..<Int(token.start + token.count) {
      let attribute = tokenizer.attributes[index]
      guard attribute.name == type else { continue }
      let hidden: StaticString = "hidden"
      guard attribute.count == 6 else { return false }
      for offset in 0..<6
      where byte(at: attribute.start + UInt32(offset)).lowercased != hidden.utf8Start[offset] {
        return false
      }
      return true
    }
    return false
  }

  private mutating func startSecondBody() {
    guard stack.count > 1, stack[1].isHTML(.body), !hasTemplate else { return }
    framesetIsOK = false
    addMissingAttributes(to: stack[1].node)
  }

  private mutating func startLateFrameset() {
    guard framesetIsOK, stack.count > 1, stack[1].isHTML(.body) else { return }
    unlink(stack[1].node)
    popThrough(1)
    insertElement()
    mode = .inFrameset
  }

  private mutating func startForm() {
    let isInTemplate = hasTemplate
    if form >= 0, !isInTemplate { return }
    closeP()
    let node = insertElement()
    if !isInTemplate { form = node }
  }

  private mutating func startSelect() {
    if context?.isHTML(.select) == true { return }
    if let index = place(of: .select, in: .scope) { return popThrough(index) }
    reconstructFormatting()
    insertElement()
    framesetIsOK = false
  }

  private mutating func startOption(_ tag: Tag) {
    if hasInScope(.select) {
      generateImpliedEndTags(except: tag == .option ? .optgroup : .other)
    } else if current.isHTML(.option) {
      pop()
    }
    reconstructFormatting()
    insertElement()
  }
}
