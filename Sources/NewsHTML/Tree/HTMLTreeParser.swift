internal import CLibXML2
internal import NewsModel

/// Fills a tree from libxml2's events.
///
/// A class, because libxml2 hands its address back to the callbacks.
final class HTMLTreeParser {
  private var tree = HTMLTree()
  private var open: [Int32] = [0]
  private var tags = HTMLNameCache<HTMLTag>()
  private var names = HTMLNameCache<HTMLAttributeName>()
  private let limits: Limits
  private var work = 0
  private var stopped: String?
  private var context: htmlParserCtxtPtr?

  /// Nested deeper, libxml2's own stack becomes the slow part.
  private static let deepest = 400_000

  init(limits: Limits, reserving count: Int) {
    self.limits = limits
    tree.nodes.reserveCapacity(count / 24)
    tree.attributes.reserveCapacity(count / 40)
    tree.bytes.reserveCapacity(count * 3 / 4)
    tree.nodes.append(
      HTMLTree.Node(tag: .document, depth: 0, parent: -1, end: 0, start: 0, count: 0))
  }

  /// libxml2 must be set up by one thread before several use it: left to itself it does so in the
  /// first parser, and a second one that begins just then waits for ever.
  private static let isSetUp: Void = xmlInitParser()

  /// Parses all of the bytes.
  func parse(_ utf8: [UInt8]) {
    Self.isSetUp
    utf8.withUnsafeBytes { buffer in
      guard let start = buffer.baseAddress, !buffer.isEmpty,
        let context = htmlCreateMemoryParserCtxt(
          start.assumingMemoryBound(to: CChar.self), Int32(buffer.count))
      else { return }
      defer { htmlFreeParserCtxt(context) }
      self.context = context
      defer { self.context = nil }
      let options =
        HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NODEFDTD.rawValue | HTML_PARSE_NOERROR.rawValue
        | HTML_PARSE_NOWARNING.rawValue | HTML_PARSE_NONET.rawValue
        | HTML_PARSE_IGNORE_ENC.rawValue | XML_PARSE_HUGE.rawValue
      _ = htmlCtxtUseOptions(context, Int32(options))
      // With this, libxml2 neither converts nor guesses.
      context.pointee.charset = Int32(XML_CHAR_ENCODING_UTF8.rawValue)

      var handler = htmlSAXHandler()
      handler.initialized = 1
      handler.startElement = { HTMLTreeParser.of($0)?.start($1, $2) }
      handler.endElement = { HTMLTreeParser.of($0)?.end($1) }
      handler.characters = { HTMLTreeParser.of($0)?.characters($1, $2, as: .text) }
      handler.ignorableWhitespace = { HTMLTreeParser.of($0)?.characters($1, $2, as: .text) }
      handler.cdataBlock = { HTMLTreeParser.of($0)?.characters($1, $2, as: .rawText) }
      context.pointee.sax.pointee = handler
      context.pointee.userData = Unmanaged.passUnretained(self).toOpaque()
      _ = htmlParseDocument(context)
    }
  }

  private static func of(_ pointer: UnsafeMutableRawPointer?) -> HTMLTreeParser? {
    pointer.map { Unmanaged<HTMLTreeParser>.fromOpaque($0).takeUnretainedValue() }
  }

  /// The tree, with what was cut reported.
  func finish(diagnostics: inout Diagnostics) -> HTMLTree {
    while open.count > 0 { close() }
    if let stopped { diagnostics.warn(stopped) }
    defer { tree = HTMLTree() }
    return tree
  }

  private func stop(_ message: String) {
    guard stopped == nil else { return }
    stopped = message
    if let context { xmlStopParser(context) }
  }

  private func close() {
    let node = Int(open.removeLast())
    tree.nodes[node].end = Int32(tree.nodes.count)
  }

  private func start(
    _ name: UnsafePointer<xmlChar>?, _ list: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) {
    guard let name, stopped == nil else { return }
    let first = tree.attributes.count
    if var list {
      while let key = list[0] {
        add(key, list[1])
        list += 2
      }
    }
    guard open.count < Self.deepest, tree.nodes.count < limits.nodes else {
      stop(
        open.count < Self.deepest
          ? "the page has more than \(limits.nodes) elements and texts; the rest is left out"
          : "the page is nested more than \(Self.deepest) levels deep; the rest is left out")
      return
    }
    tree.nodes.append(
      HTMLTree.Node(
        tag: tags.value(of: name) { HTMLTag.byName[$0] ?? .unknown }, depth: UInt32(open.count),
        parent: open.last ?? 0, end: 0, start: UInt32(first),
        count: UInt32(tree.attributes.count - first)))
    open.append(Int32(tree.nodes.count - 1))
  }

  private func add(_ key: UnsafePointer<xmlChar>, _ value: UnsafePointer<xmlChar>?) {
    let name = names.value(of: key) { HTMLAttributeName.byName[$0] ?? .other }
    var nameLength = 0
    if name == .other {
      nameLength = min(xmlStringLength(key), Int(UInt16.max))
      tree.bytes.append(contentsOf: UnsafeBufferPointer(start: key, count: nameLength))
    }
    let start = tree.bytes.count
    if let value {
      tree.bytes.append(
        contentsOf: UnsafeBufferPointer(start: value, count: xmlStringLength(value)))
    }
    tree.attributes.append(
      HTMLTree.Attribute(
        name: name, nameLength: UInt16(nameLength), start: UInt32(start),
        count: UInt32(tree.bytes.count - start)))
  }

  private func xmlStringLength(_ string: UnsafePointer<xmlChar>) -> Int {
    var end = string
    while end.pointee != 0 { end += 1 }
    return end - string
  }

  private func end(_ name: UnsafePointer<xmlChar>?) {
    // libxml2 closes what it opened, in order; content after </html> goes on in the document.
    if open.count > 1 { close() }
  }

  private func characters(_ text: UnsafePointer<xmlChar>?, _ length: Int32, as tag: HTMLTag) {
    guard let text, length > 0, stopped == nil else { return }
    let piece = UnsafeBufferPointer(start: text, count: Int(length))
    let last = tree.nodes.count - 1
    // A text comes in pieces; it goes on where nothing was opened or closed since.
    if tree.nodes[last].tag == tag, tree.nodes[last].parent == open.last,
      Int(tree.nodes[last].start + tree.nodes[last].count) == tree.bytes.count
    {
      tree.bytes.append(contentsOf: piece)
      tree.nodes[last].count += UInt32(length)
      return
    }
    guard tree.nodes.count < limits.nodes else {
      stop("the page has more than \(limits.nodes) elements and texts; the rest is left out")
      return
    }
    tree.nodes.append(
      HTMLTree.Node(
        tag: tag, depth: UInt32(open.count), parent: open.last ?? 0,
        end: Int32(tree.nodes.count + 1), start: UInt32(tree.bytes.count), count: UInt32(length)))
    tree.bytes.append(contentsOf: piece)
  }
}
