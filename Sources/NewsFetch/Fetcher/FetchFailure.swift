public import NewsModel

/// Why nothing was fetched from an address.
///
/// A struct with an open code, so that a new kind of failure breaks nobody's `switch`.
public struct FetchFailure: Error, Sendable, Hashable {
  /// The kind of failure.
  public struct Code: RawRepresentable, Sendable, Hashable {
    /// The name of the kind.
    public var rawValue: String
    /// Makes a code.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// It is no address of the web.
    public static let badAddress = Code(rawValue: "bad-address")
    /// There is no host of that name.
    public static let unresolved = Code(rawValue: "unresolved")
    /// The host refuses connections or is not reached.
    public static let unreachable = Code(rawValue: "unreachable")
    /// It took too long.
    public static let timedOut = Code(rawValue: "timed-out")
    /// The certificate of the host is not trusted.
    public static let untrusted = Code(rawValue: "untrusted")
    /// The connection ended before the response did.
    public static let cutOff = Code(rawValue: "cut-off")
    /// The body is larger than the limit.
    public static let tooLarge = Code(rawValue: "too-large")
    /// The host is one of a private network, and the user did not name it.
    public static let privateHost = Code(rawValue: "private-host")
    /// Redirects go on without end.
    public static let redirects = Code(rawValue: "redirects")
    /// The server answered with a status that is no success.
    public static let status = Code(rawValue: "status")
    /// The server says that it is gone for good.
    public static let gone = Code(rawValue: "gone")
    /// The site's `robots.txt` does not allow it.
    public static let disallowed = Code(rawValue: "disallowed")
    /// Only the cache may be used, and it is not there.
    public static let notCached = Code(rawValue: "not-cached")
    /// There is nothing to fetch with.
    public static let noFetcher = Code(rawValue: "no-fetcher")
    /// Something else.
    public static let failed = Code(rawValue: "failed")
  }

  /// The kind of failure.
  public var code: Code
  /// What happened and what to do, to stand behind the address: `was not found (404)`.
  public var reason: String
  /// The address.
  public var address: String
  /// The status of HTTP, where the server answered.
  public var status: Int?
  /// In how many seconds the server wants to be asked again.
  public var retryAfter: Int?

  /// Makes a failure.
  public init(_ code: Code, _ reason: String, address: String, status: Int? = nil) {
    self.code = code
    self.reason = reason
    self.address = address
    self.status = status
  }
}

extension ConversionError.Code {
  /// A host or what it should have is not reached.
  public static let unreachable = ConversionError.Code(rawValue: "unreachable")
}

extension ConversionError {
  /// The error of an input that could not be fetched.
  public init(_ failure: FetchFailure) {
    let code: ConversionError.Code =
      switch failure.code {
      case .tooLarge: .limitExceeded
      case .badAddress: .badInput
      default: .unreachable
      }
    self.init(code, failure.reason, file: failure.address)
  }
}

extension ResourceFailure {
  /// The failure of a picture that could not be fetched.
  init(_ failure: FetchFailure) {
    let code: ResourceFailure.Code =
      switch failure.code {
      case .tooLarge: .tooLarge
      case .privateHost, .disallowed, .badAddress: .refused
      default: .unreachable
      }
    self.init(code, failure.reason)
  }
}
