import NewsText
import Testing

@Suite("Dates in words") struct DateTextTests {
  @Test(
    arguments: [
      ("zh-CN", "2022年3月7日 08:08"), ("ja", "2022年3月7日 08:08"), ("ko", "2022년 3월 7일 08:08"),
      ("en", "March 7, 2022, 08:08"), ("en-GB", "7 March 2022, 08:08"),
      ("de", "7. März 2022 08:08"), ("es", "7 de marzo de 2022 08:08"),
      ("ru", "7 марта 2022\u{202F}г. 08:08"), ("xx-nowhere", "2022-03-07 08:08"),
      ("", "2022-03-07 08:08"),
      ("fr_FR", "7 mars 2022 08:08"), ("fa", "7 مارس 2022 08:08"),
      ("th", "7 มีนาคม 2022 08:08"), ("hu", "2022. március 7. 08:08"),
      ("pt-BR", "7 de março de 2022 08:08"), ("vi", "7 tháng 3, 2022 08:08"),
      ("lt", "2022 m. kovo 7 d. 08:08"), ("sr-Latn", "7. mart 2022. 08:08"),
    ])
  func dateTime(language: String, text: String) {
    #expect(
      DateText.dateTime(year: 2022, month: 3, day: 7, hour: 8, minute: 8, language: language)
        == text)
  }
}
