import NewsText

/// The few words that a book says by itself, in its language.
///
/// An object, since every article of a book refers to them.
final class LocalizedStrings: Sendable {
  /// The table of contents.
  let contents: String
  /// The article before.
  let previous: String
  /// The article after.
  let next: String
  /// The article where it appeared first.
  let original: String
  /// A text without a title.
  let untitled: String
  /// The picture in front.
  let cover: String
  /// "%" minutes of reading.
  let minutes: String

  /// The words of a language; English where they are not known.
  static func of(_ language: String?) -> LocalizedStrings {
    let tag = language ?? "en"
    var key = String(LanguageTag.primary(tag))
    if key == "zh" || key == "yue" {
      let isTraditional = ["-Hant", "-TW", "-HK", "-MO"].contains { tag.contains($0) }
      key = isTraditional || key == "yue" ? "zh-Hant" : "zh"
    }
    return table[key] ?? english
  }

  private init(
    _ contents: String, _ previous: String, _ next: String, _ original: String,
    _ untitled: String, _ cover: String, _ minutes: String
  ) {
    self.contents = contents
    self.previous = previous
    self.next = next
    self.original = original
    self.untitled = untitled
    self.cover = cover
    self.minutes = minutes
  }

  private static let english = LocalizedStrings(
    "Contents", "Previous", "Next", "Original article", "Untitled", "Cover", "% min read")

  private static let table: [String: LocalizedStrings] = [
    "ar": .init(
      "المحتويات", "السابق", "التالي", "المقال الأصلي", "بلا عنوان", "الغلاف", "% د قراءة"),
    "bg": .init("Съдържание", "Назад", "Напред", "Оригинал", "Без заглавие", "Корица", "% мин"),
    "bn": .init("সূচিপত্র", "পূর্ববর্তী", "পরবর্তী", "মূল নিবন্ধ", "শিরোনামহীন", "প্রচ্ছদ", "% মিনিট"),
    "ca": .init(
      "Índex", "Anterior", "Següent", "Article original", "Sense títol", "Coberta", "% min"),
    "cs": .init(
      "Obsah", "Předchozí", "Další", "Původní článek", "Bez názvu", "Obálka", "% min čtení"),
    "da": .init(
      "Indhold", "Forrige", "Næste", "Original artikel", "Uden titel", "Omslag", "% min."),
    "de": .init(
      "Inhalt", "Zurück", "Weiter", "Originalartikel", "Ohne Titel", "Umschlag", "% Min. Lesezeit"),
    "el": .init(
      "Περιεχόμενα", "Προηγούμενο", "Επόμενο", "Αρχικό άρθρο", "Χωρίς τίτλο", "Εξώφυλλο", "% λεπτά"),
    "es": .init(
      "Índice", "Anterior", "Siguiente", "Artículo original", "Sin título", "Cubierta",
      "% min de lectura"),
    "fa": .init("فهرست", "قبلی", "بعدی", "مقالهٔ اصلی", "بدون عنوان", "جلد", "% دقیقه"),
    "fi": .init("Sisällys", "Edellinen", "Seuraava", "Alkuperäinen", "Nimetön", "Kansi", "% min"),
    "fr": .init(
      "Sommaire", "Précédent", "Suivant", "Article original", "Sans titre", "Couverture",
      "% min de lecture"),
    "he": .init(
      "תוכן העניינים", "הקודם", "הבא", "המאמר המקורי", "ללא כותרת", "כריכה", "% דק׳ קריאה"),
    "hi": .init("विषय-सूची", "पिछला", "अगला", "मूल लेख", "शीर्षकहीन", "आवरण", "% मिनट"),
    "hu": .init("Tartalom", "Előző", "Következő", "Eredeti cikk", "Cím nélkül", "Borító", "% perc"),
    "id": .init(
      "Daftar Isi", "Sebelumnya", "Berikutnya", "Artikel asli", "Tanpa judul", "Sampul", "% menit"),
    "it": .init(
      "Indice", "Precedente", "Successivo", "Articolo originale", "Senza titolo", "Copertina",
      "% min di lettura"),
    "ja": .init("目次", "前の記事", "次の記事", "元の記事", "無題", "表紙", "約%分"),
    "ko": .init("목차", "이전 기사", "다음 기사", "원문", "제목 없음", "표지", "약 %분"),
    "nb": .init(
      "Innhold", "Forrige", "Neste", "Original artikkel", "Uten tittel", "Omslag", "% min"),
    "nl": .init(
      "Inhoud", "Vorige", "Volgende", "Oorspronkelijk artikel", "Zonder titel", "Omslag",
      "% min leestijd"),
    "pl": .init(
      "Spis treści", "Poprzedni", "Następny", "Artykuł źródłowy", "Bez tytułu", "Okładka",
      "% min czytania"),
    "pt": .init(
      "Sumário", "Anterior", "Seguinte", "Artigo original", "Sem título", "Capa",
      "% min de leitura"),
    "ro": .init(
      "Cuprins", "Anterior", "Următor", "Articol original", "Fără titlu", "Copertă", "% min"),
    "ru": .init(
      "Содержание", "Назад", "Далее", "Оригинал", "Без названия", "Обложка", "% мин чтения"),
    "sv": .init(
      "Innehåll", "Föregående", "Nästa", "Originalartikel", "Utan titel", "Omslag", "% min läsning"),
    "th": .init("สารบัญ", "ก่อนหน้า", "ถัดไป", "บทความต้นฉบับ", "ไม่มีชื่อ", "ปก", "% นาที"),
    "tr": .init(
      "İçindekiler", "Önceki", "Sonraki", "Özgün yazı", "Başlıksız", "Kapak", "% dk okuma"),
    "uk": .init("Зміст", "Назад", "Далі", "Оригінал", "Без назви", "Обкладинка", "% хв читання"),
    "ur": .init("فہرست", "پچھلا", "اگلا", "اصل مضمون", "بے عنوان", "سرورق", "% منٹ"),
    "vi": .init(
      "Mục lục", "Trước", "Sau", "Bài gốc", "Không có tiêu đề", "Bìa", "% phút đọc"),
    "zh": .init("目录", "上一篇", "下一篇", "原文", "无标题", "封面", "约%分钟"),
    "zh-Hant": .init("目錄", "上一篇", "下一篇", "原文", "無標題", "封面", "約%分鐘"),
  ]
}
