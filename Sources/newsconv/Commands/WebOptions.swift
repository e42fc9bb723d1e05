import NewsFiles
import NewsKit

/// The options for addresses on the web. They are read like the formats' own, so that a start without
/// any costs nothing.
struct WebOptions {
  /// Those of all commands.
  static let common: [FormatOption] = [
    FormatOption(
      "list", .values("FILE"),
      help: "Take inputs from this file too, one a line; - for standard input."),
    FormatOption("no-fetch", .flag, help: "Fetch no pictures of pages and posts."),
    FormatOption(
      "fetch-pictures", .flag, help: "Fetch the pictures on the web that local articles show."),
    FormatOption(
      "full-text", .choice(FullText.allCases.map(\.rawValue)),
      help:
        "Where the text of a feed's entries comes from: its own, the pages, or (auto, in digests of addresses) the page of an entry that is a summary."
    ),
    FormatOption(
      "join-pages", .flag, help: "Put articles together that the web has on several pages."),
    FormatOption(
      "header", .values("'NAME: VALUE'"),
      help: "Send this to the hosts that you name, and to no other."),
    FormatOption(
      "cookies", .value("FILE"), help: "Cookies in Netscape's format, each for its own host."),
    FormatOption(
      "user-agent", .value("TEXT"), help: "What to say who asks (default: \(WebClient.userAgent))."),
    FormatOption(
      "delay", .value("SECONDS"), help: "Seconds between two requests to a host (default: 0)."),
    FormatOption(
      "timeout", .value("SECONDS"),
      help: "Seconds without a byte before it is given up (default: 30)."),
    FormatOption(
      "retries", .value("N"),
      help: "How often a request is repeated where that may help (default: 2)."),
    FormatOption(
      "max-size", .value("MB"), help: "How large a page or picture may be (default: 64)."),
    FormatOption("offline", .flag, help: "Fetch nothing: take what the cache has."),
    FormatOption("no-cache", .flag, help: "Keep nothing of what is fetched, and use nothing kept."),
    FormatOption(
      "resolve", .values("HOST:PORT:ADDRESS"), help: "Where a host is, instead of asking for it."),
  ]

  /// Those of digests alone.
  static let digest: [FormatOption] = [
    FormatOption("new", .flag, help: "Only what no earlier run with --new has taken."),
    FormatOption(
      "keep-issues", .value("N"),
      help: "Keep the newest N books of this paper, and remove older ones."),
  ]

  /// How it fetches.
  let inputs: WebInputs
  /// Where the text of feeds' entries comes from; `nil` where it was not given.
  let fullText: FullText?
  /// Whether articles of several pages are put together.
  let joinsPages: Bool
  /// Whether pictures of local articles are fetched.
  let fetchesPictures: Bool
  /// Whether no pictures are fetched at all.
  let fetchesNoPictures: Bool
  /// Whether only new articles are taken.
  let isNew: Bool
  /// How many books of a paper are kept.
  let keptIssues: Int?
  /// The inputs of lists.
  let listed: [String]

  /// Reads the options; the words of lists come behind those of the command line.
  ///
  /// - Parameter trusts: whether hosts of private networks may be reached that were not named.
  init(_ options: FormatOptions, trusts: Bool) throws(ConversionError) {
    fullText = try options.choice("full-text")
    joinsPages = try options.flag("join-pages") ?? false
    fetchesPictures = try options.flag("fetch-pictures") ?? false
    fetchesNoPictures = try options.flag("no-fetch") ?? false
    isNew = try options.flag("new") ?? false
    keptIssues = try options.integer("keep-issues", in: 1...100_000)
    var listed: [String] = []
    for file in options.values("list") { listed += try Self.words(ofList: file) }
    self.listed = listed

    var client = WebClient.Options()
    client.allowsPrivateHosts = trusts
    client.timeout = try Self.seconds(options, "timeout", least: 0.1) ?? client.timeout
    client.delay = try Self.seconds(options, "delay", least: 0) ?? 0
    client.retries = try options.integer("retries", in: 0...20) ?? client.retries
    client.isOffline = try options.flag("offline") ?? false
    if let megabytes = try options.integer("max-size", in: 1...4096) {
      client.byteLimit = megabytes << 20
      client.listByteLimit = max(client.listByteLimit, megabytes << 20)
    }
    for line in options.values("header") {
      guard let field = HTTPFields.field(line) else {
        throw ConversionError(.badOption, "--header takes 'Name: value', not '\(line)'")
      }
      client.fields.add(field.name, field.value)
    }
    var fetcher = LibcurlFetcher.Options()
    fetcher.userAgent = options.value("user-agent") ?? fetcher.userAgent
    fetcher.resolved = options.values("resolve")
    if let file = options.value("cookies") {
      guard FileTree.exists(file) else {
        throw ConversionError(.noInput, "there is no such file of cookies", file: file)
      }
      fetcher.cookieFile = file
    }
    let keepsNothing = try options.flag("no-cache") ?? false
    if keepsNothing, client.isOffline {
      throw ConversionError(
        .badOption, "--offline takes what the cache has, and --no-cache uses none")
    }
    let (clientOptions, fetcherOptions) = (client, fetcher)
    inputs = WebInputs { () throws(FetchFailure) in
      try WebClient.forUser(clientOptions, fetcherOptions, cache: !keepsNothing)
    }
  }

  /// What went over the network so far, for a line of progress; empty where nothing did.
  var progress: String {
    guard let traffic = inputs.client?.progress, traffic.responses > 0 else { return "" }
    let megabytes = Double(traffic.bytes / 104_858) / 10
    return ", fetched \(traffic.responses), \(megabytes) MB"
  }

  private static func seconds(
    _ options: FormatOptions, _ name: String, least: Double
  ) throws(ConversionError) -> Double? {
    guard let text = options.value(name) else { return nil }
    guard let number = Double(text), number >= least, number <= 86_400 else {
      throw ConversionError(.badOption, "--\(name) takes a number of seconds, not '\(text)'")
    }
    return number
  }

  /// The lines of a list, without empty ones and those that begin with `#`.
  private static func words(ofList file: String) throws(ConversionError) -> [String] {
    let reader = ByteReader(try FileByteStream(file))
    var words: [String] = []
    while let line = try reader.line(limit: 1 << 16) {
      var bytes = line.bytes[...]
      if words.isEmpty, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
      while let first = bytes.first, first <= 0x20 { bytes.removeFirst() }
      while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
      if bytes.isEmpty || bytes.first == UInt8(ascii: "#") { continue }
      words.append(String(decoding: bytes, as: UTF8.self))
    }
    return words
  }
}
