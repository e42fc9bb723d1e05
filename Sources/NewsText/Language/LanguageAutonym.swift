internal import CICU

/// Names of languages, each in itself: `中文`, `Français`, `العربية`.
package enum LanguageAutonym {
  /// The name of a language, or `nil` for a tag that has none.
  ///
  /// - Parameter tag: BCP 47.
  package static func name(of tag: String) -> String? {
    var buffer = [UInt16](repeating: 0, count: 128)
    let count = Int(icu_language_name(tag, &buffer, Int32(buffer.count)))
    guard count > 0, count <= buffer.count else { return nil }
    let name = String(decoding: buffer[..<count], as: UTF16.self)
    return name == tag ? nil : name
  }
}
