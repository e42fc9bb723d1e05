internal import NewsHTML
internal import NewsModel

extension BlockWalk {
  /// Takes in a node; returns the one to go on with.
  mutating func visit(_ node: Int) -> Int {
    let tag = tree.nodes[node].tag
    let next = tree.end(of: node)
    // Matched, not compared: that is a call, and most nodes come no further.
    if case .text = tag {
      if excluded.isEmpty || !excluded[node] { line.append(tree.text(of: node)) }
      return next
    }
    if options.restoresImages, tag == .span || tag == .div, let next = formula(node) { return next }
    guard excluded.isEmpty || !excluded[node],
      tag == .document || !Hidden.isHidden(node, in: tree) || shown.contains(node)
    else { return options.restoresImages ? consentedPlayer(node) : next }
    if !linked.nodes.isEmpty, let next = visitLinkedNote(node, tag) { return next }
    if !notes.alone.isEmpty, notes.alone.contains(node), frames[0].node != node {
      flush()
      return next
    }
    switch tag {
    case .a, .sup:
      if FootnoteIndex.isBackLink(node, in: tree) || notes.isReturn(node, in: tree) { return next }
      if let note = notes.note(referredToBy: node, in: tree) {
        refer(to: note)
        return next
      }
    default: break
    }
    if !captions.isEmpty, captions.contains(node), frames[sink].kind != .figure,
      frames[sink].kind != .caption
    {
      return openFrame(.looseCaption, node)
    }
    if figureLines.pictures.contains(node) { flush() }
    if figureLines.captions.contains(node) { return openFrame(.caption, node) }
    switch tag {
    // libxml2 puts a script at the start of a fragment into a head.
    case .document, .html, .head, .body: return openTransparent(node)
    case .text, .rawText: return next

    // What is no content.
    case .title, .meta, .link, .base, .style, .canvas, .area, .param, .col, .colgroup, .select,
      .datalist, .textarea, .input, .frame, .frameset, .noframes, .noembed, .meter, .progress,
      .keygen, .basefont, .bgsound:
      return next
    case .dialog: return tree.has(.open, node) ? openTransparent(node) : next
    // Void elements that libxml2 does not know as such: what follows is in them.
    case .source, .track, .wbr, .isindex, .command, .spacer: return node + 1
    // Browsers show what is in them: options are hidden within a choice only, notes in a formula.
    case .map, .applet, .option, .optgroup, .annotation: return node + 1
    case .noscript: return shown.contains(node) ? openTransparent(node) : fallback(node)
    case .template: return shown.contains(node) ? openTransparent(node) : next
    case .script: return script(node)

    // Blocks.
    case .p:
      if options.readsFigureLines, figureLines.add(node, of: tree) {
        return openFrame(.figure, node)
      }
      return openParagraph(node)
    case .h1, .h2, .h3, .h4, .h5, .h6: return openFrame(.heading, node)
    case .blockquote: return openFrame(.quote, node)
    case .ul, .ol, .menu, .dir: return openFrame(.list, node)
    case .li: return frames[sink].kind == .list ? openFrame(.item, node) : openTransparent(node)
    case .dl: return openFrame(.definitions, node)
    case .dt:
      return frames[sink].kind == .definitions ? openFrame(.term, node) : openTransparent(node)
    case .dd:
      return frames[sink].kind == .definitions
        ? openFrame(.definition, node) : openTransparent(node)
    case .table: return openTable(node)
    case .thead, .tbody, .tfoot: return openTablePart(node)
    case .tr: return openRow(node)
    case .td, .th:
      return frames[sink].kind == .figure && hasClass("tr-caption", node)
        ? openFrame(.caption, node) : openCell(node)
    case .caption:
      return frames[sink].kind == .table ? openFrame(.caption, node) : openTransparent(node)
    case .figure: return openFrame(.figure, node)
    case .figcaption:
      return frames[sink].kind == .figure ? openFrame(.caption, node) : openTransparent(node)
    case .details: return openFrame(.details, node)
    case .summary:
      return frames[sink].kind == .details ? openFrame(.summary, node) : openTransparent(node)
    case .div, .section, .article, .aside, .header, .footer, .main, .nav, .address:
      return division(node)
    case .center, .form, .fieldset, .legend, .hgroup, .search, .multicol, .marquee:
      return openTransparent(node)
    case .pre, .listing, .xmp, .plaintext: return preformatted(node)
    case .hr:
      flush()
      emit(.thematicBreak)
      return next
    case .iframe, .ampIframe, .embed, .portal: return frame(node)
    case .video, .audio, .object, .ampVideo: return openMedia(node)
    case .unknown where options.restoresImages: return player(node) ?? visitInline(node, tag)
    default: return visitInline(node, tag)
    }
  }

