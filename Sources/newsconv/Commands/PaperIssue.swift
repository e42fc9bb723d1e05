import NewsFiles
import NewsKit

/// The book of a day: what it is called, what it may take, and what is remembered of it.
struct PaperIssue {
  /// Whether it takes only what no earlier one has taken.
  let isNew: Bool
  /// Whether its name is made of the day, so that it replaces no other.
  private(set) var isDated = false

  private let paper: String
  private let kept: Int?
  private let history: PaperHistory?
  private let day = DayArgument.todayText

  init(
    _ paper: Paper?, isNew: Bool, kept: Int?, title: String?
  ) throws(ConversionError) {
    self.isNew = isNew
    self.kept = kept
    self.paper = paper?.name ?? ""
    history = isNew || kept != nil ? try PaperHistory() : nil
    isDated = paper?.output?.contains("{date}") == true
  }

  /// A path with the day in it.
  func expanded(_ path: String) -> String { path.replacing("{date}", with: day) }

  /// Whether an article was taken before; `nil` where that does not matter.
  func isTaken() throws(ConversionError) -> (@Sendable (String) -> Bool)? {
    guard isNew, let history else { return nil }
    let taken = try history.taken(by: paper)
    return { taken.contains($0) }
  }

  /// What its file in a folder is called, without an extension.
  func fileName(_ title: String?) -> String {
    guard isNew || kept != nil || !paper.isEmpty else { return "digest" }
    var name = ""
    for scalar in (title ?? "digest").lowercased().unicodeScalars.prefix(80) {
      let isKept =
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "_"
      if isKept { name.unicodeScalars.append(scalar) } else if name.last != "-" { name += "-" }
    }
    while name.last == "-" { name.removeLast() }
    return (name.isEmpty ? "digest" : name) + "-" + day
  }

  /// The path, with a number where an earlier book of the day would be replaced by one of what came
  /// since.
  func unused(_ path: String) -> String {
    guard isNew, FileTree.exists(path) else { return path }
    let file = FilePath(path)
    let suffix = file.fileExtension.map { "." + $0 } ?? ""
    var number = 2
    while FileTree.exists("\(file.withoutExtension)-\(number)\(suffix)") { number += 1 }
    return "\(file.withoutExtension)-\(number)\(suffix)"
  }

  /// Remembers what is in the book, now that it is there, and removes those that are too old.
  ///
  /// - Returns: the files that were removed.
  func record(_ keys: [String], books: [String]) throws(ConversionError) -> [String] {
    guard let history else { return [] }
    // Books of different papers without a file are told apart by where they are.
    let shelf =
      paper.isEmpty ? books.first.map { FilePath(FileSystem.absolute($0)).folder } ?? "" : paper
    try history.record(isNew ? keys : [], of: paper)
    try history.record([], of: shelf, books: books)
    guard let kept else { return [] }
    return try history.removeIssues(of: shelf, keeping: kept)
  }
}
