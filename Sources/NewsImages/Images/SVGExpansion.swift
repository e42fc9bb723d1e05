/// How much a drawing grows when what refers to its parts is replaced by them.
///
/// Ten lines of `use`, each of which shows the one before ten times, draw ten thousand million
/// shapes. So the shapes are counted before anybody draws them.
struct SVGExpansion {
  private struct Part {
    /// What its own elements weigh, without those of parts within it.
    var weight = 0
    var children: [Int] = []
    var targets: [Substring] = []
  }

  private var parts = [Part()]
  private var byID: [Substring: Int] = [:]
  /// The part that each open element belongs to.
  private var open = [0]

  /// What references may add to a drawing, in elements.
  static let most = 1_000_000

  /// An element begins.
  ///
  /// - Parameters:
  ///   - size: bytes of its attributes: a long path takes longer to draw.
  ///   - targets: the parts that it refers to.
  mutating func begin(id: String?, size: Int, targets: [Substring]) {
    var part = open[open.count - 1]
    if let id {
      parts.append(Part())
      parts[part].children.append(parts.count - 1)
      part = parts.count - 1
      byID[id[...]] = part
    }
    parts[part].weight += 1 + size / 128
    parts[part].targets += targets
    open.append(part)
  }

  /// The element ends that began last.
  mutating func end() { if open.count > 1 { open.removeLast() } }

  /// Whether references add more than a drawing may have.
  var isTooLarge: Bool {
    let own = parts.reduce(0) { $0 + $1.weight }
    let limit = own + Self.most
    var weights = [Int?](repeating: nil, count: parts.count)
    var isEntered = [Bool](repeating: false, count: parts.count)
    var stack = [0]
    while let part = stack.last {
      if isEntered[part] {
        stack.removeLast()
        if weights[part] != nil { continue }
        var weight = parts[part].weight
        for next in following(part) {
          // What refers to itself is not drawn: a part on the way to itself weighs nothing yet.
          weight = min(weight + (weights[next] ?? 0), limit + 1)
        }
        weights[part] = weight
        continue
      }
      isEntered[part] = true
      for next in following(part) where !isEntered[next] { stack.append(next) }
    }
    return weights[0].map { $0 > limit } ?? true
  }

  private func following(_ part: Int) -> [Int] {
    parts[part].children + parts[part].targets.compactMap { byID[$0] }
  }

  /// The parts that a value of an attribute refers to: `url(#name)`.
  static func targets(in value: String) -> [Substring] {
    var targets: [Substring] = []
    var rest = value.utf8[...]
    while let mark = rest.firstIndex(of: UInt8(ascii: "#")) {
      rest = rest[rest.index(after: mark)...]
      let name = rest.prefix {
        $0 > 0x20 && $0 != UInt8(ascii: ")") && $0 != UInt8(ascii: "'") && $0 != UInt8(ascii: "\"")
      }
      if rest.endIndex != name.endIndex { targets.append(Substring(name)) }
      rest = rest[name.endIndex...]
    }
    return targets
  }
}
