/// The tree as it is handed out.
extension TreeBuilder {
  /// Sets what a fragment stands in.
  mutating func setContext(_ name: String, _ namespace: HTMLDocument.Namespace) {
    let start = tokenizer.names.bytes.count
    for byte in name.utf8 { tokenizer.names.append(byte.lowercased) }
    let number = tokenizer.names.number(ofBytesFrom: start)
    let tag = Tag(name: number)
    context = OpenElement(
      node: -1, tag: tag, namespace: namespace, traits: Self.traits(tag, namespace))
    if namespace == .html {
      switch tag {
      case .title, .textarea: tokenizer.model = .escapableRawText
      case .style, .xmp, .iframe, .noembed, .noframes: tokenizer.model = .rawText
      case .noscript where hasScripting: tokenizer.model = .rawText
      case .script: tokenizer.model = .script
      case .plaintext: tokenizer.model = .plainText
      default: break
      }
    }
    insertImplied(.html)
    if tag == .template, namespace == .html { templateModes.append(.inTemplate) }
    resetMode()
    if tag == .form, namespace == .html { form = 0 }
  }

  /// Gives the tree to a document, in document order.
  consuming func finish(_ document: inout HTMLDocument, depthLimit: Int) {
    flushTableText()
    if !selectedContents.isEmpty { fillSelectedContents() }
    joinPieces()
    document.nodes = inOrder(depthLimit: depthLimit)
    document.attributes = allAttributes()
    document.decoded = tokenizer.decoded.array
    let known = UInt32(KnownNames.table.count)
    for number in known..<tokenizer.names.count {
      let place = tokenizer.names.places[Int(number - known)]
      var name: [UInt8] = []
      for index in Int(place.start)..<Int(place.start + place.count) {
        name.append(tokenizer.names.bytes[index])
      }
      document.ownNames.append(String(decoding: name, as: UTF8.self))
    }
    if hasDoctype {
      document.doctype = HTMLDocument.Doctype(
        name: string(doctype.name), publicID: string(doctype.publicID),
        systemID: string(doctype.systemID))
    }
    document.mode = isQuirky ? .quirks : isLimitedQuirky ? .limitedQuirks : .noQuirks
    document.loss.isFlattened = loss.isFlattened
    document.loss.hasDroppedNodes = loss.hasTooManyNodes
    document.loss.hasEndedFormatting = loss.hasTooManyClones
    document.loss.hasDroppedAttributes = tokenizer.hasTooManyAttributes
  }

  private mutating func string(_ slice: Slice?) -> String? {
    guard let slice else { return nil }
    var text: [UInt8] = []
    for offset in 0..<slice.count { text.append(byte(at: slice.start + offset)) }
    return String(decoding: text, as: UTF8.self)
  }

  /// Makes each text of several pieces one of its own.
  private mutating func joinPieces() {
    guard !pieces.isEmpty else { return }
    for node in 0..<nodes.count where nodes[node].kind == .text && nodes[node].name > 0 {
      let start = tokenizer.decoded.count
      var piece = Int(nodes[node].start)
      while true {
        let slice = pieces[piece]
        let place = Int(slice.start)
        if place < tokenizer.count {
          tokenizer.decoded.append(tokenizer.input, from: place, to: place + Int(slice.count))
        } else {
          tokenizer.decoded.appendOwn(
            from: place - tokenizer.count, to: place - tokenizer.count + Int(slice.count))
        }
        guard slice.next > 0 else { break }
        piece = Int(slice.next) - 1
      }
      nodes[node].start = UInt32(truncatingIfNeeded: tokenizer.count + start)
      nodes[node].count = UInt32(truncatingIfNeeded: tokenizer.decoded.count - start)
    }
  }

  private mutating func allAttributes() -> [HTMLDocument.Attribute] {
    // Threads share the storage of empty arrays, into which the initializer would write its count.
    if tokenizer.attributes.count == 0 { return [] }
    return [HTMLDocument.Attribute](unsafeUninitializedCapacity: tokenizer.attributes.count) {
      output, count in
      for index in 0..<tokenizer.attributes.count {
        let attribute = tokenizer.attributes[index]
        output.initializeElement(
          at: index,
          to: HTMLDocument.Attribute(
            name: HTMLName(rawValue: attribute.name & ~TagAttribute.namespaced),
            isNamespaced: attribute.name & TagAttribute.namespaced != 0, start: attribute.start,
            count: attribute.count))
      }
      count = tokenizer.attributes.count
    }
  }

  /// The nodes in document order, none deeper than the limit.
  private mutating func inOrder(depthLimit: Int) -> [HTMLDocument.Node] {
    // A fragment is what its root holds.
    let root: Int32 = context == nil ? 0 : nodes[0].first
    let known = KnownNames.table
    var ancestors = UniqueArray<Int32>(capacity: depthLimit + 2)
    var isFlattened = false
    let result = [HTMLDocument.Node](unsafeUninitializedCapacity: nodes.count) { output, count in
      var node = root
      var depth = 0
      walk: while true {
        let entry = nodes[node]
        let level = min(depth, depthLimit)
        if depth > depthLimit { isFlattened = true }
        // Those that end before it.
        while ancestors.count > level {
          output[Int(ancestors.removeLast())].end = Int32(truncatingIfNeeded: count)
        }
        var name = entry.name
        var kind = HTMLDocument.Kind.element
        switch entry.kind {
        case .document: kind = .document
        case .doctype: kind = .doctype
        case .text: (kind, name) = (.text, 0)
        case .comment: (kind, name) = (.comment, 0)
        case .element:
          if entry.namespace == .svg, name < UInt32(known.count) {
            name = known.svgElement[Int(name)]
          }
        }
        if node == root { (kind, name) = (.document, 0) }
        output.initializeElement(
          at: count,
          to: HTMLDocument.Node(
            kind: kind, namespace: entry.namespace, depth: UInt16(truncatingIfNeeded: level),
            name: HTMLName(rawValue: name), parent: level > 0 ? ancestors[level - 1] : -1,
            end: Int32(truncatingIfNeeded: count &+ 1), start: entry.start, count: entry.count,
            position: entry.position))
        ancestors.append(Int32(truncatingIfNeeded: count))
        count &+= 1
        if entry.first >= 0 {
          node = entry.first
          depth &+= 1
          continue
        }
        while node != root {
          let next = nodes[node].next
          if next >= 0 {
            node = next
            continue walk
          }
          node = nodes[node].parent
          depth &-= 1
        }
        break
      }
      while !ancestors.isEmpty {
        output[Int(ancestors.removeLast())].end = Int32(truncatingIfNeeded: count)
      }
    }
    if isFlattened { loss.isFlattened = true }
    return result
  }
}
