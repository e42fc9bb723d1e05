extension HTMLDocument {
  /// The bytes of a text or comment.
  public func text(of node: Int) -> ArraySlice<UInt8> {
    let entry = nodes[node]
    guard entry.kind == .text || entry.kind == .comment else { return [] }
    return bytes(from: entry.start, count: entry.count)
  }

  /// The numbers of an element's attributes.
  public func attributes(of node: Int) -> Range<Int> {
    let entry = nodes[node]
    guard entry.kind == .element else { return 0..<0 }
    return Int(entry.start)..<Int(entry.start + entry.count)
  }

  /// The value of an attribute by its number.
  public func value(at attribute: Int) -> ArraySlice<UInt8> {
    let entry = attributes[attribute]
    return bytes(from: entry.start, count: entry.count)
  }

  /// Characters by their place.
  public func bytes(from start: UInt32, count: UInt32) -> ArraySlice<UInt8> {
    let place = Int(start)
    return place < input.count
      ? input[place..<(place + Int(count))]
      : decoded[(place - input.count)..<(place - input.count + Int(count))]
  }

  /// A name as text.
  public func string(of name: HTMLName) -> String {
    let known = KnownNames.table
    let number = Int(name.rawValue)
    return number < known.count
      ? String(decoding: known.names[number], as: UTF8.self) : ownNames[number - known.count]
  }

  /// The line of the input that a node begins on, from 1. Takes time for what stands before it:
  /// for many nodes use ``lines()``.
  public func line(of node: Int) -> Int {
    var line = 1
    for index in 0..<min(Int(nodes[node].position), input.count) where input[index] == 0x0A {
      line += 1
    }
    return line
  }

  /// The lines of the input that all nodes begin on, from 1.
  public func lines() -> [Int] {
    var starts: [Int] = []
    for index in 0..<input.count where input[index] == 0x0A { starts.append(index + 1) }
    return nodes.map { node in
      var low = 0
      var high = starts.count
      while low < high {
        let middle = (low + high) / 2
        if starts[middle] <= Int(node.position) { low = middle + 1 } else { high = middle }
      }
      return low + 1
    }
  }

  /// All text below a node.
  public func string(of node: Int) -> String {
    var result: [UInt8] = []
    for index in node..<Int(nodes[node].end) where nodes[index].kind == .text {
      result += text(of: index)
    }
    return String(decoding: result, as: UTF8.self)
  }
}
