/// What pages write above their notes.
enum NoteHeading {
  /// The headings, in lower case.
  static let names: Set<String> = [
    "references", "notes", "footnotes", "endnotes", "notes and references", "references and notes",
    "citations", "einzelnachweise", "anmerkungen", "fußnoten", "fussnoten", "nachweise", "quellen",
    "références", "notes et références", "notas", "referencias", "referências",
    "notas e referências",
    "notas al pie", "note", "riferimenti", "voetnoten", "noten", "referenties", "przypisy",
    "poznámky", "reference", "noter", "fotnoter", "referenser", "kilder", "viitteet", "примечания",
    "сноски", "примітки", "kaynakça", "dipnotlar", "σημειώσεις", "παραπομπές", "注釈", "脚注", "出典",
    "参考资料", "注释", "參考資料", "註釋", "각주", "주석", "المراجع", "هوامش", "מראי מקום", "הערות שוליים",
  ]
}
