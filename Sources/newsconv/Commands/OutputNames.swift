import NewsKit

/// The files of a batch's outputs: named after their inputs, no two the same.
struct OutputNames {
  private let folder: String
  private let format: Format
  private var used: Set<String> = []

  init(folder: String, format: Format) {
    self.folder = folder.hasSuffix("/") ? folder : folder + "/"
    self.format = format
  }

  /// The name of one input's output, for example `in.epub` for `posts/in.txt`.
  static func name(for input: String, format: Format) -> String {
    let name = input == "-" ? "stdin" : FilePath(input).name
    return FilePath(name).withoutExtension + "." + (format.extensions.first ?? format.name)
  }

  /// The path of one input's output; its folder is made.
  mutating func output(for relativePath: String) throws(ConversionError) -> String {
    try unused(folder + FilePath(relativePath).withoutExtension)
  }

  /// The path of an output named after a date or section; its folder is made.
  mutating func output(forTitle title: String) throws(ConversionError) -> String {
    let safe = title.unicodeScalars.map { scalar in
      "/\\:*?\"<>|".unicodeScalars.contains(scalar) || scalar.value < 0x20 ? "-" : String(scalar)
    }
    return try unused(folder + safe.joined())
  }

  private mutating func unused(_ stem: String) throws(ConversionError) -> String {
    let suffix = "." + (format.extensions.first ?? format.name)
    var path = stem + suffix
    var number = 2
    // File systems may not tell upper from lower case: neither do we.
    while !used.insert(path.lowercased()).inserted {
      path = "\(stem)-\(number)\(suffix)"
      number += 1
    }
    try FileTree.makeFolder(FilePath(path).folder)
    return path
  }
}
