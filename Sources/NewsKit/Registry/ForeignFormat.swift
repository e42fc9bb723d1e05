/// Formats that other programs make of what this one writes.
package enum ForeignFormat {
  private static let tools: [(names: [String], between: String, tool: String, command: String)] = [
    (
      ["azw3", "azw", "kfx", "mobi", "prc", "fb2", "lrf", "pdb"], "epub",
      "calibre's ebook-convert", "ebook-convert"
    ),
    (
      [
        "docx", "odt", "rtf", "tex", "latex", "context", "typst", "pptx", "rst", "org", "asciidoc",
        "mediawiki", "docbook", "jats", "icml",
      ], "html", "pandoc", "pandoc"
    ),
    (["doc"], "html", "LibreOffice", "soffice --convert-to doc"),
  ]

  /// What makes a format, with the commands for it; `nil` for one that is not known here.
  ///
  /// - Parameters:
  ///   - stem: the path of the file that is wanted, without its extension.
  ///   - isDigest: whether several articles go into one file, which then is a book between.
  package static func advice(
    for name: String, stem: String = "article", isDigest: Bool = false
  ) -> String? {
    let name = name.lowercased()
    guard let tool = tools.first(where: { $0.names.contains(name) }) else { return nil }
    let format = isDigest && tool.command == "pandoc" ? "epub" : tool.between
    let between = quoted("\(stem).\(format)")
    let wanted = quoted("\(stem).\(name)")
    let second =
      switch tool.command {
      case "pandoc": "pandoc \(between) -o \(wanted)"
      case "ebook-convert": "ebook-convert \(between) \(wanted)"
      default: "\(tool.command) \(between)"
      }
    let first = isDigest ? "newsconv digest" : "newsconv"
    return "\(tool.tool) makes \(name): \(first) INPUT -o \(between) && \(second)"
  }

  /// A word as a shell takes it.
  private static func quoted(_ word: String) -> String {
    let isPlain = word.utf8.allSatisfy { byte in
      byte >= 0x80 || byte >= 0x61 && byte <= 0x7A || byte >= 0x40 && byte <= 0x5A
        || byte >= 0x2B && byte <= 0x3A || byte == UInt8(ascii: "_")
    }
    if isPlain { return word }
    return "'"
      + word.split(separator: "'", omittingEmptySubsequences: false)
      .joined(separator: "'\\''") + "'"
  }
}
