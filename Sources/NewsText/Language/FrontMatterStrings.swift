/// The words of a digest's first and last pages, in its language.
package final class FrontMatterStrings: Sendable {
  /// Above the headlines that come first.
  package let inThisIssue: String
  /// A section of what is in no other.
  package let more: String
  /// Above what the book does not have: sources that were not reached, articles left out.
  package let leftOut: String

  /// The words of a language; English where they are not known.
  package static func of(_ language: String?) -> FrontMatterStrings {
    table[LanguageTag.wordsKey(of: language)] ?? english
  }

  private init(_ inThisIssue: String, _ more: String, _ leftOut: String) {
    self.inThisIssue = inThisIssue
    self.more = more
    self.leftOut = leftOut
  }

  private static let english = FrontMatterStrings(
    "In this issue", "More", "Not in this issue")

  private static let table: [String: FrontMatterStrings] = [
    "ar": .init("في هذا العدد", "المزيد", "ليس في هذا العدد"),
    "bg": .init("В този брой", "Още", "Не е в този брой"),
    "bn": .init("এই সংখ্যায়", "আরও", "এই সংখ্যায় নেই"),
    "ca": .init("En aquest número", "Més", "No és en aquest número"),
    "cs": .init("V tomto čísle", "Další", "V tomto čísle chybí"),
    "da": .init("I dette nummer", "Mere", "Ikke i dette nummer"),
    "de": .init("In dieser Ausgabe", "Weiteres", "Nicht in dieser Ausgabe"),
    "el": .init("Σε αυτό το τεύχος", "Περισσότερα", "Εκτός αυτού του τεύχους"),
    "es": .init("En este número", "Más", "Fuera de este número"),
    "fa": .init("در این شماره", "بیشتر", "در این شماره نیست"),
    "fi": .init("Tässä numerossa", "Lisää", "Ei tässä numerossa"),
    "fr": .init("Dans ce numéro", "Autres articles", "Absents de ce numéro"),
    "he": .init("בגיליון זה", "עוד", "לא בגיליון זה"),
    "hi": .init("इस अंक में", "और", "इस अंक में नहीं"),
    "hu": .init("Ebben a számban", "Továbbiak", "Kimaradt ebből a számból"),
    "id": .init("Dalam edisi ini", "Lainnya", "Tidak ada dalam edisi ini"),
    "it": .init("In questo numero", "Altro", "Non in questo numero"),
    "ja": .init("今号の記事", "その他", "この号にないもの"),
    "ko": .init("이번 호", "더 보기", "이번 호에 없는 기사"),
    "nb": .init("I dette nummeret", "Mer", "Ikke i dette nummeret"),
    "nl": .init("In dit nummer", "Meer", "Niet in dit nummer"),
    "pl": .init("W tym numerze", "Więcej", "Czego nie ma w tym numerze"),
    "pt": .init("Nesta edição", "Mais", "Fora desta edição"),
    "ro": .init("În acest număr", "Mai multe", "Nu sunt în acest număr"),
    "ru": .init("В этом номере", "Другое", "Не вошло в номер"),
    "sv": .init("I detta nummer", "Mer", "Inte i detta nummer"),
    "th": .init("ในฉบับนี้", "เพิ่มเติม", "ไม่มีในฉบับนี้"),
    "tr": .init("Bu sayıda", "Diğer", "Bu sayıda olmayanlar"),
    "uk": .init("У цьому номері", "Інше", "Не ввійшло до номера"),
    "ur": .init("اس شمارے میں", "مزید", "اس شمارے میں نہیں"),
    "vi": .init("Trong số này", "Khác", "Không có trong số này"),
    "zh": .init("本期要目", "其他", "本期未收录"),
    "zh-Hant": .init("本期要目", "其他", "本期未收錄"),
  ]
}
