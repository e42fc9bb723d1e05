/// The words of a digest's first and last pages, in its language.
package final class FrontMatterStrings: Sendable {
  /// Above the headlines that come first.
  package let inThisIssue: String
  /// A section of what is in no other.
  package let more: String
  /// Above what the book does not have: sources that were not reached, articles left out.
  package let leftOut: String
  /// What stands for a picture that is not there and has no words of its own.
  package let picture: String

  /// The words of a language; English where they are not known.
  package static func of(_ language: String?) -> FrontMatterStrings {
    table[LanguageTag.wordsKey(of: language)] ?? english
  }

  private init(_ inThisIssue: String, _ more: String, _ leftOut: String, _ picture: String) {
    self.inThisIssue = inThisIssue
    self.more = more
    self.leftOut = leftOut
    self.picture = picture
  }

  private static let english = FrontMatterStrings(
    "In this issue", "More", "Not in this issue", "Picture")

  private static let table: [String: FrontMatterStrings] = [
    "ar": .init("في هذا العدد", "المزيد", "ليس في هذا العدد", "صورة"),
    "bg": .init("В този брой", "Още", "Не е в този брой", "Изображение"),
    "bn": .init("এই সংখ্যায়", "আরও", "এই সংখ্যায় নেই", "ছবি"),
    "ca": .init("En aquest número", "Més", "No és en aquest número", "Imatge"),
    "cs": .init("V tomto čísle", "Další", "V tomto čísle chybí", "Obrázek"),
    "da": .init("I dette nummer", "Mere", "Ikke i dette nummer", "Billede"),
    "de": .init("In dieser Ausgabe", "Weiteres", "Nicht in dieser Ausgabe", "Bild"),
    "el": .init("Σε αυτό το τεύχος", "Περισσότερα", "Εκτός αυτού του τεύχους", "Εικόνα"),
    "es": .init("En este número", "Más", "Fuera de este número", "Imagen"),
    "fa": .init("در این شماره", "بیشتر", "در این شماره نیست", "تصویر"),
    "fi": .init("Tässä numerossa", "Lisää", "Ei tässä numerossa", "Kuva"),
    "fr": .init("Dans ce numéro", "Autres articles", "Absents de ce numéro", "Image"),
    "he": .init("בגיליון זה", "עוד", "לא בגיליון זה", "תמונה"),
    "hi": .init("इस अंक में", "और", "इस अंक में नहीं", "चित्र"),
    "hu": .init("Ebben a számban", "Továbbiak", "Kimaradt ebből a számból", "Kép"),
    "id": .init("Dalam edisi ini", "Lainnya", "Tidak ada dalam edisi ini", "Gambar"),
    "it": .init("In questo numero", "Altro", "Non in questo numero", "Immagine"),
    "ja": .init("今号の記事", "その他", "この号にないもの", "画像"),
    "ko": .init("이번 호", "더 보기", "이번 호에 없는 기사", "그림"),
    "nb": .init("I dette nummeret", "Mer", "Ikke i dette nummeret", "Bilde"),
    "nl": .init("In dit nummer", "Meer", "Niet in dit nummer", "Afbeelding"),
    "pl": .init("W tym numerze", "Więcej", "Czego nie ma w tym numerze", "Obraz"),
    "pt": .init("Nesta edição", "Mais", "Fora desta edição", "Imagem"),
    "ro": .init("În acest număr", "Mai multe", "Nu sunt în acest număr", "Imagine"),
    "ru": .init("В этом номере", "Другое", "Не вошло в номер", "Изображение"),
    "sv": .init("I detta nummer", "Mer", "Inte i detta nummer", "Bild"),
    "th": .init("ในฉบับนี้", "เพิ่มเติม", "ไม่มีในฉบับนี้", "รูปภาพ"),
    "tr": .init("Bu sayıda", "Diğer", "Bu sayıda olmayanlar", "Resim"),
    "uk": .init("У цьому номері", "Інше", "Не ввійшло до номера", "Зображення"),
    "ur": .init("اس شمارے میں", "مزید", "اس شمارے میں نہیں", "تصویر"),
    "vi": .init("Trong số này", "Khác", "Không có trong số này", "Hình ảnh"),
    "zh": .init("本期要目", "其他", "本期未收录", "图片"),
    "zh-Hant": .init("本期要目", "其他", "本期未收錄", "圖片"),
  ]
}
