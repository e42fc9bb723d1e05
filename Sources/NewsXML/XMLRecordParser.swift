internal import CXML
internal import NewsModel

/// Fills trees from libxml2's events, a piece of the document at a time.
///
/// A class, because libxml2 hands its address back to the callbacks and it owns the parser.
final class XMLRecordParser {
  private let text: XMLTextStream
  private let records: Set<String>
  private let limits: Limits
  private var reader: OpaquePointer?
  private var hasEnded = false

  // libxml2 hands over one event after the other, and none while one is taken in. To check that at
  // run time would take longer than most events do.
  @exclusivity(unchecked) private var names: XMLNames
  /// Whether a name, by its number, is that of a record.
  @exclusivity(unchecked) private var isRecord: [Bool] = []
  @exclusivity(unchecked) private var outer = XMLTree()
  @exclusivity(unchecked) private var outerOpen: [Int32] = []
  @exclusivity(unchecked) private var record: XMLTree?
  @exclusivity(unchecked) private var recordOpen: [Int32] = []
  @exclusivity(unchecked) private var ready: [XMLTree] = []
  @exclusivity(unchecked) private var readyIndex = 0
  /// How large the last record was: the next is most likely as large.
  @exclusivity(unchecked) private var lastSize = XMLTree.Size()
  /// How many elements are open that are too deep to be kept.
  @exclusivity(unchecked) private var tooDeep = 0
  private(set) var fault: (message: String, line: Int)?

  /// Deeper elements are taken for their text.
  private static let deepest = 512
  init(_ text: XMLTextStream, records: Set<String>, vocabulary: [String: String], limits: Limits) {
    self.text = text
    self.records = records
    self.limits = limits
    names = XMLNames(vocabulary)
    let events = xml_events(
      start: { context, name, prefix, uri, count, attributes in
        XMLRecordParser.of(context)?.start(name, prefix, uri, Int(count), attributes)
      },
      end: { XMLRecordParser.of($0)?.end() },
      characters: { XMLRecordParser.of($0)?.characters($1, $2, line: $3) },
      fault: { XMLRecordParser.of($0)?.report($1, line: $2) })
    reader = xml_reader_open(events, Unmanaged.passUnretained(self).toOpaque())
    if reader == nil {
      fault = (
        xml_is_installed()
          ? "not enough memory to read XML"
          : "XML is read with libxml2, which is not installed (Debian: libxml2)", 0
      )
    }
  }

  deinit { xml_reader_close(reader) }

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
    guard let reader else {
      hasEnded = true
      return
    }
    if let piece = text.next() {
      var goesOn = true
      piece.withUnsafeBufferPointer { buffer in
        guard let start = buffer.baseAddress else { return }
        goesOn = xml_reader_read(reader, start, Int32(buffer.count))
      }
      if goesOn { return }
    }
    let isFirst = fault == nil
    xml_reader_finish(reader)
    if let cut = text.cut, isFirst { fault = (cut.reason, cut.line) }
    closeRecord()
    hasEnded = true
  }

  /// Why the document could not be read to its end.
  var failure: ConversionError? { text.failure }

  private func report(_ message: UnsafePointer<CChar>?, line: Int32) {
    guard fault == nil else { return }
    let message = message.map { String(cString: $0) } ?? "not well-formed"
    var words = message.split(separator: "\n").joined(separator: " ")
    while words.last == "." || words.last == " " { words.removeLast() }
    fault = (words, Int(line) + text.lineOffset)
  }

  // MARK: - Events

  private var line: Int32 {
    guard let reader else { return 0 }
    return xml_reader_line(reader) &+ Int32(clamping: text.lineOffset)
  }

  private func start(
    _ local: UnsafePointer<UInt8>?, _ prefix: UnsafePointer<UInt8>?,
    _ uri: UnsafePointer<UInt8>?, _ count: Int,
    _ attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
  ) {
    guard let local else { return }
    let name = names.number(local, prefix: prefix, uri: uri)
    while isRecord.count <= Int(name) {
      isRecord.append(records.contains(names.all[isRecord.count]))
    }
    // An item within an item is one that was not closed.
    if isRecord[Int(name)],
      record == nil
        || recordOpen.first.map({
          record?.nodes[Int($0)].name == name
        }) == true
    {
      closeRecord()
      var tree = XMLTree()
      tree.reserve(as: lastSize)
      tree.outerBases = outerOpen.compactMap { attribute("xml:base", of: $0) }
      tree.outerLanguage =
        outerOpen.reversed().lazy.compactMap {
          self.attribute("xml:lang", of: $0)
        }.first
      record = tree
      tooDeep = 0
    }
    guard recordOpen.count + outerOpen.count < Self.deepest, hasRoom() else {
      tooDeep += 1
      return
    }
    if record != nil {
      add(name, count, attributes, to: &record!, open: &recordOpen)
    } else {
      add(name, count, attributes, to: &outer, open: &outerOpen)
    }
  }

  /// Whether one more node may be kept, of this record or of what is around them; what is left out is
  /// reported.
  private func hasRoom() -> Bool {
    let count = record?.nodes.count ?? outer.nodes.count
    if count < limits.nodes { return true }
    if fault == nil {
      let place = record == nil ? "" : " in one record"
      fault = (
        "it has more than \(limits.nodes) elements and texts\(place), "
          + "and the rest of them is left out", Int(line)
      )
    }
    return false
  }

  private func attribute(_ name: String, of node: Int32) -> String? {
    let entry = outer.nodes[Int(node)]
    if entry.count == 0 { return nil }
    for attribute in outer.attributes[Int(entry.start)..<Int(entry.start + entry.count)]
    where names.all[Int(attribute.name)] == name {
      let start = Int(attribute.start)
      return String(decoding: outer.bytes[start..<(start + Int(attribute.count))], as: UTF8.self)
    }
    return nil
  }

  private func add(
    _ name: Int32, _ count: Int, _ list: UnsafeMutablePointer<UnsafePointer<UInt8>?>?,
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
    lastSize = tree.size
    if !tree.nodes.isEmpty { ready.append(tree) }
    record = nil
  }

  private func characters(_ text: UnsafePointer<UInt8>?, _ length: Int32, line: Int32) {
    guard let text, length > 0, hasRoom() else { return }
    let piece = UnsafeBufferPointer(start: text, count: Int(length))
    if record != nil {
      append(piece, line: line, to: &record!, open: recordOpen)
    } else {
      append(piece, line: line, to: &outer, open: outerOpen)
    }
  }

  private func append(
    _ piece: UnsafeBufferPointer<UInt8>, line: Int32, to tree: inout XMLTree, open: [Int32]
  ) {
    guard let parent = open.last else { return }
    let last = tree.nodes.count - 1
    // A text comes in pieces; it goes on where nothing was opened or closed since.
    if tree.nodes[last].name < 0, tree.nodes[last].parent == parent,
      Int(tree.nodes[last].start + tree.nodes[last].count) == tree.bytes.count
    {
      tree.nodes[last].count += Int32(piece.count)
    } else {
      tree.nodes.append(
        XMLTree.Node(
          name: -1, parent: parent, end: Int32(tree.nodes.count + 1),
          start: Int32(tree.bytes.count), count: Int32(piece.count),
          line: line &+ Int32(clamping: text.lineOffset)))
    }
    tree.bytes.append(contentsOf: piece)
  }
}
