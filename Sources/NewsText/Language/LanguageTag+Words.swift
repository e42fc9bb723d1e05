internal import NewsBytes

extension LanguageTag {
  /// The language that words are kept under in tables of them: English where none is known, Chinese
  /// by its characters.
  package static func wordsKey(of language: String?) -> String {
    let tag = language ?? "en"
    let key = String(primary(tag))
    guard key == "zh" || key == "yue" else { return key }
    let isTraditional = ["-Hant", "-TW", "-HK", "-MO"].contains { tag.place(of: $0) != nil }
    return isTraditional || key == "yue" ? "zh-Hant" : "zh"
  }
}
