/// What surrounds a writer: things of the machine and the run, not of the user's taste.
///
/// A program makes one and hands it to every writer; the defaults give a writer that reads no file
/// and works alone.
public struct WriterEnvironment: Sendable {
  /// Finds pictures, and the files that options name (a style sheet, a cover): those are asked for
  /// with no origin and the path as the user gave it.
  public var resources: (any ResourceLoader)?
  /// `SOURCE_DATE_EPOCH`: the seconds since 1970 to give as the time of the output, instead of
  /// the latest time in the content.
  public var sourceDateEpoch: Int?
  /// How many articles a writer may render at once; the bytes do not depend on it.
  public var jobs: Int
  /// Whether the same articles are written again and again, as for measuring: what is dear to make
  /// (pictures) may be kept for the next time.
  public var isRepeated = false

  /// Describes surroundings.
  public init(
    resources: (any ResourceLoader)? = nil, sourceDateEpoch: Int? = nil, jobs: Int = 1
  ) {
    self.resources = resources
    self.sourceDateEpoch = sourceDateEpoch
    self.jobs = max(1, jobs)
  }
}
