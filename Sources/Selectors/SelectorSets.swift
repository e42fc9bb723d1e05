internal import NewsHTML

/// Judges all elements of a tree by selectors at once: a set of elements for each step.
struct SelectorSets {
  private let tree: HTMLTree
  private let isElement: [Bool]
  /// The element before each among its siblings; -1 for the first.
  private let previous: [Int32]

  init(_ tree: HTMLTree) {
    self.tree = tree
    isElement = tree.nodes.map { $0.tag.rawValue >= HTMLTag.unknown.rawValue }
    var previous = [Int32](repeating: -1, count: tree.count)
    /// The last child element of each that was met.
    var last = [Int32](repeating: -1, count: tree.count)
    for node in 0..<tree.count where isElement[node] {
      let parent = tree.parent(of: node)
      guard parent >= 0 else { continue }
      previous[node] = last[parent]
      last[parent] = Int32(node)
    }
    self.previous = previous
  }

  private var none: [Bool] { [Bool](repeating: false, count: tree.count) }

  /// The elements that one of some selectors selects.
  func set(of list: [Complex]) -> [Bool] {
    var all = none
    for complex in list { unite(&all, set(of: complex)) }
    return all
  }

  private func unite(_ all: inout [Bool], _ other: [Bool]) {
    for node in all.indices where other[node] { all[node] = true }
  }

  private func intersect(_ all: inout [Bool], _ other: [Bool]) {
    for node in all.indices where !other[node] { all[node] = false }
  }

  private func set(of complex: Complex) -> [Bool] {
    var set = set(of: complex.first)
    for (combinator, compound) in complex.rest {
      var following = reached(from: set, by: combinator)
      intersect(&following, self.set(of: compound))
      set = following
    }
    return set
  }

  /// The elements from which a relative selector leads to one.
  private func anchors(of complex: Complex) -> [Bool] {
    let compounds = [complex.first] + complex.rest.map(\.compound)
    let combinators = [complex.leading] + complex.rest.map(\.combinator)
    var set = [Bool](repeating: true, count: tree.count)
    for (index, (combinator, compound)) in zip(combinators, compounds).enumerated().reversed() {
      var here = self.set(of: compound)
      if index < compounds.count - 1 { intersect(&here, set) }
      set = leading(to: here, by: combinator)
    }
    return set
  }

  // MARK: - Combinators

  /// The elements that a combinator reaches from those of a set.
  private func reached(from set: [Bool], by combinator: Combinator) -> [Bool] {
    var reached = none
    for node in 0..<tree.count where isElement[node] {
      let parent = tree.parent(of: node)
      let before = Int(previous[node])
      switch combinator {
      case .descendant: if parent >= 0 { reached[node] = set[parent] || reached[parent] }
      case .child: if parent >= 0 { reached[node] = set[parent] }
      case .next: if before >= 0 { reached[node] = set[before] }
      case .later: if before >= 0 { reached[node] = set[before] || reached[before] }
      }
    }
    return reached
  }

  /// The elements from which a combinator reaches those of a set.
  private func leading(to set: [Bool], by combinator: Combinator) -> [Bool] {
    var leading = none
    for node in (0..<tree.count).reversed() where isElement[node] {
      let parent = tree.parent(of: node)
      let before = Int(previous[node])
      switch combinator {
      case .descendant: if parent >= 0, set[node] || leading[node] { leading[parent] = true }
      case .child: if parent >= 0, set[node] { leading[parent] = true }
      case .next: if before >= 0, set[node] { leading[before] = true }
      case .later: if before >= 0, set[node] || leading[node] { leading[before] = true }
      }
    }
    return leading
  }

  // MARK: - Conditions

  private func set(of compound: [Simple]) -> [Bool] {
    var all = isElement
    for simple in compound {
      switch simple {
      case .any: continue
      case .isOne(let list): intersect(&all, set(of: list))
      case .isNone(let list):
        let others = set(of: list)
        for node in all.indices where others[node] { all[node] = false }
      case .has(let list):
        var anchors = none
        for complex in list { unite(&anchors, self.anchors(of: complex)) }
        intersect(&all, anchors)
      case .nth(let step, let offset, let counted, let fromEnd):
        let places = places(counted, fromEnd: fromEnd)
        for node in all.indices where all[node] {
          all[node] = Self.isCounted(Int(places[node]), step, offset)
        }
      default:
        for node in all.indices where all[node] { all[node] = matches(node, simple) }
      }
    }
    return all
  }

