/// Signatures of texts that are alike where the texts are: over runs of three words, the hash of each
/// `h(a) * p² + h(b) * p + h(c)` modulo 2⁶⁴ with FNV's prime p, mixed. A text of fewer words is one run.
///
/// They are part of what users store: they stay as they are. `Documentation/rows.md` has them in
/// Python.
struct NearDuplicate {
  /// 64 bits, of which texts that are alike differ in few (Charikar's SimHash).
  private(set) var simHash: UInt64 = 0
  /// The least of the hashes under each of 32 functions, 32 bits of it: the share of those that are
  /// equal estimates the share of the runs that two texts have in common (Broder's MinHash).
  private(set) var minHash: [UInt32] = []

  private static let prime: UInt64 = 0x100_0000_01B3
  private static let functions: [(factor: UInt64, addend: UInt64)] = {
    var state: UInt64 = 1
    func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      return mixed(state)
    }
    return (0..<32).map { _ in (next() | 1, next()) }
  }()

  init(_ words: [UInt64]) {
    let runs = Self.runs(words)
    if runs.isEmpty { return }
    var votes = [Int32](repeating: 0, count: 64)
    var least = [UInt64](repeating: .max, count: Self.functions.count)
    for run in runs {
      for bit in 0..<64 { votes[bit] += run >> UInt64(bit) & 1 == 1 ? 1 : -1 }
      for (index, function) in Self.functions.enumerated() {
        let value = run &* function.factor &+ function.addend
        if value < least[index] { least[index] = value }
      }
    }
    for bit in 0..<64 where votes[bit] > 0 { simHash |= 1 << UInt64(bit) }
    minHash = least.map { UInt32(truncatingIfNeeded: $0 >> 32) }
  }

  /// The hashes of the runs, each once.
  private static func runs(_ words: [UInt64]) -> Set<UInt64> {
    guard words.count >= 3 else {
      return words.isEmpty ? [] : [mixed(words.reduce(0) { $0 &* prime &+ $1 })]
    }
    var runs: Set<UInt64> = []
    runs.reserveCapacity(words.count)
    for index in 2..<words.count {
      runs.insert(
        mixed((words[index - 2] &* prime &+ words[index - 1]) &* prime &+ words[index]))
    }
    return runs
  }

  /// The finalizer of SplitMix64.
  private static func mixed(_ word: UInt64) -> UInt64 {
    var word = word
    word = (word ^ word >> 30) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ word >> 27) &* 0x94D0_49BB_1331_11EB
    return word ^ word >> 31
  }
}
