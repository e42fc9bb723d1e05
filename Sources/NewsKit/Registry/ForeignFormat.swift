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
  package static func advice(for name: String) -> String? {
    let name = name.lowercased()
    guard let tool = tools.first(where: { $0.names.contains(name) }) else { return nil }
    let between = "article.\(tool.between)"
    let second =
      switch tool.command {
      case "pandoc": "pandoc \(between) -o article.\(name)"
      case "ebook-convert": "ebook-convert \(between) article.\(name)"
      default: "\(tool.command) \(between)"
      }
    return "\(tool.tool) makes \(name): newsconv INPUT -o \(between) && \(second)"
  }
}
