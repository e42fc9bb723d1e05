/// The numbers that extraction goes by, each with its reason. Lengths are in letters, a Chinese or
/// Japanese character counts as two; judgements are in thousandths of a logarithm of odds.
enum ExtractionWeights {
  // MARK: - Choosing lines

  /// A line that the rules kept goes below this judgement: three to one against it. Found by
  /// leave-sites-out; between -1400 and -400 little changes.
  static let keepAbove = -1100
  /// A line that the rules left out comes in above this: two to one for it.
  static let takeAbove = 620
  /// A plain sentence beside one that is chosen goes only below this: what looks like its
  /// neighbours seldom is anything else.
  static let siblingAbove = -2500
  /// With less text than this another way is tried: a teaser has more.
  static let enoughText = 200

  // MARK: - Doubt

  /// Below this expected F1, in hundredths, the reader is warned.
  static let doubtBelow = 70
  /// The page's own data has so many times the text: then it is believed.
  static let declaredTimes = 2
  /// The data's text counts as found in the page if the page shows this share of it, in hundredths.
  static let declaredShown = 60
}
