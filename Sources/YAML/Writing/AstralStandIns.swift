/// Characters beyond the basic plane, emoji among them, kept from libyaml, which escapes them: it
/// takes none of them for printable, though YAML does.
///
/// Each is one of the private use characters while libyaml writes, one that the text does not use,
/// and is put back in what it wrote.
struct AstralStandIns {
  private var standIns: [Unicode.Scalar: Unicode.Scalar] = [:]
  private var characters: [Unicode.Scalar: Unicode.Scalar] = [:]

  /// The stand-ins for the characters of a text; more different ones than there are stand-ins stay
  /// as they are, escaped.
  init(for node: YAMLNode) {
    var astral: [Unicode.Scalar] = []
    var used: Set<Unicode.Scalar> = []
    Self.collect(node, &astral, &used)
    if astral.isEmpty { return }
    var next: UInt32 = 0xE000
    for character in astral where standIns[character] == nil {
      while let scalar = Unicode.Scalar(next), used.contains(scalar) { next += 1 }
      guard next <= 0xF8FF, let standIn = Unicode.Scalar(next) else { return }
      standIns[character] = standIn
      characters[standIn] = character
      next += 1
    }
  }

  private static func collect(
    _ node: YAMLNode, _ astral: inout [Unicode.Scalar], _ used: inout Set<Unicode.Scalar>
  ) {
    switch node {
    case .scalar(let text, _):
      // Their UTF-8 begins with 0xF0 and more, that of private use characters with 0xEE or 0xEF.
      guard text.utf8.contains(where: { $0 >= 0xEE }) else { return }
      for scalar in text.unicodeScalars {
        if scalar.value > 0xFFFF { astral.append(scalar) }
        if (0xE000...0xF8FF).contains(scalar.value) { used.insert(scalar) }
      }
    case .sequence(let nodes, _): for node in nodes { collect(node, &astral, &used) }
    case .mapping(let pairs, _):
      for pair in pairs {
        collect(pair.key, &astral, &used)
        collect(pair.value, &astral, &used)
      }
    }
  }

  /// A text as libyaml shall see it.
  func hidden(_ text: String) -> String {
    if standIns.isEmpty { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { result.append(standIns[scalar] ?? scalar) }
    return String(result)
  }

  /// What libyaml wrote, with the characters put back.
  func restored(_ bytes: [UInt8]) -> [UInt8] {
    if characters.isEmpty { return bytes }
    var result = String.UnicodeScalarView()
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      result.append(characters[scalar] ?? scalar)
    }
    return Array(String(result).utf8)
  }
}
