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
  /// So much is an article where the judgements are for it and against what the rules kept.
  static let shortArticle = 80
  /// So much of a page (per cent) is more than an offer to subscribe.
  static let paywalledPart = 30

  /// A line that the rules took out by its names, its links or a mark of copyright comes in above
  /// this: such signs lie once in five times,
  static let takeNamedAbove = 1600
  /// on a small page hardly ever.
  static let takeNamedAboveOnSmall = 4000
  /// The same where the judgements expect little of what the rules kept: then the names lie.
  static let takeDisputedAbove = 620
  /// The judgements agree with the rules from this expected F1 on, in hundredths.
  static let agreement = 70
  /// With fewer lines a page is a part of one, unlike those that were learned from:
  static let fewLines = 40
  /// then the rules' word weighs more, both for what they kept
  static let keepAboveOnSmall = -2600
  /// and for what they left out.
  static let takeAboveOnSmall = 2000

  // MARK: - Kinds of page

  /// A page is a thread if posts have this share of its text, in hundredths,
  static let threadShare = 60
  /// and less than this is elsewhere: an article with many comments has more.
  static let threadRest = 600

  /// Articles side by side are what a page is made of if they have this share of its text, in
  /// hundredths.
  static let severalShare = 60
  /// and are whole on average from so many letters on; announcements have fewer.
  static let wholeArticle = 1200

  // MARK: - Boundaries

  /// A longer line is running text, whatever words are in it.
  static let longestNotice = 420
  /// A longer line is no caption.
  static let longestCaption = 300
  /// What a heading of other articles announces has no more text of its own, links not counted.
  static let mostAnnounced = 1500
  /// Rules that go by words leave at least so much.
  static let leastLeft = 60

  // MARK: - Doubt

  /// Below this expected F1, in hundredths, the reader is warned. Of 752 pages 13 lie below it, nine of
  /// them below .7 in truth and two above .9; with 78 it would be seven above .9.
  static let doubtBelow = 75
  /// This share of a page's text left out against the rules, in hundredths, is reported.
  static let fairPart = 20
  /// The page's own data has so many times the text: then it is believed.
  static let declaredTimes = 2
  /// The data's text counts as found in the page if the page shows this share of it, in hundredths.
  static let declaredShown = 60
}
