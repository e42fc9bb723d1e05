extension Metadata {
  /// Who wrote it, on a line: as printed, else by name.
  package var authorLine: String? {
    if let byline { return byline }
    return authors.isEmpty ? nil : authors.map(\.name).joined(separator: ", ")
  }
}
