internal import NewsBytes

/// The standard's preprocessing of the input stream.
enum InputText {
  /// The text with what is not UTF-8 replaced and line ends made line feeds; itself where there is
  /// nothing to do.
  static func normalized(_ utf8: [UInt8], isValid: Bool = false) -> [UInt8] {
    var text = utf8
    if !isValid, text.withUnsafeBufferPointer({ $0.utf8Kind }) == .invalid {
      text = Array(String(decoding: text, as: UTF8.self).utf8)
    }
    let first = text.span.bytes.first(0x0D, from: 0)
    return first < text.count ? withoutCarriageReturns(text, from: first) : text
  }

  private static func withoutCarriageReturns(_ text: [UInt8], from first: Int) -> [UInt8] {
    let span = text.span.bytes
    var output: [UInt8] = []
    output.reserveCapacity(text.count)
    var start = 0
    var place = first
    while place < span.byteCount {
      output += text[start..<place]
      output.append(0x0A)
      start = place + 1
      if start < span.byteCount, span.byte(start) == 0x0A { start += 1 }
      place = span.first(0x0D, from: start)
    }
    output += text[start...]
    return output
  }
}
