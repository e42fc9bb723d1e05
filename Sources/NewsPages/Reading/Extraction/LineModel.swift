/// Judges lines of pages by what was learned from others: a few small decision trees over
/// ``LineFeatures``, their votes added up.
///
/// It is whole numbers throughout, so that the same page gets the same judgement everywhere.
///
/// Trees are not walked down from their roots: every branch that a line does not take the left side of
/// rules that side's leaves out, and of those left over the leftmost is the one that a walk ends at
/// (Lucchese and others, QuickScorer, 2015). So sixteen lines are judged at once, without a jump that
/// a processor would have to guess.
/// `Benchmarks/extraction/train` makes the trees (`LineModel+Trees.swift`) and tells from what.
struct LineModel: Sendable {
  /// A branch.
  private struct Branch {
    /// The largest value of its feature that goes left.
    var value: Int16
    /// The tree that it is in.
    var tree: Int16
    /// The leaves on its left, a bit each.
    var left: UInt32
  }

  /// The branches of all trees by the feature that they ask for, those of the smallest values first.
  private var branches: [Branch] = []
  /// The first branch of each feature, and the end of the last's.
  private var starts: [Int] = [0]
  /// The votes of the leaves, ``most`` for each tree.
  private var votes: [Int32] = []

  /// How many leaves a tree may have.
  private static let most = 32

  /// The trees that come with the program, read when the first page is.
  static let trained = LineModel(LineModel.trees)

  /// How many points of a judgement make the odds e times better.
  static let scale = 1000

  /// Reads trees: a branch is `feature:value`, a leaf `=vote`; each tree is one line, its nodes in
  /// the order of a walk that goes left first.
  init(_ text: StaticString) {
    var byFeature: [[Branch]] = []
    var number = 0
    var isNegative = false
    var hasNumber = false
    var isLeaf = false
    var asked = 0
    var tree = 0
    var leaves = 0
    // The branches that have no right side yet: their features, places and first leaves.
    var waiting: [(feature: Int, index: Int, first: Int)] = []
    func take(_ model: inout LineModel) {
      guard hasNumber else { return }
      let value = isNegative ? -number : number
      guard isLeaf else {
        while byFeature.count <= asked { byFeature.append([]) }
        waiting.append((asked, byFeature[asked].count, leaves))
        byFeature[asked].append(
          Branch(value: Int16(clamping: value), tree: Int16(clamping: tree), left: 0))
        return
      }
      while model.votes.count <= tree * Self.most + leaves { model.votes.append(0) }
      model.votes[tree * Self.most + leaves] = Int32(clamping: value)
      leaves += 1
      precondition(leaves <= Self.most, "a tree has more than \(Self.most) leaves")
      // What follows a leaf is the right side of the nearest branch without one.
      if let branch = waiting.popLast() {
        let left = UInt32(truncatingIfNeeded: UInt64(1) << UInt64(leaves) - 1)
        byFeature[branch.feature][branch.index].left = left & (UInt32.max << UInt32(branch.first))
      }
    }
    text.withUTF8Buffer { bytes in
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
            if leaves > 0 { tree += 1 }
            leaves = 0
            waiting = []
          }
          isLeaf = false
          number = 0
          isNegative = false
          hasNumber = false
        default: break
        }
      }
    }
    while votes.count < tree * Self.most { votes.append(0) }
    for feature in byFeature {
      branches += feature.sorted { $0.value < $1.value }
      starts.append(branches.count)
    }
  }

  /// The judgements of lines, given their features one line's after the other's: more than 0 for one
  /// that is likely the article's.
  func judgements(of values: [Int16], width: Int) -> [Int] {
    let count = values.count / width
    let trees = votes.count / Self.most
    var sums = Array(repeating: 0, count: count)
    // The features that are asked for, and the leaves of each tree that are not ruled out, in halves,
    // of sixteen lines.
    var columns = Array(
      repeating: SIMD16<Int16>(repeating: Self.smallest), count: min(starts.count - 1, width))
    let all = SIMD16<UInt16>(repeating: .max)
    var low = Array(repeating: all, count: trees)
    var high = low
    columns.withUnsafeMutableBufferPointer { columns in
      low.withUnsafeMutableBufferPointer { low in
        high.withUnsafeMutableBufferPointer { high in
          for first in stride(from: 0, to: count, by: 16) {
            let lines = first..<min(first + 16, count)
            turn(values, width: width, lines: lines, into: columns)
            low.update(repeating: all)
            high.update(repeating: all)
            rule(out: low, high, columns)
            vote(low, high, for: lines, into: &sums)
          }
        }
      }
    }
    return sums
  }

  /// Writes the features of sixteen lines or fewer one feature's after the other's.
  private func turn(
    _ values: [Int16], width: Int, lines: Range<Int>,
    into columns: UnsafeMutableBufferPointer<SIMD16<Int16>>
  ) {
    UnsafeMutableRawBufferPointer(columns).withMemoryRebound(to: Int16.self) { lanes in
      values.withUnsafeBufferPointer { values in
        for (lane, line) in lines.enumerated() {
          let row = values[(line * width)..<((line + 1) * width)]
          var place = lane
          for value in row.prefix(columns.count) {
            // No branch asks for less; the difference from its value is a number of 16 bits then.
            lanes[place] = max(value, Self.smallest)
            place += 16
          }
        }
      }
    }
  }

  /// Rules the leaves out that sixteen lines do not come to.
  private func rule(
    out low: UnsafeMutableBufferPointer<SIMD16<UInt16>>,
    _ high: UnsafeMutableBufferPointer<SIMD16<UInt16>>,
    _ columns: UnsafeMutableBufferPointer<SIMD16<Int16>>
  ) {
    branches.withUnsafeBufferPointer { branches in
      for feature in columns.indices {
        let column = columns[feature]
        let largest = column.max()
        for branch in branches[starts[feature]..<starts[feature + 1]] {
          // Those that follow have larger values still: all lines take their left sides.
          if branch.value >= largest { break }
          // All bits of a lane whose line takes the right side.
          let isRight = SIMD16<UInt16>(
            truncatingIfNeeded: (SIMD16(repeating: branch.value) &- column) &>> 15)
          let tree = Int(branch.tree)
          low[tree] &= ~(isRight & UInt16(truncatingIfNeeded: branch.left))
          high[tree] &= ~(isRight & UInt16(truncatingIfNeeded: branch.left >> 16))
        }
      }
    }
  }

  private static let smallest: Int16 = -16_384

  /// Adds the votes of all trees up.
  private func vote(
    _ low: UnsafeMutableBufferPointer<SIMD16<UInt16>>,
    _ high: UnsafeMutableBufferPointer<SIMD16<UInt16>>, for lines: Range<Int>,
    into sums: inout [Int]
  ) {
    let lows = UnsafeRawBufferPointer(low)
    let highs = UnsafeRawBufferPointer(high)
    votes.withUnsafeBufferPointer { votes in
      sums.withUnsafeMutableBufferPointer { sums in
        for tree in low.indices {
          for lane in 0..<lines.count {
            let place = (tree &* 16 &+ lane) &* 2
            // The last bit is never the first: it says that there is one.
            let leaves =
              UInt32(lows.load(fromByteOffset: place, as: UInt16.self))
              | UInt32(highs.load(fromByteOffset: place, as: UInt16.self)) << 16 | 1 << 31
            sums[lines.lowerBound &+ lane] &+= Int(
              votes[tree &* Self.most &+ leaves.trailingZeroBitCount])
          }
        }
      }
    }
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
