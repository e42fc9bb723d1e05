import NewsKit

/// The row of a record that failed, in its place among the others:
/// `{"id":"…","url":"…","error":{"code":"bad-input","message":"…"}}`
struct ErrorRow {
  private let error: ConversionError
  private let id: String?
  private let url: String?

  init(_ error: ConversionError, id: String?, url: String?) {
    (self.error, self.id, self.url) = (error, id, url)
  }

  /// The line, with its end.
  var line: [UInt8] {
    var members: [String] = []
    if let id { members.append("\"id\":" + DiagnosticJSON.quoted(id)) }
    if let url { members.append("\"url\":" + DiagnosticJSON.quoted(url)) }
    var about = ["\"code\":" + DiagnosticJSON.quoted(error.code.rawValue)]
    about.append("\"message\":" + DiagnosticJSON.quoted(error.message))
    if let file = error.file { about.append("\"file\":" + DiagnosticJSON.quoted(file)) }
    if let line = error.line { about.append("\"line\":\(line)") }
    members.append("\"error\":{" + about.joined(separator: ",") + "}")
    return Array("{\(members.joined(separator: ","))}\n".utf8)
  }
}
