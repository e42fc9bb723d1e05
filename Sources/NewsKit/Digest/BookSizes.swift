/// Spreads articles over books of a size: as few as hold them in their order, none larger than it may
/// be unless a single article is.
///
/// Where a book ends is guessed from estimates and corrected by what books that were measured have,
/// which is dear: two or three are enough for most books.
struct BookSizes {
  /// The bytes of all articles before each, estimated.
  private let sums: [Int]
  private let most: Int
  /// Bytes of a book by estimated byte, as measured last.
  private var ratio = 1.0
  /// Where the next book starts; `nil` at the end.
  private(set) var start: Int?

  init(estimates: [Int], most: Int) {
    var sums = [0]
    for bytes in estimates { sums.append(sums[sums.count - 1] + max(1, bytes)) }
    self.sums = sums
    self.most = most
    start = estimates.isEmpty ? nil : 0
  }

  private var count: Int { sums.count - 1 }
  /// A book that is as full is not filled up further.
  private var full: Int { most - most / 25 }
  /// However odd the sizes are, the search halves what is left to it after these.
  private static let mostGuesses = 6

  /// Ends the next book.
  ///
  /// - Parameter measure: how many bytes the book up to an article has; `nil` where it is not known.
  mutating func nextEnd(measure: (Int) -> Int?) -> Int {
    guard let start else { return count }
    // What fits, and what does not.
    var (low, lowBytes) = (start, 0)
    var (high, highBytes) = (count + 1, Int?.none)
    var guesses = 0
    while high - low > 1, lowBytes < full {
      var end = guess(low, lowBytes, high, highBytes)
      if guesses >= Self.mostGuesses { end = low + (high - low) / 2 }
      guesses += 1
      guard let bytes = measure(end) else {
        low = max(end, start + 1)
        break
      }
      let estimate = sums[end] - sums[start]
      if bytes <= most { (low, lowBytes) = (end, bytes) } else { (high, highBytes) = (end, bytes) }
      ratio = max(0.001, Double(bytes) / Double(estimate))
      if low == count { break }
    }
    let end = min(count, max(low, start + 1))
    self.start = end == count ? nil : end
    return end
  }

  /// The last article that seems to fit, between those that are known to fit and not to.
  private func guess(_ low: Int, _ lowBytes: Int, _ high: Int, _ highBytes: Int?) -> Int {
    var ratio = ratio
    if let highBytes, lowBytes > 0 {
      ratio = Double(highBytes - lowBytes) / Double(sums[high] - sums[low])
    }
    // A little less than fits by the estimate is measured once only.
    let room = Double(most) * 0.985 - Double(lowBytes)
    var end = low
    while end + 1 < high, Double(sums[end + 1] - sums[low]) * ratio <= room { end += 1 }
    return min(max(end, low + 1), high - 1)
  }
}
