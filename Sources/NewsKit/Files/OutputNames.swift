internal import NewsFiles

/// The files of a batch's outputs: named after their inputs, no two the same.
public struct OutputNames: Sendable {
  private let folder: String
  private let format: Format
  private var used = UniqueNames()
  /// The folders of outputs by their paths, without regard to case: a file may have the name of one.
  private var folders: [String: String] = [:]

  /// Names files in a folder.
  public init(folder: String, format: Format) {
    self.folder = folder.hasSuffix("/") ? folder : folder + "/"
    self.format = format
  }

  /// The name of one input's output, for example `in.epub` for `posts/in.txt`.
  public static func name(for input: String, format: Format) -> String {
    var name = input == "-" ? "stdin" : FilePath(input).name
    // What was compressed is called as it was before.
    if ["gz", "zst"].contains(FilePath(name).fileExtension) {
      name = FilePath(name).withoutExtension
    }
    return FilePath(name).withoutExtension + "." + (format.extensions.first ?? format.name)
  }

  /// The path of one input's output.
  ///
  /// - Parameter name: what the input is called within its folder or collection, as a path.
  public mutating func output(for name: String) -> String {
    // Names come from archives and feeds too: none leads out of the folder.
    let relativePath = FileSystem.components(of: name).filter { $0 != "." && $0 != ".." }
      .joined(separator: "/").filter { $0 != "\0" }
    let stem = FilePath(relativePath).withoutExtension
    var path = folder
    let parts = stem.split(separator: "/")
    for part in parts.dropLast() { path = outputFolder(path + Self.short(part)) + "/" }
    return unused(path + (parts.last.map(Self.short) ?? "article"))
  }

  /// A folder that no file stands in the way of.
  private mutating func outputFolder(_ path: String) -> String {
    let key = path.lowercased()
    if let known = folders[key] { return known.lowercased() == key ? path : known }
    let name = used.next(path, key: { $0.lowercased() }) { "\(path)-\($0)" }
    folders[key] = name
    return name
  }

  /// A name that file systems take, which know 255 bytes, with a number and an extension.
  private static func short(_ name: Substring) -> String {
    guard name.utf8.count > 200 else { return String(name) }
    var result = String.UnicodeScalarView()
    var count = 0
    for scalar in name.unicodeScalars {
      count += UTF8.width(scalar)
      if count > 200 { break }
      result.append(scalar)
    }
    return String(result)
  }

  /// The path of an output named after a date or section.
  public mutating func output(forTitle title: String) -> String {
    let safe = title.unicodeScalars.map { scalar in
      "/\\:*?\"<>|".unicodeScalars.contains(scalar) || scalar.value < 0x20 ? "-" : String(scalar)
    }
    return unused(folder + safe.joined())
  }

  private mutating func unused(_ stem: String) -> String {
    let suffix = "." + (format.extensions.first ?? format.name)
    // File systems may not tell upper from lower case: neither do we.
    return used.next(stem + suffix, key: { $0.lowercased() }) { "\(stem)-\($0)\(suffix)" }
  }
}
