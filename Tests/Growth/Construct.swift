/// One kind of input, in as many bytes as are asked for.
struct Construct: Sendable {
  /// What the table calls it.
  let name: String
  /// The format that is read, with options as on the command line: `html --raw`.
  let format: String
  /// What the table calls it with its format.
  var title: String { "\(format): \(name)" }
  /// Writers that are measured too, where the article has something new for them.
  let writers: [String]
  /// About `bytes` of it.
  let text: @Sendable (_ bytes: Int) -> String

  init(
    _ name: String, format: String, writers: [String] = [],
    _ text: @escaping @Sendable (_ bytes: Int) -> String
  ) {
    self.name = name
    self.format = format
    self.writers = writers
    self.text = text
  }
}

/// A construct before it is known what reads it.
struct Named: Sendable {
  let name: String
  let text: @Sendable (_ bytes: Int) -> String

  init(_ name: String, _ text: @escaping @Sendable (_ bytes: Int) -> String) {
    self.name = name
    self.text = text
  }
}

/// Shapes that constructs are made of.
enum Shape {
  /// The same piece again and again.
  static func repeated(_ piece: String, to bytes: Int) -> String {
    String(repeating: piece, count: max(1, bytes / piece.utf8.count))
  }

  /// Pieces that differ by their number.
  static func numbered(to bytes: Int, _ piece: (Int) -> String) -> String {
    var text = ""
    var number = 0
    while text.utf8.count < bytes {
      text += piece(number)
      number += 1
    }
    return text
  }

  /// Openings, then as many ends.
  static func nested(_ opening: String, _ end: String, to bytes: Int) -> String {
    let count = max(1, bytes / (opening.utf8.count + end.utf8.count))
    return String(repeating: opening, count: count) + "a" + String(repeating: end, count: count)
  }

  /// Two halves, so that all of the first meet all of the second.
  static func halves(
    to bytes: Int, _ first: (Int) -> String, then second: (Int) -> String
  ) -> String {
    numbered(to: bytes / 2, first) + "\n" + numbered(to: bytes / 2, second)
  }
}
