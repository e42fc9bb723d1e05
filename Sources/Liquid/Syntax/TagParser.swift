/// Reads the tags of one template; what a tag's reader uses to read on.
public struct TagParser {
  /// What the template may use.
  public let environment: Environment
  /// What is wrong so far.
  public internal(set) var problems: [LiquidError] = []

  private var tokenizer: Tokenizer
  /// The end tags that the blocks around are waiting for, outermost first.
  private var awaitedEnds: [String] = []
  /// End tags of blocks that were not understood: they are passed over.
  private var orphanedEnds: Set<String> = []
  /// An end tag that ended an inner block too, for want of its own.
  private var pending: TagMarkup?

  init(_ source: [UInt8], environment: Environment, line: Int) {
    self.environment = environment
    tokenizer = Tokenizer(source, line: line)
  }

  /// The whole template.
  mutating func template() -> Body {
    var body = Body()
    while let token = nextToken() {
      switch token {
      case .tag(let tag): read(tag, into: &body)
      default: append(token, to: &body)
      }
    }
    problems += tokenizer.problems.prefix(1000)
    return body
  }

  /// Notes what is wrong; the template is read on.
  ///
  /// After a thousand it is clear that this is no template, and they are not counted on.
  public mutating func complain(_ error: LiquidError) {
    if problems.count < 1000 { problems.append(error) }
  }

  /// Notes that a cursor skipped something that does not belong there.
  public mutating func complain(ifSkipped cursor: MarkupCursor, in tag: TagMarkup) {
    guard cursor.skipped else { return }
    complain(
      LiquidError(.syntax, "part of '\(tag.name) \(tag.text)' was not understood", line: tag.line))
  }

  /// The body of a block, up to its end tag or a tag in the middle of it such as `else`.
  ///
  /// - Parameters:
  ///   - end: the name of the end tag.
  ///   - middles: the names of the tags in the middle.
  /// - Returns: the body and the tag that ended it; no tag if the block is not closed.
  /// - Throws: `LiquidError` if blocks are nested too deep.
  public mutating func body(
    upTo end: String, or middles: [String] = []
  ) throws(LiquidError) -> (body: Body, end: TagMarkup?) {
    guard awaitedEnds.count + 1 < environment.limits.depth else {
      throw LiquidError(.limit, "blocks are nested deeper than \(environment.limits.depth)")
    }
    awaitedEnds.append(end)
    defer { awaitedEnds.removeLast() }
    var body = Body()
    while let token = nextToken() {
      guard case .tag(let tag) = token else {
        append(token, to: &body)
        continue
      }
      if tag.name == end || middles.contains(tag.name) { return (body, tag) }
      if awaitedEnds.contains(tag.name) {
        pending = tag
        complain(LiquidError(.syntax, "'\(tag.name)' came before '\(end)'", line: tag.line))
        return (body, nil)
      }
      read(tag, into: &body)
    }
    complain(LiquidError(.syntax, "'\(end)' is missing"))
    return (body, nil)
  }

  /// All that stands before an end tag, as it stands there.
  ///
  /// - Throws: `LiquidError` if that tag does not come.
  public mutating func rawBody(upTo end: String) throws(LiquidError) -> ArraySlice<UInt8> {
    guard let content = tokenizer.raw(upTo: end) else {
      throw LiquidError(.syntax, "'\(end)' is missing")
    }
    return content
  }

  /// Passes over everything up to the end of a comment, comments in it included.
  mutating func skipComment(line: Int) throws(LiquidError) {
    var depth = 1
    while let token = nextToken() {
      guard case .tag(let tag) = token else { continue }
      switch tag.name {
      case "comment": depth += 1
      case "endcomment":
        depth -= 1
        if depth == 0 { return }
      case "raw": _ = tokenizer.raw(upTo: "endraw")
      default: break
      }
    }
    throw LiquidError(.syntax, "'endcomment' is missing", line: line)
  }

  /// Reads the lines of a `{% liquid %}` tag as tags.
  mutating func lines(of tag: TagMarkup) throws(LiquidError) -> Body {
    guard awaitedEnds.count + 1 < environment.limits.depth else {
      throw LiquidError(.limit, "blocks are nested deeper than \(environment.limits.depth)")
    }
    let outer = (tokenizer, awaitedEnds, pending)
    tokenizer = Tokenizer(lines: tag.bytes, line: tag.line)
    // Blocks outside cannot be closed in here; their number still counts for the depth.
    awaitedEnds = awaitedEnds.map { _ in "" } + [""]
    pending = nil
    let body = template()
    (tokenizer, awaitedEnds, pending) = outer
    return body
  }

  private mutating func nextToken() -> Token? {
    if let tag = pending {
      pending = nil
      return .tag(tag)
    }
    return tokenizer.next()
  }

  private mutating func append(_ token: Token, to body: inout Body) {
    switch token {
    case .text(let text): body.append(text: text)
    case .output(let markup, let line):
      var cursor = MarkupCursor(markup)
      let value = cursor.filteredExpression()
      if cursor.skipped {
        let text = String(decoding: markup, as: UTF8.self)
        complain(LiquidError(.syntax, "part of '{{\(text)}}' was not understood", line: line))
      }
      body.append(.output(value, line: line), isBlank: false)
    case .tag: break
    }
  }

  private mutating func read(_ tag: TagMarkup, into body: inout Body) {
    guard let kind = environment.tags[tag.name] else {
      if orphanedEnds.contains(tag.name) { return }
      if tag.name.hasPrefix("end") {
        complain(LiquidError(.syntax, "'\(tag.name)' ends nothing", line: tag.line))
      } else {
        complain(LiquidError(.unknownTag, "the tag '\(tag.name)' is not known", line: tag.line))
        orphanedEnds.insert("end" + tag.name)
      }
      return
    }
    do {
      let node = try kind.read(tag, &self)
      body.append(.tag(node, line: tag.line), isBlank: node.isBlank)
    } catch {
      var error = error
      error.line = error.line ?? tag.line
      complain(error)
      orphanedEnds.insert("end" + tag.name)
    }
  }
}
