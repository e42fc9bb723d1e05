/// What a response says of how it may be stored (RFC 9111).
struct CacheControl: Sendable, Hashable {
  /// It may not be stored.
  var isNoStore = false
  /// It may be stored, and must be asked for again before it is used.
  var isNoCache = false
  /// Seconds for which it is as it was.
  var maxAge: Int?

  /// Reads the field; a private cache has no use for what is meant for shared ones.
  init(_ field: String?) {
    guard let field else { return }
    for directive in Self.directives(field) {
      let parts = directive.split(separator: "=", maxSplits: 1)
      let name = parts.first.map { $0.filter { $0 != " " && $0 != "\t" }.lowercased() } ?? ""
      let value = parts.dropFirst().first.map { $0.filter { $0 != "\"" && $0 != " " } }
      switch name {
      case "no-store": isNoStore = true
      case "no-cache":
        // One that names fields is about those alone; they are asked for again with the rest.
        isNoCache = true
      case "max-age":
        // What is no number of seconds is stale; of two the shorter holds.
        let seconds = value.flatMap { Self.seconds(String($0)) } ?? 0
        maxAge = min(maxAge ?? seconds, seconds)
      default: break
      }
    }
  }

  /// A number of seconds; more than can be counted is as long as can be.
  private static func seconds(_ text: String) -> Int? {
    guard !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return min(Int(text) ?? .max, 1 << 31)
  }

  /// The parts between commas that stand in no quotes.
  private static func directives(_ field: String) -> [Substring] {
    var parts: [Substring] = []
    var start = field.startIndex
    var isQuoted = false
    for index in field.indices {
      switch field[index] {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted:
        parts.append(field[start..<index])
        start = field.index(after: index)
      default: break
      }
    }
    parts.append(field[start...])
    return parts
  }

  /// Until when a response is as it was, in seconds since 1970; 0 where it must be asked for again.
  ///
  /// A response that does not say how long is asked for again: what is read here is news.
  ///
  /// - Parameters:
  ///   - asked: when the request was sent.
  ///   - received: when the response came.
  static func freshUntil(_ fields: HTTPFields, asked: Int, received: Int) -> Int {
    let control = CacheControl(fields["Cache-Control"])
    if control.isNoCache || control.isNoStore { return 0 }
    if fields["Cache-Control"] == nil, fields["Pragma"]?.lowercased().contains("no-cache") == true {
      return 0
    }
    let date = HTTPDate.seconds(fields["Date"]) ?? received
    let lifetime: Int
    if let maxAge = control.maxAge {
      lifetime = maxAge
    } else if let expires = fields["Expires"] {
      lifetime = max(0, (HTTPDate.seconds(expires) ?? 0) - date)
    } else {
      return 0
    }
    // How old it was when it came: by its own word, and by its date (4.2.3).
    let declared = fields["Age"].flatMap { seconds($0.filter { $0 != " " }) } ?? 0
    let age = max(max(0, received - date), declared + max(0, received - asked))
    return lifetime > age ? received + lifetime - age : 0
  }
}