  /// Whether a place is `step · n + offset` for an n from 0.
  private static func isCounted(_ place: Int, _ step: Int, _ offset: Int) -> Bool {
    guard place > 0 else { return false }
    if step == 0 { return place == offset }
    return (place - offset) % step == 0 && (place - offset) / step >= 0
  }

  /// The place of each element among its siblings, from 1; 0 for what is not counted.
  private func places(_ counted: Simple.Counted, fromEnd: Bool) -> [Int32] {
    struct Kind: Hashable {
      var parent: Int
      var name: String
    }
    var places = [Int32](repeating: 0, count: tree.count)
    let selected: [Bool]? = if case .selected(let list) = counted { set(of: list) } else { nil }
    let isByType = counted == .sameType
    var counts = [Int32](repeating: 0, count: tree.count)
    var ofType: [Kind: Int32] = [:]
    func count(_ node: Int) {
      guard isElement[node], selected?[node] ?? true else { return }
      let parent = tree.parent(of: node)
      guard parent >= 0 else { return }
      if isByType {
        let kind = Kind(parent: parent, name: tree.elementName(of: node))
        ofType[kind, default: 0] += 1
        places[node] = ofType[kind, default: 0]
      } else {
        counts[parent] += 1
        places[node] = counts[parent]
      }
    }
    if fromEnd {
      for node in (0..<tree.count).reversed() { count(node) }
    } else {
      for node in 0..<tree.count { count(node) }
    }
    return places
  }

  private func matches(_ node: Int, _ simple: Simple) -> Bool {
    switch simple {
    case .type(let name): tree.elementName(of: node) == name
    case .id(let id): tree.value(.id, of: node).map { $0.elementsEqual(id.utf8) } ?? false
    case .class(let name):
      tree.value(.class, of: node).map { Self.hasWord(name, $0) } ?? false
    case .attribute(let name, let comparison, let value, let ignoresCase):
      attributeMatches(node, name, comparison, value, ignoresCase)
    case .empty:
      !((node + 1)..<max(tree.end(of: node), node + 1)).contains { tree.parent(of: $0) == node }
    case .root: tree.parent(of: node) == HTMLTree.root
    case .any, .isOne, .isNone, .has, .nth: true
    }
  }

  private static func hasWord(_ word: String, _ value: ArraySlice<UInt8>) -> Bool {
    if word.isEmpty { return false }
    return value.split(whereSeparator: { $0 <= 0x20 }).contains { $0.elementsEqual(word.utf8) }
  }

  private func attributeMatches(
    _ node: Int, _ name: String, _ comparison: Simple.Comparison, _ value: String,
    _ ignoresCase: Bool
  ) -> Bool {
    guard let index = tree.attributes(of: node).first(where: { tree.name(at: $0) == name }) else {
      return false
    }
    var own = Array(tree.value(at: index))
    var wanted = Array(value.utf8)
    if ignoresCase {
      own = own.map(Self.lowered)
      wanted = wanted.map(Self.lowered)
    }
    switch comparison {
    case .present: return true
    case .equal: return own == wanted
    case .word: return Self.hasWord(String(decoding: wanted, as: UTF8.self), own[...])
    case .dash:
      return own == wanted
        || own.starts(with: wanted) && own.dropFirst(wanted.count).first == UInt8(ascii: "-")
    case .prefix: return !wanted.isEmpty && own.starts(with: wanted)
    case .suffix: return !wanted.isEmpty && own.suffix(wanted.count).elementsEqual(wanted)
    case .contains:
      guard !wanted.isEmpty, own.count >= wanted.count else { return false }
      return (0...(own.count - wanted.count)).contains {
        own[$0] == wanted[0] && own[$0..<($0 + wanted.count)].elementsEqual(wanted)
      }
    }
  }

  private static func lowered(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
  }
}
