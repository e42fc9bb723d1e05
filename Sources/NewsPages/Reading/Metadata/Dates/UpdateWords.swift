/// Words that say of a date that it is that of a change.
enum UpdateWords {
  private static let words = WordPlaces([
    "updated", "update:", "last modified", "modified:", "modified on", "last edited",
    "last changed",
    "last update", "last reviewed", "aktualisiert", "letzte änderung", "zuletzt geändert",
    "zuletzt bearbeitet", "geändert am", "update vom", "stand:", "actualizad", "última actualiz",
    "ultima actualiz", "mis à jour", "mise à jour", "modifié", "aggiornat", "ultima modifica",
    "ultimo aggiornamento", "atualizad", "bijgewerkt", "laatst gewijzigd", "zaktualizowan",
    "aktualizacja", "aktualizováno", "aktualizované", "frissítve", "actualizat", "обновл",
    "изменен",
    "оновлено", "güncelle", "uppdaterad", "senast ändrad", "oppdatert", "opdateret", "päivitetty",
    "ενημέρωση", "diperbarui", "cập nhật", "更新", "修改", "编辑于", "수정", "업데이트", "تحديث", "آخر تعديل",
    "به‌روزرسانی", "עודכן", "עדכון", "अपडेट", "আপডেট", "อัปเดต",
  ])

  /// Where the first of them begins.
  static func range(in text: String) -> String.Index? {
    let lower = Array(text.lowercased().utf8)
    // Lower case may have other lengths in few scripts, of none of these words.
    guard lower.count == text.utf8.count else { return nil }
    return words.start(in: lower).map { text.utf8.index(text.startIndex, offsetBy: $0) }
  }

  /// Whether a text begins so, but for a few letters.
  static func begin(_ text: String) -> Bool {
    guard text.utf8.count < 300, let start = range(in: text) else { return false }
    return text[..<start].utf8.count <= 8
  }

  /// Whether a text ends so: what follows it is the date.
  static func end(_ text: String) -> Bool {
    guard let start = range(in: text) else { return false }
    return !text[start...].utf8.contains { $0 >= 0x30 && $0 <= 0x39 }
  }
}
