/// The word that somebody probably meant.
package enum Nearest {
  /// The known word that is nearest to one that is not known; `nil` if none is near.
  ///
  /// Near is what takes few changes beside the word's length: one in a short word, two in a long one.
  package static func word(to word: String, among known: some Sequence<String>) -> String? {
    var nearest: (word: String, distance: Int)?
    for candidate in known {
      let distance = distance(word, candidate)
      if distance < nearest?.distance ?? .max { nearest = (candidate, distance) }
    }
    guard let nearest, nearest.distance <= (word.utf8.count < 5 ? 1 : 2) else { return nil }
    return nearest.word
  }

  /// Levenshtein's distance, a swap of neighbours being one change.
  private static func distance(_ left: String, _ right: String) -> Int {
    let (left, right) = (Array(left.utf8.prefix(64)), Array(right.utf8.prefix(64)))
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for row in left.indices {
      var current = [row + 1]
      for column in right.indices {
        let cost = left[row] == right[column] ? 0 : 1
        var best = min(last[column] + cost, current[column] + 1, last[column + 1] + 1)
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          best = min(best, beforeLast[column - 1] + 1)
        }
        current.append(best)
      }
      (beforeLast, last) = (last, current)
    }
    return last[right.count]
  }
}
