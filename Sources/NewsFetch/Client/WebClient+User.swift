internal import NewsModel

extension WebClient {
  /// A client as the user of this machine would have it: libcurl, the user's cache, `.netrc`, the
  /// environment's proxy and certificates.
  ///
  /// - Parameters:
  ///   - options: how it behaves; without a cache of its own it gets the user's.
  ///   - fetcher: what all requests share.
  ///   - isCaching: whether there is a cache.
  /// - Throws: ``FetchFailure/Code/noFetcher`` where libcurl is not installed.
  public static func forUser(
    _ options: Options = Options(), _ fetcher: LibcurlFetcher.Options = LibcurlFetcher.Options(),
    cache isCaching: Bool = true
  ) throws(FetchFailure) -> WebClient {
    var (options, fetcher) = (options, fetcher)
    fetcher.connectionsPerHost = options.requestsPerHost
    fetcher.certificates =
      fetcher.certificates ?? UserFolder.variable("SSL_CERT_FILE")
      ?? UserFolder.variable("CURL_CA_BUNDLE")
    fetcher.credentialsFile =
      fetcher.credentialsFile ?? UserFolder.variable("NETRC")
      ?? UserFolder.home.map { $0 + "/.netrc" }
    fetcher.proxyPort = proxyPort
    if isCaching, options.cache == nil, let folder = WebCache.userFolder {
      do throws(ConversionError) {
        options.cache = try WebCache(folder: folder)
      } catch {
        // Without a cache everything is fetched anew.
        options.cacheProblem = error
      }
    }
    return WebClient(fetcher: try LibcurlFetcher(fetcher), options: options)
  }

  /// The port of the proxy that the environment names; 0 without one.
  private static var proxyPort: Int {
    for name in ["http_proxy", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"] {
      guard let value = UserFolder.variable(name) else { continue }
      let address = value.contains("://") ? value : "http://" + value
      let http = address.split(separator: "://").last.map { "http://" + $0 } ?? address
      if let origin = WebOrigin(http) { return origin.port == 80 ? 1080 : origin.port }
    }
    return 0
  }
}
