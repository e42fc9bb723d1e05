internal import NewsAddress
internal import NewsFiles
public import NewsModel

/// Fetches as a polite and careful guest: redirects, the cache, `robots.txt`, retries, limits a host,
/// nothing from private networks that the user did not name, no credentials to other hosts.
///
/// ```swift
/// let client = WebClient(fetcher: try LibcurlFetcher())
/// let page = try client.fetch(WebRequest("https://example.org/story.html", as: .named))
/// ```
///
/// It is used from several threads at once.
public final class WebClient: Sendable {
  /// How it behaves.
  public struct Options: Sendable {
    /// Seconds that may pass without a byte. Connecting may take as long, all of it ten times as long.
    public var timeout = 30.0
    /// Seconds between the beginnings of two requests to a host.
    public var delay = 0.0
    /// How often a request is repeated after a fault of the connection, 429 and 503.
    public var retries = 2
    /// Bytes of a page or a picture, decompressed.
    public var byteLimit = 64 << 20
    /// Bytes of a feed or another list, by its media type.
    public var listByteLimit = 256 << 20
    /// How many redirects are followed.
    public var redirectLimit = 10
    /// How many requests a host may have at once.
    public var requestsPerHost = 2
    /// Fields that are sent to the hosts of addresses that the user named, and to no other.
    public var fields = HTTPFields()
    /// Whether hosts of private networks may be reached although the user did not name them.
    public var allowsPrivateHosts = false
    /// Whether only the cache is asked.
    public var isOffline = false
    /// What was fetched before; `nil` keeps nothing.
    public var cache: WebCache?
    /// Why there is no cache, where there should be one.
    public internal(set) var cacheProblem: ConversionError?

    /// The defaults.
    public init() {}
  }

  /// Name, version and an address where to learn more; the name before the slash is what `robots.txt`
  /// may call it (RFC 9309).
  public static let userAgent = "newsconv/0.1.0 (+https://newskit.example/newsconv)"
  /// What `robots.txt` calls it.
  static let productToken = "newsconv"

  /// How it behaves.
  public let options: Options
  private let fetcher: any Fetcher
  let schedule: HostSchedule
  private let named = LockedValue<[WebOrigin: HTTPFields]>([:])
  private let robots = LockedValue<[String: Promise<RobotsRules>]>([:])
  private let traffic = LockedValue(Traffic())

  /// What went over the network so far.
  public struct Traffic: Sendable, Hashable {
    /// Responses.
    public var responses = 0
    /// Bytes of bodies, decompressed.
    public var bytes = 0
  }

  /// Makes a client.
  public init(fetcher: any Fetcher, options: Options = Options()) {
    self.fetcher = fetcher
    self.options = options
    schedule = HostSchedule(width: options.requestsPerHost, delay: options.delay)
  }

  /// What went over the network so far.
  public var progress: Traffic { traffic.withLock { $0 } }

  /// Remembers that the user named an address: its host may be one of a private network, and the
  /// user's fields go to it.
  ///
  /// - Parameters:
  ///   - address: what the user named.
  ///   - fields: what is sent to this host besides the fields of all named ones.
  public func name(_ address: String, fields: HTTPFields = HTTPFields()) {
    guard let origin = WebOrigin(address) else { return }
    named.withLock { named in
      var all = named[origin] ?? HTTPFields()
      for field in fields.all where !all.all.contains(field) { all.add(field.name, field.value) }
      named[origin] = all
    }
  }

  private func isNamed(_ origin: WebOrigin) -> Bool {
    named.withLock { $0.keys.contains { $0.host == origin.host } }
  }

  /// What the user wants sent to a host; credentials go where the user named the host, its port and
  /// no lesser security.
  private func fields(for origin: WebOrigin) -> HTTPFields? {
    named.withLock { named in
      for (other, own) in named where other.mayHandOn(to: origin) {
        var fields = options.fields
        fields.add(own)
        return fields
      }
      return nil
    }
  }

