import Testing

@testable import NewsText

@Suite struct LanguageDetectorTests {
  @Test(arguments: [
    (
      "en",
      "The council said on Tuesday that the bridge will be open to all who live in the town, and that it was built with money from the state."
    ),
    (
      "de",
      "Der Rat der Stadt hat am Dienstag gesagt, dass die Brücke für alle offen ist und nicht mit dem Geld des Landes gebaut wurde."
    ),
    (
      "fr",
      "Le conseil a dit mardi que le pont est ouvert à tous les habitants de la ville et qu'il ne sera pas fermé dans l'année."
    ),
    (
      "es",
      "El consejo dijo el martes que el puente está abierto para todos los que viven en la ciudad y que no se cerrará este año."
    ),
    (
      "pt",
      "O conselho disse na terça-feira que a ponte está aberta para todos os que vivem na cidade e que não será fechada este ano."
    ),
    (
      "it",
      "Il consiglio ha detto martedì che il ponte è aperto a tutti gli abitanti della città e che non sarà chiuso per questo anno."
    ),
    (
      "nl",
      "De raad zei dinsdag dat de brug open is voor iedereen die in de stad woont en dat hij niet met geld van het rijk is gebouwd."
    ),
    (
      "pl",
      "Rada powiedziała we wtorek, że most jest otwarty dla wszystkich, którzy nie mieszkają w mieście, i że był to dobry rok."
    ),
    (
      "tr",
      "Belediye salı günü köprü için bir karar aldı ve bu köprü çok önemli, ama daha sonra her şey olarak değil gibi."
    ),
    (
      "id",
      "Dewan kota mengatakan pada hari Selasa bahwa jembatan ini tidak akan ditutup dan dibuka untuk semua orang yang tinggal di kota."
    ),
    (
      "vi",
      "Hội đồng thành phố cho biết cây cầu này được mở cho tất cả những người sống trong thành phố và không đóng."
    ),
    (
      "sv",
      "Rådet sade på tisdagen att bron är öppen för alla som bor i staden och att den inte har byggts med pengar från staten."
    ),
    ("ru", "Совет города сообщил во вторник, что мост открыт для всех жителей."),
    ("uk", "Міська рада повідомила у вівторок, що міст відкрито для всіх мешканців її."),
    ("zh", "市政府周二表示，这座桥将向所有市民开放，并说明了来由。"), ("zh-Hant", "市政府週二表示，這座橋將對所有市民開放，並說明了來由與時間。"),
    ("ja", "市は火曜日、橋をすべての住民に開放すると発表した。"), ("ko", "시는 화요일 다리를 모든 주민에게 개방한다고 밝혔다."),
    ("ar", "أعلن مجلس المدينة يوم الثلاثاء أن الجسر مفتوح لجميع السكان."),
    ("fa", "شورای شهر گفت که پل برای همه باز است و این کار را می‌کند."),
    ("he", "העירייה הודיעה ביום שלישי כי הגשר פתוח."),
    ("th", "สภาเมืองกล่าวว่าสะพานเปิดแล้ว"), ("hi", "नगर परिषद ने कहा कि पुल खुला है।"),
    ("el", "Το συμβούλιο είπε ότι η γέφυρα είναι ανοιχτή."),
  ])
  func told(_ language: String, _ text: String) {
    #expect(LanguageDetector.language(of: text) == language)
  }

  @Test(arguments: [
    "", "123", "OK", "Lorem Ipsum 5.4 Foobar Bazqux", "Berlin London Paris Tokyo Madrid",
  ])
  func notClear(_ text: String) {
    #expect(LanguageDetector.language(of: text) == nil)
  }
}
