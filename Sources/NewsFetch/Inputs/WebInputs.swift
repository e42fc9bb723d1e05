internal import NewsAddress
internal import NewsFiles
public import NewsModel

/// Addresses of the web as inputs, and the pictures of articles from there.
///
/// ```swift
/// var registry = FormatRegistry.standard
/// registry.register(WebInputs(client))
/// ```
public struct WebInputs: InputOpener, ResourceLoader {
  private let session: Session

  /// The client, made when the first address is opened.
  private final class Session: Sendable {
    private struct State: Sendable {
      var ahead: Result<FetchAhead, FetchFailure>?
      var hasReported = false
      /// What is sent to hosts that were named before.
      var fields: [(address: String, fields: HTTPFields)] = []
    }

    private let make: @Sendable () throws(FetchFailure) -> WebClient
    private let state = LockedValue(State())

    init(_ make: @escaping @Sendable () throws(FetchFailure) -> WebClient) { self.make = make }

    func ahead() throws(FetchFailure) -> FetchAhead {
      try state.withLock { state throws(FetchFailure) in
        if let ahead = state.ahead { return try ahead.get() }
        do throws(FetchFailure) {
          let client = try make()
          for (address, fields) in state.fields { client.name(address, fields: fields) }
          let ahead = FetchAhead(client)
          state.ahead = .success(ahead)
          return ahead
        } catch {
          state.ahead = .failure(error)
          throw error
        }
      }
    }

    var client: WebClient? {
      state.withLock { state in
        if case .success(let ahead)? = state.ahead { ahead.client } else { nil }
      }
    }

    func send(_ fields: HTTPFields, to address: String) {
      state.withLock { state in
        state.fields.append((address, fields))
        if case .success(let ahead)? = state.ahead { ahead.client.name(address, fields: fields) }
      }
    }

    /// Whether something is reported for the first time.
    func isFirstReport() -> Bool {
      state.withLock { state in
        defer { state.hasReported = true }
        return !state.hasReported
      }
    }
  }

  /// Opens addresses through a client.
  public init(_ client: WebClient) { session = Session { client } }

  /// Opens addresses through a client that is made when the first is opened: nothing is loaded
  /// without one.
  public init(_ make: @escaping @Sendable () throws(FetchFailure) -> WebClient) {
    session = Session(make)
  }

  /// What fetches, once something was fetched.
  public var client: WebClient? { session.client }

  /// Has fields sent to the host of an address, which the user names by this.
  public func send(_ fields: HTTPFields, to address: String) { session.send(fields, to: address) }

  /// Whether a word is an address of the web.
  public static func isAddress(_ word: String) -> Bool {
    word.utf8.count > 7 && WebAddress.isWeb(text: word)
  }

  // MARK: - Inputs

  /// Whether a word is an address of the web.
  public func opens(_ input: String) -> Bool { Self.isAddress(input) }

  /// Fetches what is behind an address.
  public func open(
    _ input: String, isNamed: Bool, limits: Limits, diagnostics: inout Diagnostics
  ) throws(ConversionError) -> (bytes: ByteReader, source: Source) {
    let response: WebResponse
    do throws(FetchFailure) {
      let ahead = try session.ahead()
      if isNamed { ahead.client.name(input) }
      if let problem = ahead.client.options.cacheProblem, session.isFirstReport() {
        diagnostics.warn(.cacheUnused, "nothing is kept for later: \(problem)")
      }
      response = try ahead.take(WebRequest(input, as: isNamed ? .named : .found))
    } catch {
      var failure = error
      if failure.address.isEmpty { failure.address = input }
      throw ConversionError(failure)
    }
    return (try response.body.reader(), Self.source(of: response, diagnostics: &diagnostics))
  }

  /// Begins to fetch.
  public func prepare(_ inputs: [String], isNamed: Bool) {
    let addresses = inputs.filter(Self.isAddress)
    guard !addresses.isEmpty, let ahead = try? session.ahead() else { return }
    if isNamed { for address in addresses { ahead.client.name(address) } }
    ahead.begin(addresses.map { WebRequest($0, as: isNamed ? .named : .found) })
  }

  /// What is known of a response besides its body.
  private static func source(
    of response: WebResponse, diagnostics: inout Diagnostics
  ) -> Source {
    var source = Source(bytes: [], url: response.address, charset: response.charset)
    source.mediaType = response.mediaType
    source.retrieved = Timestamp(secondsSince1970: FileSystem.now)
    source.isFetched = true
    source.lastModified = HTTPDate.seconds(response.fields["Last-Modified"]).flatMap {
      Timestamp(secondsSince1970: $0)
    }
    if let cut = response.cut {
      diagnostics.warn(
        .transferCut,
        "was cut off after \(response.body.count) bytes and is read as far as it came: \(cut)")
    }
    return source
  }

  // MARK: - Pictures

  /// The picture behind a reference: an address, or one that is relative to an article's own.
  public func load(
    _ reference: String, from origin: Origin?
  ) throws(ResourceFailure) -> Resource {
    guard let address = Self.address(of: reference, from: origin) else {
      throw ResourceFailure(.unsupported, "is no address of the web")
    }
    do throws(FetchFailure) {
      let response = try session.ahead().take(WebRequest(address, as: .picture))
      if let cut = response.cut {
        throw FetchFailure(.cutOff, "came in part only: \(cut)", address: address)
      }
      do throws(ConversionError) {
        return Resource(bytes: try response.body.bytes(), mediaType: response.mediaType)
      } catch {
        throw FetchFailure(.failed, error.message, address: address)
      }
    } catch {
      throw ResourceFailure(error)
    }
  }

  /// Begins to fetch pictures that will be asked for.
  ///
  /// - Parameter pictures: references with the origins of the articles that show them.
  public func prepare(pictures: [(reference: String, origin: Origin?)]) {
    guard let ahead = try? session.ahead() else { return }
    ahead.begin(
      pictures.compactMap { Self.address(of: $0.reference, from: $0.origin) }
        .map { WebRequest($0, as: .picture) })
  }

  /// The address that a reference means; `nil` where it is none of the web.
  public static func address(of reference: String, from origin: Origin?) -> String? {
    if isAddress(reference) { return reference }
    guard let base = origin?.url, isAddress(base), origin?.path == nil else { return nil }
    let parts = WebAddress(reference)
    guard parts.scheme == nil else { return nil }
    return parts.resolved(against: WebAddress(base)).text
  }
}
