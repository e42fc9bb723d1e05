/// What a status of HTTP means to a reader.
enum StatusReason {
  /// A sentence to stand behind the address.
  static func text(of response: WebResponse) -> String {
    let status = response.status
    switch status {
    case 401, 407:
      return "wants a name and a password (\(status)); give them in .netrc or with --header"
    case 402, 403, 451:
      return isBotWall(response)
        ? "does not let programs in (\(status), a wall against robots); a browser's cookies may help: "
          + "--cookies FILE"
        : "may not be read (\(status)); where it needs a login, give --cookies FILE or --header"
    case 404: return "was not found (404)"
    case 410: return "is gone for good (410)"
    case 429, 503:
      if isBotWall(response) {
        return
          "does not let programs in (\(status), a wall against robots); a browser's cookies may "
          + "help: --cookies FILE"
      }
      let later = HTTPDate.delay(response.fields["Retry-After"])
      let when = later.map { "in \($0) seconds" } ?? "later"
      return status == 429
        ? "wants fewer requests (429): try again \(when), with --delay SECONDS"
        : "is not available now (503): try again \(when)"
    case 500...: return "fails on the server's side (\(status))"
    default: return "answers with status \(status)"
    }
  }

  /// Whether a refusal is that of a guard against programs, by what such guards say of themselves.
  private static func isBotWall(_ response: WebResponse) -> Bool {
    let fields = response.fields
    if fields["cf-mitigated"] != nil || fields["x-datadome"] != nil
      || fields["x-sucuri-id"] != nil || fields["x-iinfo"] != nil
    {
      return true
    }
    guard response.body.count < 1 << 20, let bytes = try? response.body.bytes() else {
      return false
    }
    let text = String(decoding: bytes.prefix(64 << 10), as: UTF8.self).lowercased()
    return marks.contains { text.contains($0) }
  }

  private static let marks = [
    "captcha", "cf-chl", "challenge-platform", "are you a robot", "are you a human", "not a robot",
    "verify you are human", "just a moment", "attention required", "bot detection", "access denied",
    "unusual traffic", "automated access", "enable javascript and cookies",
  ]
}
