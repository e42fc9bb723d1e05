/// Fetches what is behind addresses of the web: one request, one response.
///
/// ``LibcurlFetcher`` is the one that is used where libcurl is installed. An app may give its own,
/// made of URLSession or async-http-client. Redirects, the cache, `robots.txt`, retries and limits a
/// host are not its work but ``WebClient``'s.
///
/// ```swift
/// struct Recorded: Fetcher {
///   func fetch(_ request: FetchRequest) throws(FetchFailure) -> FetchResponse {
///     FetchResponse(status: 200, fields: ["Content-Type": "text/html"], body: FetchedBody(page))
///   }
/// }
/// ```
public protocol Fetcher: Sendable {
  /// Sends a request and waits for its response. Called from several threads at once.
  ///
  /// - Parameter request: an address of scheme `http` or `https`, with what to send and what it may
  ///   take. Redirects are not followed.
  /// - Throws: ``FetchFailure`` where there is no response. Any status is one.
  func fetch(_ request: FetchRequest) throws(FetchFailure) -> FetchResponse
}

/// A request (GET).
public struct FetchRequest: Sendable {
  /// The address, absolute, without a fragment.
  public var address: String
  /// What is sent besides what the fetcher sends by itself.
  public var fields: HTTPFields = HTTPFields()
  /// How many bytes the body may have, decompressed.
  public var byteLimit = 64 << 20
  /// The same for feeds and other lists, known by the media type that the server gives.
  public var listByteLimit = 256 << 20
  /// Seconds until there must be a connection.
  public var connectSeconds = 20.0
  /// Seconds that may pass without a byte.
  public var stallSeconds = 30.0
  /// Seconds for all of it.
  public var totalSeconds = 300.0
  /// Whether hosts of private networks are refused, loopback included, after their names were
  /// resolved.
  public var refusesPrivateHosts = true
  /// Whether a user's credentials for the host (`.netrc`) may be sent.
  public var usesCredentials = false

  /// A request for an address.
  public init(_ address: String) { self.address = address }
}

/// A response.
public struct FetchResponse: Sendable {
  /// The status of HTTP.
  public var status: Int
  /// The header.
  public var fields: HTTPFields
  /// The body, decompressed.
  public var body: FetchedBody
  /// Why the body is not whole, where the connection ended in its middle.
  public var cut: String?

  /// A response whose body is whole.
  public init(status: Int, fields: HTTPFields, body: FetchedBody) {
    self.status = status
    self.fields = fields
    self.body = body
  }
}
