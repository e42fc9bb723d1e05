import NewsText
import Testing

@Suite struct LanguageTagTests {
  @Test(
    arguments: [
      ("zh_CN", "zh-CN"), ("ZH-hant-tw", "zh-Hant-TW"), ("C", nil), ("english", nil), ("", nil),
      ("zh_CN.UTF-8", "zh-CN"), ("en-", nil), ("sl-rozaj", "sl-rozaj"), ("de-x-a", "de-x-a"),
      ("es-419", "es-419"), ("en us", nil),
    ] as [(String, String?)])
  func languageTags(_ text: String, _ tag: String?) {
    #expect(LanguageTag.normalized(text) == tag)
  }

  /// What pages declare is read as far as it is well formed.
  @Test(
    arguments: [
      (" de ", "de"), ("de, en", "de"), ("en_US.UTF-8", "en-US"), ("en-US-", "en-US"),
      ("pt-br;q=1", "pt-BR"), ("english", nil), ("", nil), ("--", nil),
    ] as [(String, String?)])
  func declaredTags(_ text: String, _ tag: String?) {
    #expect(LanguageTag.declared(text) == tag)
  }
}
