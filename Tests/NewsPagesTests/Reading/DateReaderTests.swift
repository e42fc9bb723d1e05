import NewsModel
import Testing
@testable import NewsPages

struct DateReaderTests {
  /// March 7, 2022 as pages write it, by language.
  static let days: [(String, String)] = [
    ("en", "March 7, 2022"), ("en", "7th of March 2022"), ("en", "Mon, 07 Mar 2022"),
    ("en", "Mar. 7th, 2022"), ("en-US", "3/7/2022"), ("en-GB", "07/03/2022"),
    ("de", "Montag, 7. März 2022"), ("de", "07.03.22"), ("de-AT", "7. Mrz 2022"),
    ("fr", "lundi 7 mars 2022"), ("es", "7 de marzo de 2022"), ("es", "Marzo 7, 2022"),
    ("pt", "7 de março de 2022"), ("it", "7 marzo 2022"), ("ca", "7 de març del 2022"),
    ("gl", "7 de marzo de 2022"), ("eu", "2022ko martxoaren 7a"), ("ro", "7 martie 2022"),
    ("nl", "7 maart 2022"), ("sv", "7 mars 2022"), ("nb", "7. mars 2022"), ("da", "7. marts 2022"),
    ("is", "7. mars 2022"), ("fi", "7. maaliskuuta 2022"), ("et", "7. märts 2022"),
    ("lv", "2022. gada 7. marts"), ("lt", "2022 m. kovo 7 d."), ("pl", "7 marca 2022"),
    ("cs", "7. března 2022"), ("sk", "7. marca 2022"), ("hu", "2022. március 7."),
    ("hu", "2022.03.07."), ("sl", "7. marec 2022"), ("hr", "7. ožujka 2022."),
    ("sr", "7. март 2022."), ("bg", "7 март 2022 г."), ("mk", "7 март 2022"),
    ("ru", "7 марта 2022 г."), ("uk", "7 березня 2022"), ("be", "7 сакавіка 2022"),
    ("kk", "2022 жылғы 7 наурыз"), ("uz", "2022-yil 7-mart"), ("az", "7 mart 2022"),
    ("tr", "7 Mart 2022"), ("el", "7 Μαρτίου 2022"), ("sq", "7 mars 2022"),
    ("ka", "7 მარტი, 2022"), ("hy", "7 մարտի, 2022"), ("ar", "7 مارس 2022"), ("ar", "٧ مارس ٢٠٢٢"),
    ("ar", "7 آذار 2022"), ("fa", "۱۶ اسفند ۱۴۰۰"), ("fa", "۱۴۰۰/۱۲/۱۶"), ("ur", "7 مارچ 2022"),
    ("he", "7 במרץ 2022"), ("hi", "७ मार्च २०२२"), ("bn", "৭ মার্চ ২০২২"), ("mr", "7 मार्च 2022"),
    ("ta", "7 மார்ச் 2022"), ("te", "7 మార్చి 2022"), ("th", "7 มีนาคม 2565"),
    ("th", "7 มี.ค. 65"), ("vi", "ngày 7 tháng 3 năm 2022"), ("id", "7 Maret 2022"),
    ("ms", "7 Mac 2022"), ("fil", "Marso 7, 2022"), ("sw", "7 Machi 2022"),
    ("mn", "2022 оны 3 сарын 7"), ("zh", "2022年3月7日"), ("zh", "二〇二二年三月七日"),
    ("zh-TW", "民國111年3月7日"), ("zh", "2022-03-07"), ("zh", "2022/3/7"), ("ja", "令和4年3月7日"),
    ("ja", "2022年3月7日（月）"), ("ja", "２０２２年３月７日"), ("ko", "2022년 3월 7일"), ("ko", "2022. 3. 7."),
    ("", "20220307"), ("", "2022-03-07"),
  ]

  @Test(arguments: days)
  func day(language: String, text: String) {
    let reader = DateReader(isMonthFirst: language == "en-US", language: language)
    #expect(reader.date(in: text)?.iso8601 == "2022-03-07")
    if text != "20220307" { #expect(reader.date(in: "(\(text))")?.iso8601 == "2022-03-07") }
  }

  @Test(arguments: [
    ("en", "March 7, 2022 at 3:05 PM", "T15:05:00"),
    ("en", "12:05 a.m. March 7, 2022", "T00:05:00"),
    ("en", "7 March 2022 08:08 GMT", "T08:08:00Z"),
    ("en", "Mar 7, 2022, 8:08 EST", "T08:08:00-05:00"),
    ("en", "Mon, 07 Mar 2022 08:08:22 +0800", "T08:08:22+08:00"),
    ("en", "07 Mar 2022 08:08:22 GMT+8", "T08:08:22+08:00"),
    ("en", "2022-03-07 08:08:22 +08:00", "T08:08:22+08:00"),
    ("en", "2022-03-07T08:08:22:684Z", "T08:08:22Z"), ("de", "07.03.2022, 8.08 Uhr", "T08:08:00"),
    ("fr", "7 mars 2022 à 08h08", "T08:08:00"), ("sv", "7 mars 2022 kl 08.08", "T08:08:00"),
    ("it", "7 marzo 2022 alle 8.08", "T08:08:00"), ("zh", "2022年3月7日08:08", "T08:08:00"),
    ("zh", "2022年3月7日下午3时05分", "T15:05:00"), ("ko", "2022년 3월 7일 오후 3시 5분", "T15:05:00"),
    ("", "20220307080822", "T08:08:22"), ("ru", "7 марта 2022, 08:08 МСК", "T08:08:00+03:00"),
    // A number after the date is no time.
    ("en", "March 7, 2022, 3 comments", ""), ("en", "7.3.2022 - 2.50 EUR", ""),
  ])
  func time(language: String, text: String, time: String) {
    let reader = DateReader(language: language)
    #expect(reader.date(in: text)?.iso8601 == "2022-03-07" + time)
  }

  @Test(arguments: [
    "", "2022", "March 2022", "12:30 2022", "5 important things to know in March 2022", "31.2.2022",
    "1.2.3.4", "+49 30 20 30 40", "© 2022", "ISBN 3-16-148410-0", "30. Februar 2022",
    "mayor 7 2022 marketing", "3 for 2 at 20",
  ])
  func none(text: String) {
    #expect(DateReader(language: "de").date(in: text) == nil)
  }

  @Test(
    arguments: [
      (1375, 1, 1, "1996-03-20"), (1399, 12, 30, "2021-03-20"), (1400, 1, 1, "2021-03-21"),
      (1403, 12, 30, "2025-03-20"), (1370, 1, 1, "1991-03-21"), (1400, 12, 30, nil),
      (1400, 13, 1, nil),
    ] as [(Int, Int, Int, String?)])
  func persian(year: Int, month: Int, day: Int, date: String?) {
    #expect(PersianCalendar.date(year: year, month: month, day: day)?.iso8601 == date)
  }

  @Test(
    arguments: [
      ("https://e.example/2022/03/07/open", "2022-03-07"),
      ("/news/2022-03-07-open.html", "2022-03-07"),
      ("/a/20220307/b", "2022-03-07"), ("/a/07-03-2022", "2022-03-07"), ("/a/123456", nil),
    ] as [(String, String?)])
  func address(address: String, date: String?) {
    #expect(URLDate.date(in: address)?.iso8601 == date)
  }
}