  /// Fetches what is behind an address.
  ///
  /// - Throws: ``FetchFailure``.
  public func fetch(_ request: WebRequest) throws(FetchFailure) -> WebResponse {
    if request.kind == .named { name(request.address) }
    var address = try Self.prepared(request.address)
    var visits: [String: Int] = [:]
    for _ in 0...max(0, options.redirectLimit) {
      visits[address, default: 0] += 1
      // A site may set a cookie and send one back to the same page, once.
      if visits[address, default: 0] > 2 { break }
      if request.kind == .found { try checkRobots(address) }
      let response = try exchange(address, request)
      switch response.status {
      case 200..<300: return response
      case 301, 302, 303, 307, 308:
        guard let target = response.fields["Location"], !target.isEmpty else {
          throw FetchFailure(
            .status, "redirects (\(response.status)) and does not say where to",
            address: request.address, status: response.status)
        }
        address = try redirected(from: address, to: target, request)
      default: throw failure(of: response, at: address)
      }
    }
    throw FetchFailure(
      .redirects, "redirects without end; it was last sent to \(address)",
      address: request.address)
  }

  private func redirected(
    from address: String, to target: String, _ request: WebRequest
  ) throws(FetchFailure) -> String {
    let resolved = WebAddress(target).resolved(against: WebAddress(address))
    guard WebAddress.isWeb(resolved.scheme) else {
      throw FetchFailure(
        .badAddress, "redirects to '\(target)', which is no address of the web",
        address: request.address)
    }
    do throws(FetchFailure) {
      return try Self.prepared(resolved.text)
    } catch {
      throw FetchFailure(
        error.code, "redirects to '\(target)', which \(error.reason)", address: address)
    }
  }

  /// An address as it is asked: absolute, of the web, with a host, without a fragment.
  static func prepared(_ text: String) throws(FetchFailure) -> String {
    var address = WebAddress(text)
    guard WebAddress.isWeb(address.scheme) else {
      throw FetchFailure(.badAddress, "is no address of http or https", address: text)
    }
    guard let authority = address.authority, !authority.isEmpty, WebOrigin(text) != nil else {
      throw FetchFailure(.badAddress, "has no host", address: text)
    }
    address.fragment = nil
    address.path = address.path.isEmpty ? "/" : WebAddress.encoded(address.path)
    address.query = address.query.map { WebAddress.encoded($0) }
    return address.text
  }

  // MARK: - One address

  /// The response of one address, without redirects: from the cache, from the network, or from the
  /// cache after the network says that it is as it was.
  private func exchange(
    _ address: String, _ request: WebRequest
  ) throws(FetchFailure) -> WebResponse {
    guard let origin = WebOrigin(address) else {
      throw FetchFailure(.badAddress, "has no host", address: address)
    }
    let isNamed = isNamed(origin)
    let mayReachPrivate = isNamed || options.allowsPrivateHosts
    if !mayReachPrivate, origin.isPrivate {
      throw FetchFailure(
        .privateHost,
        "is on a machine of a private network, which you did not name; name its host or give --trust",
        address: address)
    }
    let own = fields(for: origin)
    var sent = HTTPFields(dictionaryLiteral: ("Accept", request.accept))
    if let own {
      for field in own.all { sent.remove(field.name) }
      sent.add(own)
    }
    let key = WebCache.Key(address: address, private: own)
    let stored = options.cache?.lookUp(key, sending: sent)
    if let stored {
      if stored.status == 410 {
        throw FetchFailure(
          .gone, "is gone for good (410), as it said before; newsconv cache --clear forgets that",
          address: address, status: 410)
      }
      // A site's rules are asked for once an hour at most.
      let isFresh = stored.isFresh(at: FileSystem.now, atLeast: request.kind == .rules ? 3600 : 0)
      if options.isOffline || isFresh, let found = stored.response(address) {
        return found
      }
    }
    if options.isOffline {
      throw FetchFailure(
        .notCached, "is not in the cache, and --offline fetches nothing", address: address)
    }
    var fetch = FetchRequest(address)
    fetch.fields = sent
    if let tag = stored?.fields["ETag"] { fetch.fields.add("If-None-Match", tag) }
    if let date = stored?.fields["Last-Modified"] { fetch.fields.add("If-Modified-Since", date) }
    fetch.byteLimit = request.byteLimit ?? options.byteLimit
    fetch.listByteLimit = request.byteLimit ?? options.listByteLimit
    fetch.connectSeconds = options.timeout
    fetch.stallSeconds = options.timeout
    fetch.totalSeconds = options.timeout * 10
    fetch.refusesPrivateHosts = !mayReachPrivate
    fetch.usesCredentials = own != nil
    let asked = FileSystem.now
    var response = try patiently(fetch, host: origin)
    if response.status == 304, let stored {
      if let found = options.cache?.refresh(stored, with: response.fields, asked: asked)
        .response(address)
      {
        return found
      }
      // Its body is lost: once more, whole.
      fetch.fields = sent
      response = try patiently(fetch, host: origin)
    }
    if response.cut == nil {
      options.cache?.store(response, for: key, sending: sent, asked: asked)
    }
    return WebResponse(response, address: address)
  }