  /// Takes a reference to a note, goes by the note and by what leads back from it.
  private mutating func visitLinkedNote(_ node: Int, _ tag: HTMLTag) -> Int? {
    if linked.backLinks.contains(node) { return tree.end(of: node) }
    if linked.nodes.contains(node), frames[0].node != node {
      flush()
      return tree.end(of: node)
    }
    guard tag == .a || tag == .sup else { return nil }
    var link = node
    if tag == .sup {
      // Nothing but the link, and brackets around it.
      var found: Int?
      for index in (node + 1)..<max(tree.end(of: node), node + 1) where tree.nodes[index].tag == .a
      {
        if found != nil { return nil }
        found = index
      }
      guard let found else { return nil }
      let rest = tree.string(of: node).utf8.count - tree.string(of: found).utf8.count
      guard rest <= 4 else { return nil }
      link = found
    }
    guard let note = linked.byReference[link] else { return nil }
    refer(to: FootnoteIndex.Note(label: note.label, node: note.node))
    return tree.end(of: node)
  }

  private mutating func visitInline(_ node: Int, _ tag: HTMLTag) -> Int {
    switch tag {
    case .br: return lineBreak(node)
    case .img, .image, .ampImg: return image(node)
    case .svg: return drawing(node)
    case .math: return math(node)
    case .em, .i: return formatted(.emphasis, node)
    case .strong, .b: return formatted(.strong, node)
    case .s, .strike, .del: return formatted(.strikethrough, node)
    case .sub: return formatted(.subscript, node)
    case .sup: return formatted(.superscript, node)
    case .code, .tt: return formatted(.code, node)
    case .a: return link(node)
    case .ruby: return open(.ruby, node)
    case .rb: return rubyPart(.rubyBase, node)
    case .rt, .rtc: return rubyPart(.rubyText, node)
    case .rp: return rubyParenthesis(node)
    case .mark: return span(.mark, node)
    case .ins, .u: return span(.insertion, node)
    case .small: return span(.small, node)
    case .kbd: return span(.keyboard, node)
    case .samp: return span(.sample, node)
    case .var: return span(.variable, node)
    case .cite: return span(.citation, node)
    case .dfn: return span(.definition, node)
    case .q: return span(.quotation, node)
    case .abbr, .acronym: return span(.abbreviation(text(.title, of: node)), node)
    case .time: return span(.time(text(.datetime, of: node)), node)
    default:
      if tag == .span, let value = tree.value(.class, of: node),
        ClassTokens.contains(value, "katex-html")
      {
        return tree.end(of: node)
      }
      if let formula = TeX.formula(in: node, of: tree, between: ("\\(", "\\)")) {
        line.append(.math(formula))
        return tree.end(of: node)
      }
      return span(nil, node)
    }
  }

  // MARK: - Blocks

