/// Why there is no resource.
///
/// A struct with an open code, so that a new kind of failure breaks nobody's `switch`.
public struct ResourceFailure: Error, Sendable, Hashable {
  /// The kind of failure.
  public struct Code: RawRepresentable, Sendable, Hashable {
    /// The name of the kind.
    public var rawValue: String
    /// Makes a code.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// A reference of a kind that the loader does not know: the next in a chain is asked.
    public static let unsupported = Code(rawValue: "unsupported")
    /// There is nothing of that name.
    public static let notFound = Code(rawValue: "not-found")
    /// It lies outside what the user gave, or is no regular file: it was not opened.
    public static let refused = Code(rawValue: "refused")
    /// It is larger than a limit.
    public static let tooLarge = Code(rawValue: "too-large")
    /// It is there and cannot be read, or is damaged.
    public static let unreadable = Code(rawValue: "unreadable")
    /// It could not be fetched in time, or at all.
    public static let unreachable = Code(rawValue: "unreachable")
  }

  /// The kind of failure.
  public var code: Code
  /// What happened, to stand behind the name of the resource: `lies outside the site's folder`.
  public var reason: String

  /// Makes a failure.
  public init(_ code: Code, _ reason: String) {
    self.code = code
    self.reason = reason
  }
}
