internal import CLibXML2
internal import NewsModel

/// Fills trees from libxml2's events, a piece of the document at a time.
///
/// A class, because libxml2 hands its address back to the callbacks and it owns the parser.
final class XMLRecordParser {
  private let text: XMLTextStream
  private let records: Set<String>
  private let limits: Limits
  private var names: XMLNames
  private var context: xmlParserCtxtPtr?
  private var hasEnded = false

  private var outer = XMLTree()
  private var outerOpen: [Int32] = []
  private var record: XMLTree?
  private var recordOpen: [Int32] = []
  private var ready: [XMLTree] = []
  private var readyIndex = 0
  /// How many elements are open that are too deep to be kept.
  private var tooDeep = 0
  private var nodes = 0
  private(set) var fault: (message: String, line: Int)?

  /// Deeper elements are taken for their text.
  private static let deepest = 512
  /// libxml2 must be set up by one thread before several use it.
  private static let isSetUp: Void = xmlInitParser()

  init(_ text: XMLTextStream, records: Set<String>, vocabulary: [String: String], limits: Limits) {
    self.text = text
    self.records = records
    self.limits = limits
    names = XMLNames(vocabulary)
    Self.isSetUp
    var handler = xmlSAXHandler()
    handler.initialized = XML_SAX2_MAGIC
    handler.startElementNs = { context, name, prefix, uri, _, _, count, _, attributes in
      XMLRecordParser.of(context)?.start(name, prefix, uri, Int(count), attributes)
    }
    handler.endElementNs = { context, _, _, _ in XMLRecordParser.of(context)?.end() }
    handler.characters = { XMLRecordParser.of($0)?.characters($1, $2) }
    handler.ignorableWhitespace = { XMLRecordParser.of($0)?.characters($1, $2) }
    handler.cdataBlock = { XMLRecordParser.of($0)?.characters($1, $2) }
    handler.serror = { context, error in
      guard let context, let error else { return }
      XMLRecordParser.of(context)?.report(error)
    }
    let address = Unmanaged.passUnretained(self).toOpaque()
    context = withUnsafeMutablePointer(to: &handler) {
      xmlCreatePushParserCtxt($0, address, nil, 0, nil)
    }
    guard let context else { return }
    let options =
      XML_PARSE_RECOVER.rawValue | XML_PARSE_NONET.rawValue | XML_PARSE_NOCDATA.rawValue
      | XML_PARSE_IGNORE_ENC.rawValue | XML_PARSE_HUGE.rawValue | XML_PARSE_NOERROR.rawValue
      | XML_PARSE_NOWARNING.rawValue
    _ = xmlCtxtUseOptions(context, Int32(options))
    // The options NOERROR and NOWARNING only take away the handlers that print.
    context.pointee.sax.pointee.serror = handler.serror
  }

  deinit { if let context { xmlFreeParserCtxt(context) } }

  private static func of(_ pointer: UnsafeMutableRawPointer?) -> XMLRecordParser? {
    pointer.map { Unmanaged<XMLRecordParser>.fromOpaque($0).takeUnretainedValue() }
  }

  var surroundings: XMLTree {
    var tree = outer
    tree.names = names.all
    for node in outerOpen { tree.nodes[Int(node)].end = Int32(tree.nodes.count) }
    return tree
  }

  func next() -> XMLTree? {
    while readyIndex >= ready.count {
      if hasEnded { return nil }
      ready.removeAll(keepingCapacity: true)
      readyIndex = 0
      advance()
    }
    defer { readyIndex += 1 }
    return ready[readyIndex]
  }

  private func advance() {
    guard let context else {
      hasEnded = true
      return
    }
    if let piece = text.next() {
      piece.withUnsafeBufferPointer { buffer in
        guard let start = buffer.baseAddress else { return }
        start.withMemoryRebound(to: CChar.self, capacity: buffer.count) {
          _ = xmlParseChunk(context, $0, Int32(buffer.count), 0)
        }
      }
      if context.pointee.disableSAX == 0 || context.pointee.wellFormed != 0 { return }
    }
    _ = xmlParseChunk(context, nil, 0, 1)
    closeRecord()
    hasEnded = true
  }

  /// Why the document could not be read to its end.
  var failure: ConversionError? { text.failure }

  private func report(_ error: xmlErrorPtr) {
    // Names of undeclared namespaces are no fault that loses anything.
    guard fault == nil, error.pointee.level.rawValue >= XML_ERR_ERROR.rawValue,
      error.pointee.domain != Int32(XML_FROM_NAMESPACE.rawValue)
    else { return }
    let message = error.pointee.message.map { String(cString: $0) } ?? "not well-formed"
    fault = (
      message.split(separator: "\n").joined(separator: " "),
      Int(error.pointee.line) + text.lineOffset
    )
  }