  /// A `div` and the like is a block of its own only where it says something.
  private mutating func division(_ node: Int) -> Int {
    if let next = card(node) { return next }
    if notes.containers.contains(node) {
      flush()
      return tree.end(of: node)
    }
    if let formula = TeX.formula(in: node, of: tree, between: ("\\[", "\\]")) {
      flush()
      emit(.math(formula))
      return tree.end(of: node)
    }
    let isCode = CodeReader.isWrapper(node, in: tree)
    var declared = attributes(of: node, classes: !isCode)
    // What stands beside the text is set apart from it, whatever its class.
    if tree.nodes[node].tag == .aside, !declared.classes.contains("aside") {
      declared.classes.append("aside")
    }
    guard !declared.isEmpty else { return openTransparent(node) }
    guard depth < limits.depth else {
      isFlattened = true
      return openTransparent(node)
    }
    let next = openFrame(.division, node)
    frames[frames.count - 1].attributes = declared
    return next
  }

  private mutating func openTable(_ node: Int) -> Int {
    if let value = tree.value(.class, of: node), CodeReader.isLineNumberTable(value) {
      return openTransparent(node)
    }
    // Blogger's editor sets a picture and its caption in rows.
    if hasClass("tr-caption-container", node) {
      return openFrame(.figure, node, keepsClasses: false)
    }
    if options.restoresImages, isLayout(node) { return openTransparent(node) }
    let next = openFrame(.table, node)
    if frames[frames.count - 1].kind == .table { frames[frames.count - 1].table = TableFrame() }
    return next
  }

  private func hasClass(_ name: String, _ node: Int) -> Bool {
    tree.value(.class, of: node).map { ClassTokens.contains($0, name) } ?? false
  }

  /// Whether a page's table only sets things side by side: it says so, holds other tables, or has
  /// a single cell.
  private func isLayout(_ table: Int) -> Bool {
    if let role = tree.value(.role, of: table),
      role.elementsEqual("presentation".utf8) || role.elementsEqual("none".utf8)
    {
      return true
    }
    var cells = 0
    for node in (table + 1)..<max(tree.end(of: table), table + 1) {
      switch tree.nodes[node].tag {
      case .table: return true
      case .th, .caption: return false
      case .td: cells += 1
      default: break
      }
    }
    return cells <= 1
  }

  private mutating func preformatted(_ node: Int) -> Int {
    if CodeReader.isLineNumbers(node, in: tree) { return tree.end(of: node) }
    flush()
    let code = CodeReader(tree)
    let text = code.text(of: node)
    // Markdown's empty code block is one; a page's empty element is nothing.
    if !text.isEmpty || options.keepsEmptyLines {
      let language = code.language(of: node)
      var declared = attributes(of: node)
      declared.classes.removeAll {
        $0.hasPrefix("language-") || $0.hasPrefix("lang-") || $0 == "highlight"
          || $0 == "sourceCode"
          || $0 == language
      }
      emit(.code(CodeBlock(text, language: language, attributes: declared)))
    }
    return tree.end(of: node)
  }

  /// The page of a gist by the address of its script: `https://gist.github.com/ann/123abc.js?file=a`.
  private static func gist(_ source: String) -> String? {
    let path = source.prefix { $0 != "?" }
    for start in ["https://gist.github.com/", "http://gist.github.com/", "//gist.github.com/"]
    where path.hasPrefix(start) && path.hasSuffix(".js") {
      return "https://gist.github.com/" + path.dropFirst(start.count).dropLast(3)
    }
    return nil
  }

  private mutating func script(_ node: Int) -> Int {
    let next = tree.end(of: node)
    // A listing that another site shows: what it is called there.
    if let source = text(.src, of: node), let gist = Self.gist(source) {
      flush()
      emit(.media(Media(.embed, source: gist)))
      return next
    }
    guard let type = text(.type, of: node)?.lowercased(), type.hasPrefix("math/tex") else {
      return next
    }
    var tex: [UInt8] = []
    for child in (node + 1)..<next where tree.nodes[child].tag == .rawText {
      tex += tree.text(of: child)
    }
    let formula = TeX.trimmed(String(decoding: tex, as: UTF8.self))
    guard !formula.isEmpty else { return next }
    if type.contains("mode=display") {
      flush()
      emit(.math(formula))
    } else {
      line.append(.math(formula))
    }
    return next
  }

