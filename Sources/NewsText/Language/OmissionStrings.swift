/// The words of a digest's last page, in its language: labels with a number behind, since what is
/// counted is inflected in many languages.
package final class OmissionStrings: Sendable {
  /// Sources that were not reached.
  package let notReached: String
  /// What is in the digest already.
  package let duplicates: String
  /// What is more than a limit of "%" articles.
  private let limit: String
  /// What was not asked for.
  package let notSelected: String

  /// The words of a language; English where they are not known.
  package static func of(_ language: String?) -> OmissionStrings {
    table[LanguageTag.wordsKey(of: language)] ?? english
  }

  /// What is more than some articles.
  package func overLimit(of count: Int) -> String {
    limit.replacing("%", with: String(count), maxReplacements: 1)
  }

  private init(
    _ notReached: String, _ duplicates: String, _ limit: String, _ notSelected: String
  ) {
    self.notReached = notReached
    self.duplicates = duplicates
    self.limit = limit
    self.notSelected = notSelected
  }

  private static let english = OmissionStrings(
    "Not reached", "Duplicates", "Over the limit of %", "Outside the selection")

  private static let table: [String: OmissionStrings] = [
    "ar": .init("تعذر الوصول إليها", "مكررات", "فوق الحد الأقصى: %", "خارج الاختيار"),
    "bg": .init("Недостъпни", "Повторения", "Над ограничението от %", "Извън подбора"),
    "bn": .init("পাওয়া যায়নি", "অনুলিপি", "%-এর সীমার অতিরিক্ত", "নির্বাচনের বাইরে"),
    "ca": .init("Inaccessibles", "Duplicats", "Per sobre del límit de %", "Fora de la selecció"),
    "cs": .init("Nedostupné", "Duplicity", "Nad limit %", "Mimo výběr"),
    "da": .init("Kunne ikke nås", "Dubletter", "Over grænsen på %", "Uden for udvalget"),
    "de": .init("Nicht erreicht", "Doppelt", "Über der Grenze von %", "Außerhalb der Auswahl"),
    "el": .init("Μη προσβάσιμα", "Διπλότυπα", "Πάνω από το όριο των %", "Εκτός επιλογής"),
    "es": .init(
      "Inaccesibles", "Duplicados", "Por encima del límite de %", "Fuera de la selección"),
    "fa": .init("در دسترس نبود", "تکراری", "بیش از حد %", "خارج از گزینش"),
    "fi": .init(
      "Ei tavoitettu", "Kaksoiskappaleet", "Yli enimmäismäärän (%)", "Valinnan ulkopuolella"),
    "fr": .init("Inaccessibles", "Doublons", "Au-delà de la limite de %", "Hors sélection"),
    "he": .init("לא נגישים", "כפילויות", "מעבר למגבלה של %", "מחוץ לבחירה"),
    "hi": .init("उपलब्ध नहीं", "दोहराव", "% की सीमा से अधिक", "चयन से बाहर"),
    "hu": .init("Nem elérhető", "Ismétlődések", "A korláton felül (%)", "A válogatáson kívül"),
    "id": .init("Tidak terjangkau", "Duplikat", "Di atas batas %", "Di luar pilihan"),
    "it": .init("Non raggiungibili", "Duplicati", "Oltre il limite di %", "Fuori dalla selezione"),
    "ja": .init("取得できなかったもの", "重複", "上限%件を超えたもの", "選択範囲外"),
    "ko": .init("접속할 수 없음", "중복", "상한 %건 초과", "선택 범위 밖"),
    "nb": .init("Ikke nådd", "Duplikater", "Over grensen på %", "Utenfor utvalget"),
    "nl": .init("Niet bereikt", "Dubbel", "Boven de limiet van %", "Buiten de selectie"),
    "pl": .init("Nieosiągalne", "Duplikaty", "Ponad limit (%)", "Poza wyborem"),
    "pt": .init("Inacessíveis", "Duplicados", "Acima do limite de %", "Fora da seleção"),
    "ro": .init("Inaccesibile", "Duplicate", "Peste limita de %", "În afara selecției"),
    "ru": .init("Недоступно", "Повторы", "Сверх ограничения (%)", "Вне выборки"),
    "sv": .init("Kunde inte nås", "Dubbletter", "Över gränsen på %", "Utanför urvalet"),
    "th": .init("เข้าถึงไม่ได้", "ซ้ำ", "เกินจำนวนจำกัด %", "นอกเหนือจากที่เลือก"),
    "tr": .init("Erişilemeyenler", "Yinelenenler", "Sınırın üzerinde (%)", "Seçim dışı"),
    "uk": .init("Недоступно", "Повтори", "Понад обмеження (%)", "Поза добіркою"),
    "ur": .init("دستیاب نہیں", "مکرر", "% کی حد سے زیادہ", "انتخاب سے باہر"),
    "vi": .init("Không truy cập được", "Trùng lặp", "Vượt giới hạn %", "Ngoài lựa chọn"),
    "zh": .init("无法获取", "重复", "超出%篇上限", "不在选择范围内"),
    "zh-Hant": .init("無法取得", "重複", "超出%篇上限", "不在選擇範圍內"),
  ]
}