  // MARK: - Events

  private var line: Int32 {
    guard let input = context?.pointee.input else { return 0 }
    return input.pointee.line &+ Int32(clamping: text.lineOffset)
  }

  private func start(
    _ local: UnsafePointer<xmlChar>?, _ prefix: UnsafePointer<xmlChar>?,
    _ uri: UnsafePointer<xmlChar>?, _ count: Int,
    _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) {
    guard let local else { return }
    let name = names.number(local, prefix: prefix, uri: uri)
    // An item within an item is one that was not closed.
    if records.contains(names.all[Int(name)]),
      record == nil
        || recordOpen.first.map({
          record?.nodes[Int($0)].name == name
        }) == true
    {
      closeRecord()
      var tree = XMLTree()
      tree.outerBases = outerOpen.compactMap { attribute("xml:base", of: $0) }
      tree.outerLanguage =
        outerOpen.reversed().lazy.compactMap {
          self.attribute("xml:lang", of: $0)
        }.first
      record = tree
      tooDeep = 0
    }
    guard recordOpen.count + outerOpen.count < Self.deepest, nodes < limits.nodes else {
      tooDeep += 1
      return
    }
    nodes += 1
    if record != nil {
      add(name, count, attributes, to: &record!, open: &recordOpen)
    } else {
      add(name, count, attributes, to: &outer, open: &outerOpen)
    }
  }

  private func attribute(_ name: String, of node: Int32) -> String? {
    let entry = outer.nodes[Int(node)]
    for attribute in outer.attributes[Int(entry.start)..<Int(entry.start + entry.count)]
    where names.all[Int(attribute.name)] == name {
      let start = Int(attribute.start)
      return String(decoding: outer.bytes[start..<(start + Int(attribute.count))], as: UTF8.self)
    }
    return nil
  }

  private func add(
    _ name: Int32, _ count: Int, _ list: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?,
    to tree: inout XMLTree, open: inout [Int32]
  ) {
    let first = tree.attributes.count
    if let list {
      // Five pointers each: local name, prefix, namespace, value, the value's end.
      for index in 0..<count {
        let entry = list + index * 5
        guard let local = entry[0], let start = entry[3], let end = entry[4] else { continue }
        let value = UnsafeBufferPointer(start: start, count: end - start)
        tree.attributes.append(
          XMLTree.Attribute(
            name: names.number(local, prefix: entry[1], uri: entry[2]),
            start: Int32(tree.bytes.count), count: Int32(value.count)))
        tree.bytes.append(contentsOf: value)
      }
    }
    let node = Int32(tree.nodes.count)
    tree.nodes.append(
      XMLTree.Node(
        name: name, parent: open.last ?? -1, end: node + 1, start: Int32(first),
        count: Int32(tree.attributes.count - first), line: line))
    open.append(node)
  }

  private func end() {
    if tooDeep > 0 {
      tooDeep -= 1
    } else if record != nil {
      if let node = recordOpen.popLast() {
        record!.nodes[Int(node)].end = Int32(record!.nodes.count)
      }
      if recordOpen.isEmpty { closeRecord() }
    } else if let node = outerOpen.popLast() {
      outer.nodes[Int(node)].end = Int32(outer.nodes.count)
    }
  }

  /// Puts the record that is open among those that are ready.
  private func closeRecord() {
    guard var tree = record else { return }
    while let node = recordOpen.popLast() { tree.nodes[Int(node)].end = Int32(tree.nodes.count) }
    tree.names = names.all
    if !tree.nodes.isEmpty { ready.append(tree) }
    record = nil
  }

  private func characters(_ text: UnsafePointer<xmlChar>?, _ length: Int32) {
    guard let text, length > 0, nodes < limits.nodes else { return }
    let piece = UnsafeBufferPointer(start: text, count: Int(length))
    if record != nil {
      append(piece, to: &record!, open: recordOpen)
    } else {
      append(piece, to: &outer, open: outerOpen)
    }
  }

  private func append(
    _ piece: UnsafeBufferPointer<xmlChar>, to tree: inout XMLTree, open: [Int32]
  ) {
    guard let parent = open.last else { return }
    let last = tree.nodes.count - 1
    // A text comes in pieces; it goes on where nothing was opened or closed since.
    if tree.nodes[last].name < 0, tree.nodes[last].parent == parent,
      Int(tree.nodes[last].start + tree.nodes[last].count) == tree.bytes.count
    {
      tree.nodes[last].count += Int32(piece.count)
    } else {
      nodes += 1
      tree.nodes.append(
        XMLTree.Node(
          name: -1, parent: parent, end: Int32(tree.nodes.count + 1),
          start: Int32(tree.bytes.count), count: Int32(piece.count), line: line))
    }
    tree.bytes.append(contentsOf: piece)
  }
}
