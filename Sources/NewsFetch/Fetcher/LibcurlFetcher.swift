internal import CCurl
internal import NewsFiles

/// Fetches through libcurl, which is opened when the first one is made.
///
/// One thread drives all exchanges at once; callers wait for theirs. Connections, resolved names and
/// the cookies that sites set are shared for the fetcher's lifetime.
public final class LibcurlFetcher: Fetcher {
  /// What all requests share.
  public struct Options: Sendable {
    /// What is sent as `User-Agent`.
    public var userAgent = WebClient.userAgent
    /// A file of cookies in Netscape's format, as browsers' add-ons and curl write it.
    public var cookieFile: String?
    /// A file of credentials (`.netrc`).
    public var credentialsFile: String?
    /// A file of certificates to trust instead of the system's.
    public var certificates: String?
    /// Addresses of hosts that are not asked for: `HOST:PORT:ADDRESS`.
    public var resolved: [String] = []
    /// How many connections a host may have.
    public var connectionsPerHost = 2
    /// The port of the proxy that the environment names; 0 for none.
    var proxyPort = 0

    /// The defaults.
    public init() {}
  }

  private let options: Options
  private let engine: Engine

  /// Opens libcurl.
  ///
  /// - Throws: ``FetchFailure/Code/noFetcher`` where it is not installed, with what to install.
  public init(_ options: Options = Options()) throws(FetchFailure) {
    switch curl_find() {
    case curl_installed: break
    case curl_not_built:
      throw FetchFailure(
        .noFetcher,
        "addresses need libcurl, whose headers were not there when this program was built "
          + "(Debian: libcurl4-openssl-dev)", address: "")
    default:
      throw FetchFailure(
        .noFetcher, "addresses need libcurl, which is not installed (Debian: libcurl4)",
        address: "")
    }
    guard let engine = Engine(connections: options.connectionsPerHost) else {
      throw FetchFailure(.noFetcher, "libcurl cannot be started", address: "")
    }
    self.options = options
    self.engine = engine
  }

  deinit { engine.stop() }

  /// Fetches what is behind an address.
  public func fetch(_ request: FetchRequest) throws(FetchFailure) -> FetchResponse {
    let transfer = Transfer(request, options)
    engine.begin(transfer)
    return try transfer.outcome.wait().get()
  }
}

/// The thread that drives all exchanges.
private final class Engine: Sendable {
  private struct State: Sendable {
    var waiting: [Transfer] = []
    var isStopped = false
  }

  private let state = LockedValue(State())
  /// Used by the engine's thread, and by others to wake it.
  private nonisolated(unsafe) let pool: OpaquePointer

  init?(connections: Int) {
    guard let pool = curl_pool_make(connections) else { return nil }
    self.pool = pool
    let (state, ownPool) = (state, PoolPointer(pool))
    let thread = Thread { Self.drive(ownPool.pointer, state) }
    if thread == nil {
      curl_pool_free(pool)
      return nil
    }
  }

  /// Takes the pool to the engine's thread, whose own it is from then on.
  private struct PoolPointer: Sendable {
    /// Handed over once, before the thread begins.
    nonisolated(unsafe) let pointer: OpaquePointer
    init(_ pointer: OpaquePointer) { self.pointer = pointer }
  }

  func begin(_ transfer: Transfer) {
    state.withLock { state in
      state.waiting.append(transfer)
      curl_pool_wake(pool)
    }
  }

  /// Ends the thread, which frees the pool; there are no exchanges any more.
  func stop() {
    state.withLock { state in
      state.isStopped = true
      curl_pool_wake(pool)
    }
  }

  private static func drive(_ pool: OpaquePointer, _ state: LockedValue<State>) {
    var running: [ObjectIdentifier: Transfer] = [:]
    while true {
      let (new, isStopped) = state.withLock { state in
        defer { state.waiting = [] }
        return (state.waiting, state.isStopped)
      }
      if isStopped { break }
      for transfer in new {
        if transfer.add(to: pool) { running[ObjectIdentifier(transfer)] = transfer }
      }
      curl_pool_run(pool, running.isEmpty ? 60_000 : 1_000)
      while let exchange = curl_pool_take(pool) {
        if let owner = curl_exchange_owner(exchange) {
          let transfer = Unmanaged<Transfer>.fromOpaque(owner).takeUnretainedValue()
          transfer.end(exchange)
          running[ObjectIdentifier(transfer)] = nil
        }
        curl_exchange_free(exchange)
      }
    }
    curl_pool_free(pool)
  }
}
