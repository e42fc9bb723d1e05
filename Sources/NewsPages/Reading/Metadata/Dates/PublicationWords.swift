/// Words before a date that say of it that it is the one of publication.
enum PublicationWords {
  private static let words = WordPlaces([
    "published", "posted", "first published", "date:", "veröffentlicht", "erschienen am",
    "erstellt am", "publié le", "publiée le", "mis en ligne le", "publicado", "publicada",
    "pubblicato", "pubblicata", "gepubliceerd", "geplaatst op", "publicerad", "publisert",
    "udgivet", "offentliggjort", "julkaistu", "opublikowan", "data publikacji", "publikováno",
    "zveřejněno", "publikované", "megjelent:", "objavljeno", "objavljen", "publicat", "publikuar",
    "опубликован", "дата публикации", "опубліковано", "дата публікації", "публикувано",
    "δημοσιεύ", "yayınlan", "yayın tarihi", "ngày đăng", "diterbitkan", "dipublikasikan",
    "发布时间", "发布日期", "发布于", "发表时间", "发表于", "發表於", "發佈時間", "發布時間", "發表時間", "发帖时间", "发表日期",
    "發佈日期", "投稿日", "公開日", "配信日", "掲載日", "등록일", "입력", "게시일", "작성일", "نُشر", "نشر", "تاريخ النشر",
    "تاریخ انتشار", "פורסם", "प्रकाशित", "প্রকাশ", "เผยแพร่",
  ])

  /// Where the first of them ends.
  static func end(in text: String) -> String.Index? {
    let lower = Array(text.lowercased().utf8)
    // Lower case may have other lengths in few scripts, of none of these words.
    guard lower.count == text.utf8.count else { return nil }
    return words.end(in: lower).map { text.utf8.index(text.startIndex, offsetBy: $0) }
  }
}
