internal import NewsBytes
internal import NewsHTML

/// What a site's lawyers say below each of its articles: that it gives no advice, that nobody is liable.
///
/// A line says so twice over: that something is not to be taken as something, and what that is.
enum Disclaimers {
  /// So many lines from the end are looked at: below stands no more of the article.
  private static let linesAtEnd = 8
  /// A longer line is the article's own text.
  private static let longest = 1600

  private static let denial: UInt64 = 1
  private static let advice: UInt64 = 2

  private static let automaton = WordAutomaton(
    [
      (
        denial,
        [
          "informational purposes", "information purposes", "general information only",
          "not intended to", "not intended as", "does not constitute", "do not constitute",
          "should not be construed", "should not be considered", "is not a substitute for",
          "not be relied upon", "does not provide", "do not provide", "no reproduction",
          "dient nur der information", "dienen nur der information",
          "dient lediglich der information",
          "stellt keine", "stellen keine", "ersetzt nicht", "ersetzen nicht", "keine gewahr",
          "ohne gewahr", "a titre informatif", "a titre d information", "ne constitue pas",
          "ne constituent pas", "ne remplace pas", "fines informativos", "no constituye",
          "no constituyen", "no sustituye", "fins informativos", "nao constitui",
          "carater informativo", "scopo informativo", "fini informativi", "non costituisce",
          "non costituiscono", "niet bedoeld als", "geen advies",
        ]
      ),
      (
        advice,
        [
          "advice", "adviser", "advisor", "recommendation", "endorsement", "solicitation", "liable",
          "liability", "warranty", "warranties", "beratung", "anlageberatung", "rechtsberatung",
          "empfehlung", "anlageempfehlung", "kaufempfehlung", "haftung", "arzt", "conseil",
          "conseils", "recommandation", "responsabilite", "asesoramiento", "consejo",
          "recomendacion", "responsabilidad", "aconselhamento", "recomendacao", "consulenza",
          "raccomandazione", "responsabilita", "advies", "aanbeveling",
        ]
      ),
    ].flatMap { bits, list in list.map { (text: "_" + $0 + "_", bits: bits) } })

  /// The same in Chinese, where a label or two words do.
  private static let chinese: [(first: String, second: String)] = [
    ("免责声明", ""), ("免責聲明", ""), ("不构成", "建议"), ("不構成", "建議"), ("仅供参考", "不代表"),
    ("僅供參考", "不代表"),
  ]

  /// The lines at the end of what is chosen that say so.
  static func lines(of chosen: ChosenLines) -> [Int] {
    let outline = chosen.outline
    return chosen.isChosen.indices.reversed().lazy.filter { chosen.isChosen[$0] }
      .prefix(linesAtEnd).filter { index in
        let line = outline.lines[index]
        return line.length >= 24 && line.length <= longest && line.kind != .heading
          && isDisclaimer(outline.text(of: index))
      }
  }

  private static func isDisclaimer(_ text: [UInt8]) -> Bool {
    let bits = text.withUnsafeBufferPointer { automaton.bits(in: $0) }
    if bits == denial | advice { return true }
    guard text.first(where: { $0 > 0x20 }) ?? 0 >= 0x80 else { return false }
    return chinese.contains { first, second in
      guard let place = text[...].place(of: Array(first.utf8)) else { return false }
      // A label stands at the start.
      return second.isEmpty ? place < 12 : text.contains(bytesOf: second)
    }
  }
}
