internal import NewsBytes

/// An address taken apart as RFC 3986 says, forgiving what browsers forgive.
package struct WebAddress: Sendable, Hashable {
  /// The scheme in small letters; `nil` for a relative address.
  package var scheme: String?
  /// Host, port and user; `nil` where there are none.
  package var authority: String?
  /// The path, perhaps empty.
  package var path: String
  /// What stands after `?`.
  package var query: String?
  /// What stands after `#`.
  package var fragment: String?

  /// Takes an address apart. Blanks around it and line breaks within it are nothing.
  package init(_ text: String) {
    self = text.withBytes { bytes in
      Self.isTrim(bytes)
        ? WebAddress(trimmed: bytes)
        : Self.trimmed(bytes).withUnsafeBufferPointer(WebAddress.init(trimmed:))
    }
  }

  private init(trimmed bytes: UnsafeBufferPointer<UInt8>) {
    func text(_ range: Range<Int>) -> String {
      String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
    }
    var end = bytes.count
    if let mark = bytes.place(of: UInt8(ascii: "#"), to: end) {
      fragment = text(mark + 1..<end)
      end = mark
    }
    if let mark = bytes.place(of: UInt8(ascii: "?"), to: end) {
      query = text(mark + 1..<end)
      end = mark
    }
    var start = 0
    if let colon = bytes.place(of: UInt8(ascii: ":"), to: end), Self.isScheme(bytes[..<colon]) {
      scheme = text(0..<colon).lowercased()
      start = colon + 1
    }
    let rest = UnsafeBufferPointer(rebasing: bytes[start..<end])
    if scheme == nil || Self.isWeb(scheme), rest.contains(UInt8(ascii: "\\")) {
      // As browsers do.
      let slashed = rest.map { $0 == UInt8(ascii: "\\") ? UInt8(ascii: "/") : $0 }
      (authority, path) = slashed.withUnsafeBufferPointer(Self.parts)
    } else {
      (authority, path) = Self.parts(rest)
    }
  }

  /// The authority, where there is one, and the path.
  private static func parts(
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> (authority: String?, path: String) {
    let slash = UInt8(ascii: "/")
    guard bytes.count > 1, bytes[0] == slash, bytes[1] == slash else {
      return (nil, String(decoding: bytes, as: UTF8.self))
    }
    let end = bytes.place(of: slash, from: 2) ?? bytes.count
    return (
      String(decoding: UnsafeBufferPointer(rebasing: bytes[2..<end]), as: UTF8.self),
      String(decoding: UnsafeBufferPointer(rebasing: bytes[end...]), as: UTF8.self)
    )
  }

  /// Whether there are no blanks around it and no line breaks within it.
  private static func isTrim(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    for byte in bytes where byte == 0x09 || byte == 0x0A || byte == 0x0D { return false }
    return bytes.first.map { $0 > 0x20 } ?? true && bytes.last.map { $0 > 0x20 } ?? true
  }

  /// The text without blanks around it and line breaks within it.
  private static func trimmed(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var bytes = text.filter { $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }[...]
    while let first = bytes.first, first <= 0x20 { bytes = bytes.dropFirst() }
    while let last = bytes.last, last <= 0x20 { bytes = bytes.dropLast() }
    return Array(bytes)
  }

  private static func isScheme(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard let first = bytes.first, (first | 0x20) >= 0x61, (first | 0x20) <= 0x7A else {
      return false
    }
    return bytes.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"),
        UInt8(ascii: "."):
        true
      default: false
      }
    }
  }

  /// Whether a scheme is the web's.
  package static func isWeb(_ scheme: String?) -> Bool { scheme == "http" || scheme == "https" }

  /// Whether a text begins as an absolute address of the web does, in small letters or capitals.
  package static func isWeb(text: String) -> Bool {
    func begins(_ scheme: StaticString) -> Bool {
      let bytes = text.utf8
      guard bytes.count >= scheme.utf8CodeUnitCount else { return false }
      var index = 0
      for byte in bytes.prefix(scheme.utf8CodeUnitCount) {
        let letter = byte >= 0x41 ? byte | 0x20 : byte
        if letter != scheme.utf8Start[index] { return false }
        index += 1
      }
      return true
    }
    return begins("http://") || begins("https://")
  }

  /// The address that this one means on a page of another address (RFC 3986, 5.2).
  package func resolved(against base: WebAddress) -> WebAddress {
    if scheme != nil { return self }
    var result = self
    result.scheme = base.scheme
    if authority != nil { return result }
    result.authority = base.authority
    if path.isEmpty {
      result.path = base.path
      if query == nil { result.query = base.query }
      return result
    }
    if path.utf8.first != UInt8(ascii: "/") {
      let folder = base.path.utf8.lastIndex(of: UInt8(ascii: "/")).map { base.path[...$0] } ?? "/"
      result.path = folder + path
    }
    result.path = Self.withoutDots(result.path)
    return result
  }

  /// Whether a segment begins with a dot: most paths have one in a name alone.
  private static func hasDotSegment(_ path: String) -> Bool {
    var before = UInt8(ascii: "/")
    for byte in path.utf8 {
      if byte == UInt8(ascii: "."), before == UInt8(ascii: "/") { return true }
      before = byte
    }
    return false
  }

  /// A path without `.` and `..`; from the root no way leads up.
  package static func withoutDots(_ path: String) -> String {
    guard hasDotSegment(path) else { return path }
    var segments: [Substring] = []
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    for (index, part) in parts.enumerated() {
      let isLast = index == parts.count - 1
      switch part {
      case ".": if isLast { segments.append("") }
      case "..":
        if segments.count > 1 { segments.removeLast() }
        if isLast { segments.append("") }
      default: segments.append(part)
      }
    }
    return segments.joined(separator: "/")
  }

  /// The address as it may stand in a book, or `nil` where no browser could follow it.
  ///
  /// Web addresses must have a host that could be one; characters that an address cannot hold are
  /// percent-encoded.
  package var linkable: String? { spelt.flatMap { SafeAddress($0, in: .link)?.text } }

  private var spelt: String? {
    guard let scheme else { return nil }
    switch scheme {
    case "http", "https", "ftp":
      guard let authority, Self.isHost(authority) else { return nil }
      var text = scheme + "://" + authority + Self.encoded(path)
      if path.isEmpty, query != nil || fragment != nil { text += "/" }
      return text + tail
    case "mailto", "tel":
      let encoded = Self.encoded(path)
      return encoded.isEmpty || authority != nil ? nil : scheme + ":" + encoded + tail
    default: return nil
    }
  }

  private var tail: String {
    var text = ""
    if let query { text += "?" + Self.encoded(query) }
    if let fragment, !fragment.isEmpty { text += "#" + Self.encoded(fragment) }
    return text
  }

  private static func isHost(_ authority: String) -> Bool {
    isPlainHost(authority.utf8) || isRareHost(authority)
  }

  /// Whether an authority is a host like nearly all: labels of small Latin letters and digits.
  private static func isPlainHost(_ host: String.UTF8View) -> Bool {
    var label = 0
    for byte in host {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): label += 1
      case UInt8(ascii: "."):
        if label == 0 { return false }
        label = 0
      default: return false
      }
      if label > 63 { return false }
    }
    return label > 0 && host.count < 254
  }

  private static func isRareHost(_ authority: String) -> Bool {
    var host = authority.utf8[...]
    if let at = host.lastIndex(of: UInt8(ascii: "@")) {
      guard host[..<at].allSatisfy({ isHostByte($0) || $0 == UInt8(ascii: ":") }) else {
        return false
      }
      host = host[host.index(after: at)...]
    }
    if let colon = host.lastIndex(of: UInt8(ascii: ":")) {
      let port = host[host.index(after: colon)...]
      guard port.isEmpty || Int(String(decoding: port, as: UTF8.self)).map({ $0 < 65_536 }) == true,
        port.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 })
      else { return false }
      host = host[..<colon]
    }
    guard !host.isEmpty, host.count < 254, host.allSatisfy(isHostByte) else { return false }
    let name = String(decoding: host, as: UTF8.self)
    let labels = name.split(separator: ".", omittingEmptySubsequences: false)
    return labels.count == 1 && isLabel(labels[0])
      || labels.dropLast().allSatisfy { isLabel($0) }
        && (labels[labels.count - 1].isEmpty || isLabel(labels[labels.count - 1]))
  }

  /// Whether a part of a host's name could be one: letters, digits and marks of any script.
  private static func isLabel(_ label: Substring) -> Bool {
    if label.isEmpty || label.lowercased() == "xn--" || label.utf8.count > 63 { return false }
    return label.unicodeScalars.allSatisfy { scalar in
      scalar.isASCII || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        || scalar.properties.generalCategory == .nonspacingMark
        || scalar.properties.generalCategory == .spacingMark
    }
  }

  private static func isHostByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "_"), 0x80...:
      true
    default: false
    }
  }

  /// A part of an address with what it cannot hold percent-encoded.
  package static func encoded(_ part: String) -> String {
    if part.utf8.allSatisfy({ !isUnfit($0) && $0 != UInt8(ascii: "%") }) { return part }
    let source = Array(part.utf8)
    var result: [UInt8] = []
    for (index, byte) in source.enumerated() {
      let isEscape =
        index + 2 < source.count && isHex(source[index + 1]) && isHex(source[index + 2])
      if isUnfit(byte) || byte == UInt8(ascii: "%") && !isEscape {
        result.append(UInt8(ascii: "%"))
        for digit in [byte >> 4, byte & 15] {
          result.append(digit < 10 ? 0x30 + digit : 0x37 + digit)
        }
      } else {
        result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Whether an address cannot hold a byte.
  private static func isUnfit(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...0x20, 0x7F, UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"),
      UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "\\"), UInt8(ascii: "^"),
      UInt8(ascii: "`"), UInt8(ascii: "{"), UInt8(ascii: "|"), UInt8(ascii: "}"),
      UInt8(ascii: "#"):
      true
    default: false
    }
  }

  private static func isHex(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte | 0x20)
  }

  /// A part of an address with its percent-escapes resolved.
  package static func decoded(_ part: String) -> String {
    guard part.utf8.contains(UInt8(ascii: "%")) else { return part }
    let source = Array(part.utf8)
    var result: [UInt8] = []
    var index = 0
    while index < source.count {
      if source[index] == UInt8(ascii: "%"), index + 2 < source.count,
        isHex(source[index + 1]), isHex(source[index + 2]),
        let byte = UInt8(
          String(decoding: source[index + 1...index + 2], as: UTF8.self), radix: 16)
      {
        result.append(byte)
        index += 3
      } else {
        result.append(source[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