  // MARK: - Inlines

  private mutating func formatted(_ element: InlineBuffer.Element, _ node: Int) -> Int {
    let declared = attributes(of: node, classes: false)
    if !declared.isEmpty, inlines.count < limits.depth {
      inlines.append((tree.end(of: node), .span(nil, declared)))
      line.open(.span(nil, declared))
    }
    return open(element, node)
  }

  private mutating func span(_ kind: Span.Kind?, _ node: Int) -> Int {
    let declared = attributes(of: node)
    if kind == nil, declared.isEmpty { return node + 1 }
    return open(.span(kind, declared), node)
  }

  /// libxml2 does not end a part where the next begins.
  private mutating func rubyPart(_ element: InlineBuffer.Element, _ node: Int) -> Int {
    endRubyParts()
    return open(element, node)
  }

  private mutating func rubyParenthesis(_ node: Int) -> Int {
    endRubyParts()
    let child = node + 1
    return child < tree.end(of: node) && tree.nodes[child].tag == .text ? child + 1 : child
  }

  private mutating func endRubyParts() {
    while let last = inlines.last {
      switch last.element {
      case .rubyBase, .rubyText: break
      default: return
      }
      inlines.removeLast()
      line.close()
    }
  }

  private mutating func link(_ node: Int) -> Int {
    let declared = attributes(of: node)
    let isNested = inlines.contains { if case .link = $0.element { true } else { false } }
    guard let href = tree.value(.href, of: node), !isNested else {
      return declared.isEmpty ? node + 1 : open(.span(nil, declared), node)
    }
    let target = text(.href, of: node) ?? ""
    let isScript = href.count < 200 && target.lowercased().hasPrefix("javascript:")
    // On a page they are buttons.
    let isNowhere =
      options.restoresImages && ["", "#", "#!", "#top", "about:blank"].contains(target)
    if isScript || isNowhere {
      return declared.isEmpty ? node + 1 : open(.span(nil, declared), node)
    }
    return open(.link(url: address(target), title: text(.title, of: node), declared), node)
  }

  private mutating func lineBreak(_ node: Int) -> Int {
    if options.splitsAtDoubleBreaks, line.trailingLineBreaks > 0 {
      line.trimLineBreaks()
      flush()
    } else {
      line.appendLineBreak()
    }
    // libxml2 may keep content in it.
    return node + 1
  }

  /// A formula as Wikipedia, KaTeX and MathJax wrap it: once, from the TeX or MathML among its
  /// copies; a copy that only a browser needs is nothing.
  private mutating func formula(_ node: Int) -> Int? {
    guard let names = tree.value(.class, of: node), names.count <= 400,
      let wrapper = TeX.wrapper(named: names)
    else { return nil }
    let next = tree.end(of: node)
    switch wrapper {
    case .copy: return TeX.hasScript(near: node, in: tree) ? next : nil
    case .formula(let isDisplay):
      guard let math = tree.first(.math, in: node) else { return nil }
      let formula = TeX.formula(of: math, in: tree)
      guard !formula.isEmpty else { return nil }
      if isDisplay || TeX.isDisplay(math, in: tree) {
        flush()
        emit(.math(formula))
      } else {
        line.append(.math(formula))
      }
      return next
    }
  }

  private mutating func math(_ node: Int) -> Int {
    let formula = TeX.formula(of: node, in: tree)
    guard !formula.isEmpty else { return tree.end(of: node) }
    if TeX.isDisplay(node, in: tree) {
      flush()
      emit(.math(formula))
    } else {
      line.append(.math(formula))
    }
    return tree.end(of: node)
  }
}
