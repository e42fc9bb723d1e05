/// Judges lines of pages by what was learned from others: a few small decision trees over
/// ``LineFeatures``, their votes added up.
///
/// It is whole numbers throughout, so that the same page gets the same judgement everywhere.
/// `Benchmarks/extraction/train` makes the trees (`LineModel+Trees.swift`) and tells from what.
struct LineModel: Sendable {
  /// A branch or a leaf.
  private struct Node {
    /// For a branch the feature it asks for, for a leaf -1.
    var feature: Int16
    /// For a branch the largest value that goes left, for a leaf its vote.
    var value: Int16
    /// For a branch the node on its right; the one on its left follows it.
    var right: Int32 = 0
  }

  private var nodes: [Node] = []
  private var roots: [Int32] = []

  /// The trees that come with the program, read when the first page is.
  static let trained = LineModel(LineModel.trees)

  /// How many points of a judgement make the odds e times better.
  static let scale = 1000

  /// Reads trees: a branch is `feature:value`, a leaf `=vote`; each tree is one line, its nodes in
  /// the order of a walk that goes left first.
  init(_ text: StaticString) {
    var isLeaf = false
    var number = 0
    var isNegative = false
    var hasNumber = false
    var asked = 0
    // The branches that have no right side yet.
    var waiting: [Int] = []
    var followsLeaf = false
    func take(_ model: inout LineModel) {
      guard hasNumber else { return }
      let node = model.nodes.count
      if followsLeaf, let branch = waiting.popLast() { model.nodes[branch].right = Int32(node) }
      if !isLeaf { waiting.append(node) }
      followsLeaf = isLeaf
      model.nodes.append(
        Node(
          feature: isLeaf ? -1 : Int16(clamping: asked),
          value: Int16(clamping: isNegative ? -number : number)))
    }
    text.withUTF8Buffer { bytes in
      roots.append(0)
      for byte in bytes {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"):
          number = number &* 10 &+ Int(byte - 48)
          hasNumber = true
        case UInt8(ascii: "-"): isNegative = true
        case UInt8(ascii: "="): isLeaf = true
        case UInt8(ascii: ":"):
          asked = number
          number = 0
          isNegative = false
        case 0x20, 0x0A:
          take(&self)
          if byte == 0x0A {
            roots.append(Int32(nodes.count))
            waiting = []
            followsLeaf = false
          }
          isLeaf = false
          number = 0
          isNegative = false
          hasNumber = false
        default: break
        }
      }
    }
    roots.removeAll { Int($0) >= nodes.count }
  }

  /// The judgements of lines, given their features one line's after the other's: more than 0 for one
  /// that is likely the article's.
  ///
  /// Each tree judges all lines before the next does: lines that stand together take the same
  /// branches, which a processor guesses then.
  func judgements(of values: [Int16], width: Int) -> [Int] {
    var sums = Array(repeating: 0, count: values.count / width)
    values.withUnsafeBufferPointer { values in
      nodes.withUnsafeBufferPointer { nodes in
        for root in roots {
          var row = 0
          for line in sums.indices {
            var node = nodes[Int(root)]
            var place = Int(root)
            while node.feature >= 0 {
              place = values[row + Int(node.feature)] <= node.value ? place + 1 : Int(node.right)
              node = nodes[place]
            }
            sums[line] += Int(node.value)
            row += width
          }
        }
      }
    }
    return sums
  }

  /// The probability that a judgement stands for, without a mathematics library: between the points
  /// of a table.
  static func probability(_ score: Int) -> Double {
    let points = [
      0.0025, 0.0067, 0.018, 0.0474, 0.1192, 0.2689, 0.5, 0.7311, 0.8808, 0.9526, 0.982, 0.9933,
      0.9975,
    ]
    let place = min(max(score + 6 * scale, 0), 12 * scale - 1)
    let index = place / scale
    let rest = Double(place % scale) / Double(scale)
    return points[index] + (points[index + 1] - points[index]) * rest
  }
}
