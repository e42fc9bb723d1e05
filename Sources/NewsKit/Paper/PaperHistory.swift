internal import NewsFetch
internal import NewsFiles

/// What papers have taken so far, and the books they made: a database beside the cache, which clearing
/// the cache leaves alone.
///
/// It is written when a book is there, all of it or nothing, so that a run that ends before that has
/// taken nothing.
public final class PaperHistory: Sendable {
  private let database: Database

  /// Opens the history.
  ///
  /// - Parameter path: its file; the user's own (`$XDG_CACHE_HOME/newsconv/taken.db`) if `nil`.
  /// - Throws: ``ConversionError`` where SQLite is not installed or the file cannot be written.
  public init(path: String? = nil) throws(ConversionError) {
    guard let path = path ?? UserFolder.cache.map({ $0 + "/taken.db" }) else {
      throw ConversionError(
        .cannotCreate, "there is no place for what was taken: set HOME or XDG_CACHE_HOME")
    }
    database = try Database(
      path,
      schema: """
        CREATE TABLE IF NOT EXISTS taken (
          paper TEXT NOT NULL, key TEXT NOT NULL, time INTEGER NOT NULL,
          PRIMARY KEY (paper, key)) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS issues (
          number INTEGER PRIMARY KEY AUTOINCREMENT, paper TEXT NOT NULL, path TEXT NOT NULL,
          time INTEGER NOT NULL);
        """)
  }

  /// What the articles that a paper has taken are known by.
  public func taken(by paper: String) throws(ConversionError) -> Set<String> {
    var keys: Set<String> = []
    try database.run("SELECT key FROM taken WHERE paper = ?", [.text(paper)]) {
      keys.insert($0.text(0))
    }
    return keys
  }

  /// Remembers what a book has taken, once the book is there.
  ///
  /// - Parameters:
  ///   - keys: ``Pipeline/DigestOutcome/keys``.
  ///   - paper: what the paper is known by.
  ///   - books: the files of the book.
  public func record(
    _ keys: [String], of paper: String, books: [String] = []
  ) throws(ConversionError) {
    let now = FileSystem.now
    try database.atomically { () throws(ConversionError) in
      for key in keys {
        try database.run(
          "INSERT OR REPLACE INTO taken VALUES (?, ?, ?)",
          [.text(paper), .text(key), .integer(now)])
      }
      for book in books {
        let path = FileSystem.absolute(book)
        try database.run(
          "DELETE FROM issues WHERE paper = ? AND path = ?", [.text(paper), .text(path)])
        try database.run(
          "INSERT INTO issues (paper, path, time) VALUES (?, ?, ?)",
          [.text(paper), .text(path), .integer(now)])
      }
    }
  }

  /// Removes older books of a paper, those alone that it made.
  ///
  /// - Parameters:
  ///   - paper: its file's path.
  ///   - count: how many of the newest stay.
  /// - Returns: the files that were removed.
  public func removeIssues(of paper: String, keeping count: Int) throws(ConversionError) -> [String]
  {
    var old: [(number: Int, path: String)] = []
    try database.run(
      "SELECT number, path FROM issues WHERE paper = ? ORDER BY number DESC LIMIT -1 OFFSET ?",
      [.text(paper), .integer(max(1, count))]
    ) { old.append(($0.integer(0), $0.text(1))) }
    var removed: [String] = []
    for (number, path) in old {
      if FileSystem.kind(of: path) == .file, FileSystem.remove(path) { removed.append(path) }
      try database.run("DELETE FROM issues WHERE number = ?", [.integer(number)])
    }
    return removed
  }
}
