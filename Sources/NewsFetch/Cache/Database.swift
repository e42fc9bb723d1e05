internal import CSQLite
internal import NewsFiles
package import NewsModel

/// A database of SQLite, which several threads and processes may use at once.
package final class Database: Sendable {
  /// SQLite's own lock guards it.
  private nonisolated(unsafe) let handle: OpaquePointer
  private let path: String

  /// A value of a row or a parameter.
  package enum Value: Sendable, Hashable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
    case text(String)
    case integer(Int)

    package init(stringLiteral text: String) { self = .text(text) }
    package init(integerLiteral number: Int) { self = .integer(number) }
  }

  /// A row of an answer.
  package struct Row {
    fileprivate let statement: OpaquePointer

    /// The text of a column; empty for none.
    package func text(_ column: Int) -> String {
      var count = 0
      guard let start = sqlite_statement_text(statement, Int32(column), &count) else { return "" }
      return String(
        decoding: UnsafeRawBufferPointer(start: start, count: count), as: UTF8.self)
    }

    /// The number of a column.
    package func integer(_ column: Int) -> Int {
      Int(sqlite_statement_integer(statement, Int32(column)))
    }
  }

  /// Opens a database, making it and its folder where they are not there.
  ///
  /// - Parameters:
  ///   - path: its file.
  ///   - schema: statements that make its tables where they are not there.
  /// - Throws: ``ConversionError`` where SQLite is not installed or the file is none of its.
  package init(_ path: String, schema: String) throws(ConversionError) {
    guard sqlite_is_installed() else {
      throw ConversionError(
        .software, "needs SQLite, which is not installed (Debian: libsqlite3-0)", file: path)
    }
    try FileTree.makeFolder(FilePath(path).folder)
    guard let handle = path.withCString({ sqlite_database_open($0) }) else {
      throw ConversionError(.inputOutput, "cannot be opened as a database", file: path)
    }
    self.handle = handle
    self.path = path
    // Written ahead and in order: whatever ends the process leaves what was there or what is.
    try run("PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;" + schema)
  }

  deinit { sqlite_database_close(handle) }

  private func failure() -> ConversionError {
    let words = sqlite_database_message(handle).map { String(cString: $0) } ?? "failed"
    return ConversionError(.inputOutput, "the database: \(words)", file: path)
  }

  /// Runs statements without parameters.
  package func run(_ statements: String) throws(ConversionError) {
    guard statements.withCString({ sqlite_database_run(handle, $0) }) else { throw failure() }
  }

  /// Runs a statement.
  ///
  /// - Parameter each: receives each row of the answer.
  package func run(
    _ text: String, _ values: [Value], each: (Row) -> Void = { _ in }
  ) throws(ConversionError) {
    guard let statement = text.withCString({ sqlite_statement_make(handle, $0) }) else {
      throw failure()
    }
    defer { sqlite_statement_free(statement) }
    for (index, value) in values.enumerated() {
      let position = Int32(index + 1)
      let isBound: Bool
      switch value {
      case .integer(let number):
        isBound = sqlite_statement_bind_integer(statement, position, Int64(number))
      case .text(var text):
        isBound = text.withUTF8 { bytes in
          bytes.withMemoryRebound(to: CChar.self) { chars in
            chars.baseAddress.map {
              sqlite_statement_bind_text(statement, position, $0, chars.count)
            } ?? sqlite_statement_bind_text(statement, position, "", 0)
          }
        }
      }
      guard isBound else { throw failure() }
    }
    while true {
      switch sqlite_statement_step(statement) {
      case 1: each(Row(statement: statement))
      case 0: return
      default: throw failure()
      }
    }
  }

  /// Runs a body whose statements all take effect, or none does.
  package func atomically(_ body: () throws(ConversionError) -> Void) throws(ConversionError) {
    try run("BEGIN IMMEDIATE")
    do throws(ConversionError) {
      try body()
      try run("COMMIT")
    } catch {
      try? run("ROLLBACK")
      throw error
    }
  }
}
