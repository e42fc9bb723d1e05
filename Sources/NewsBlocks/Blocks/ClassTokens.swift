/// The words of a `class` or `rel` attribute.
package enum ClassTokens {
  /// Whether a word is among them; letters must match in case.
  package static func contains(_ value: ArraySlice<UInt8>, _ word: String) -> Bool {
    guard value.count >= word.utf8.count else { return false }
    return split(value).contains { $0.elementsEqual(word.utf8) }
  }

  /// The words in order.
  package static func split(_ value: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    value.split { $0 == 0x20 || (0x09...0x0D).contains($0) }
  }
}
