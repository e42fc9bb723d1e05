extension String {
  /// The parts between occurrences of a text, byte by byte: equivalent spellings part nothing.
  package func components(separatedBy separator: String) -> [String] {
    withBytes { bytes in
      separator.withBytes { separator in
        guard !separator.isEmpty, var place = bytes.place(of: separator) else { return [self] }
        var parts: [String] = []
        var start = 0
        while true {
          parts.append(String(text: UnsafeBufferPointer(rebasing: bytes[start..<place])))
          start = place + separator.count
          guard let next = bytes.place(of: separator, from: start) else { break }
          place = next
        }
        parts.append(String(text: UnsafeBufferPointer(rebasing: bytes[start...])))
        return parts
      }
    }
  }
}
