/// Whether a line is a notice of copyright: a sign or a word for it, then a year or a name.
enum RightsNotice {
  private static let openings = [
    "copyright", "(c) 19", "(c) 20", "all rights reserved", "alle rechte vorbehalten",
    "tous droits réservés", "todos los derechos reservados", "todos os direitos reservados",
    "tutti i diritti riservati", "版权所有", "版權所有",
  ].map { Array($0.utf8) }

  /// Whether a text begins as one.
  static func begins(_ text: some Collection<UInt8>) -> Bool {
    let start = text.drop { $0 <= 0x20 }.prefix(40).map {
      (0x41...0x5A).contains($0) ? $0 | 0x20 : $0
    }
    if start.starts(with: [0xC2, 0xA9]) { return true }
    guard let opening = openings.first(where: { start.starts(with: $0) }) else { return false }
    // A sentence about copyright is none.
    guard opening == openings[0] else { return true }
    let rest = start.dropFirst(opening.count).drop { $0 <= 0x20 || $0 == 0x3A }
    return rest.starts(with: [0xC2, 0xA9]) || rest.starts(with: Array("(c)".utf8))
      || rest.prefix(2).elementsEqual(Array("19".utf8))
      || rest.prefix(2).elementsEqual(Array("20".utf8))
  }
}