  /// Sends a request, several times where waiting may help.
  private func patiently(
    _ request: FetchRequest, host: WebOrigin
  ) throws(FetchFailure) -> FetchResponse {
    var attempt = 0
    while true {
      schedule.enter(host.host)
      let result: Result<FetchResponse, FetchFailure>
      do throws(FetchFailure) {
        result = .success(try fetcher.fetch(request))
      } catch {
        result = .failure(error)
      }
      schedule.leave(host.host)
      if case .success(let response) = result {
        traffic.withLock {
          $0.responses += 1; $0.bytes += response.body.count
        }
      }
      guard attempt < options.retries, let pause = Self.pause(after: result, attempt: attempt)
      else {
        return try result.get()
      }
      attempt += 1
      schedule.rest(host.host, seconds: pause)
    }
  }

  /// How long to wait before the next attempt; `nil` where none would help.
  private static func pause(
    after result: Result<FetchResponse, FetchFailure>, attempt: Int
  ) -> Double? {
    let growing = 0.5 * Double(1 << min(attempt, 6))
    switch result {
    case .failure(let failure):
      switch failure.code {
      case .cutOff, .unreachable: return growing
      default: return nil
      }
    case .success(let response):
      guard response.status == 429 || response.status == 503 else {
        return response.cut == nil ? nil : growing
      }
      guard let wanted = HTTPDate.delay(response.fields["Retry-After"]) else { return growing }
      // Whoever wants us to come back much later is asked again in the next run.
      return wanted <= longestPause ? Double(wanted) : nil
    }
  }

  private static let longestPause = 30

  private func failure(of response: WebResponse, at address: String) -> FetchFailure {
    var failure = FetchFailure(
      response.status == 410 ? .gone : .status, StatusReason.text(of: response), address: address,
      status: response.status)
    failure.retryAfter = HTTPDate.delay(response.fields["Retry-After"])
    return failure
  }

  // MARK: - robots.txt

  private func checkRobots(_ address: String) throws(FetchFailure) {
    guard let origin = WebOrigin(address) else { return }
    // One asks for a site's rules, the others wait for them.
    let (promise, isFirst) = robots.withLock { robots in
      if let promise = robots[origin.text] { return (promise, false) }
      let promise = Promise<RobotsRules>()
      robots[origin.text] = promise
      return (promise, true)
    }
    if isFirst { promise.keep(robotsRules(of: origin)) }
    let rules = promise.wait()
    let path = WebAddress(address).pathAndQuery
    switch rules.verdict(path) {
    case .allowed: return
    case .disallowed:
      throw FetchFailure(
        .disallowed, "may not be fetched by programs: the site's robots.txt says so",
        address: address)
    case .unknown:
      throw FetchFailure(
        .disallowed,
        "is not fetched: the site's robots.txt cannot be had, so what it allows is not known",
        address: address)
    }
  }

  /// The rules of a site; its file is asked for once an hour at most.
  private func robotsRules(of origin: WebOrigin) -> RobotsRules {
    var request = WebRequest(origin.text + "/robots.txt", as: .rules)
    request.byteLimit = RobotsRules.byteLimit * 8
    do throws(FetchFailure) {
      let response = try fetch(request)
      return RobotsRules((try? response.body.bytes()) ?? [], product: Self.productToken)
    } catch {
      // RFC 9309: no file allows all; a server in trouble allows nothing.
      // Where the host itself is refused or not there, the page's own request says so.
      switch error.code {
      case .notCached, .tooLarge, .privateHost, .unresolved, .untrusted, .badAddress: return .all
      default:
        return error.status.map { (400..<500).contains($0) && $0 != 429 } ?? false ? .all : .unknown
      }
    }
  }
}
