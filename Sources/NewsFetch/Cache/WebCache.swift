internal import NewsFiles
public import NewsModel

/// Responses that came before, for one user (RFC 9111): what is still good is not asked for, and what
/// may have changed is asked for with a condition, so that a body comes once.
///
/// An index in SQLite, bodies in files beside it that are named after what they are. A body is there
/// before its entry, and both are there whole or not at all, whatever ends the process; several
/// processes may use one cache.
public final class WebCache: Sendable {
  /// The folder.
  public let folder: String
  private let database: Database

  /// What a response is found by.
  struct Key: Sendable, Hashable {
    var address: String
    /// A mark of what was sent of the user's own, so that pages behind a login are not mixed up with
    /// those before it; empty for nothing.
    var mark = ""

    init(address: String, private fields: HTTPFields?) {
      self.address = address
      guard let fields, !fields.all.isEmpty else { return }
      let text = fields.all.map { $0.name.lowercased() + ":" + $0.value }.joined(separator: "\n")
      mark = SHA256.hex(Array(text.utf8))
    }
  }

  /// A response that is stored.
  struct Entry: Sendable {
    var key: Key
    var status: Int
    var fields: HTTPFields
    var freshUntil: Int
    var stored: Int
    fileprivate var body: String
    fileprivate var size: Int
    fileprivate var folder: String
    fileprivate var variant: String

    /// Whether it need not be asked for.
    ///
    /// - Parameter age: for how many seconds after it came it is good in any case.
    func isFresh(at now: Int, atLeast age: Int = 0) -> Bool {
      now < freshUntil || age > 0 && now >= stored && now < stored + age
    }

    /// The response; `nil` where its body is not there any more.
    func response(_ address: String) -> WebResponse? {
      var content = FetchedBody([])
      if !body.isEmpty {
        guard let path = WebCache.path(of: body, in: folder), FileSystem.kind(of: path) == .file
        else { return nil }
        content = FetchedBody(path: path, count: size)
      }
      var response = WebResponse(
        FetchResponse(status: status, fields: fields, body: content), address: address)
      response.isFromCache = true
      return response
    }
  }

  /// What the cache may take on disk, in bytes of bodies.
  static let mostBytes = 1 << 30
  /// What was not used for so many seconds is forgotten.
  static let longestUnused = 90 * 86_400

  /// Opens the cache of a folder.
  ///
  /// - Throws: `ConversionError` where SQLite is not installed or the folder cannot be written.
  public init(folder: String) throws(ConversionError) {
    self.folder = folder
    database = try Database(
      folder + "/cache.db",
      schema: """
        CREATE TABLE IF NOT EXISTS responses (
          address TEXT NOT NULL, mark TEXT NOT NULL, variant TEXT NOT NULL, vary TEXT NOT NULL,
          status INTEGER NOT NULL, fields TEXT NOT NULL, body TEXT NOT NULL, size INTEGER NOT NULL,
          stored INTEGER NOT NULL, fresh INTEGER NOT NULL, used INTEGER NOT NULL,
          PRIMARY KEY (address, mark, variant)) WITHOUT ROWID;
        """)
  }

  /// The folder of the user's cache: `$XDG_CACHE_HOME/newsconv`, else `~/.cache/newsconv`.
  public static var userFolder: String? { UserFolder.cache }

  // MARK: - Looking up

  /// The stored response to a request, if there is one that fits what is sent.
  func lookUp(_ key: Key, sending sent: HTTPFields) -> Entry? {
    var found: Entry?
    try? database.run(
      """
      SELECT variant, vary, status, fields, body, size, stored, fresh FROM responses
      WHERE address = ? AND mark = ? ORDER BY stored DESC
      """, [.text(key.address), .text(key.mark)]
    ) { row in
      let variant = row.text(0)
      guard found == nil, Self.variant(vary: row.text(1), sent) == variant else { return }
      var fields = HTTPFields()
      for line in row.text(3).split(separator: "\n") {
        if let field = HTTPFields.field(String(line)) { fields.add(field.name, field.value) }
      }
      found = Entry(
        key: key, status: row.integer(2), fields: fields, freshUntil: row.integer(7),
        stored: row.integer(6), body: row.text(4), size: row.integer(5), folder: folder,
        variant: variant)
    }
    return found
  }

  /// What tells apart responses that vary by fields of the request.
  private static func variant(vary: String, _ sent: HTTPFields) -> String? {
    if vary.isEmpty { return "" }
    let names = vary.split(separator: ",").map { $0.filter { $0 != " " }.lowercased() }.sorted()
    if names.contains("*") { return nil }
    return SHA256.hex(
      Array(names.map { $0 + ":" + (sent[$0] ?? "") }.joined(separator: "\n").utf8))
  }

  // MARK: - Storing

  /// Statuses that are stored: what a later run can use.
  private static let storedStatuses: Set<Int> = [200, 203, 301, 302, 303, 307, 308, 410]

  /// Stores a response, if it may be. A cache that cannot be written is none.
  func store(_ response: FetchResponse, for key: Key, sending sent: HTTPFields, asked: Int) {
    guard Self.storedStatuses.contains(response.status),
      !CacheControl(response.fields["Cache-Control"]).isNoStore,
      let variant = Self.variant(vary: response.fields["Vary"] ?? "", sent)
    else { return }
    let now = FileSystem.now
    do throws(ConversionError) {
      var body = ""
      if response.status < 300, response.body.count > 0 {
        body = try keep(try response.body.bytes())
      }
      try database.run(
        "INSERT OR REPLACE INTO responses VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
          .text(key.address), .text(key.mark), .text(variant),
          .text(response.fields["Vary"] ?? ""), .integer(response.status),
          .text(Self.lines(response.fields)), .text(body), .integer(response.body.count),
          .integer(now),
          .integer(CacheControl.freshUntil(response.fields, asked: asked, received: now)),
          .integer(now),
        ])
    } catch {}
  }

  /// Takes over what a server says of a stored response that is as it was (4.3.4).
  func refresh(_ entry: Entry, with fields: HTTPFields, asked: Int) -> Entry {
    var entry = entry
    for field in fields.all where !Self.keptFields.contains(field.name.lowercased()) {
      entry.fields.remove(field.name)
    }
    for field in fields.all where !Self.keptFields.contains(field.name.lowercased()) {
      entry.fields.add(field.name, field.value)
    }
    let now = FileSystem.now
    entry.stored = now
    entry.freshUntil = CacheControl.freshUntil(entry.fields, asked: asked, received: now)
    try? database.run(
      """
      UPDATE responses SET fields = ?, stored = ?, fresh = ?, used = ?
      WHERE address = ? AND mark = ? AND variant = ?
      """,
      [
        .text(Self.lines(entry.fields)), .integer(now), .integer(entry.freshUntil), .integer(now),
        .text(entry.key.address), .text(entry.key.mark), .text(entry.variant),
      ])
    return entry
  }

  /// What a response without a body cannot say of the body that is stored.
  private static let keptFields: Set<String> = [
    "content-length", "content-encoding", "transfer-encoding", "content-range", "content-type",
    "set-cookie",
  ]

  private static func lines(_ fields: HTTPFields) -> String {
    fields.all.filter { $0.name.lowercased() != "set-cookie" }
      .map { $0.name + ": " + $0.value }.joined(separator: "\n")
  }

  // MARK: - Bodies

  /// Where a body is; `nil` for what is no name of one.
  fileprivate static func path(of body: String, in folder: String) -> String? {
    guard body.utf8.count == 64,
      body.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) })
    else { return nil }
    return folder + "/bodies/" + body.prefix(2) + "/" + body
  }

  /// Keeps a body; gives what it is found by.
  private func keep(_ bytes: [UInt8]) throws(ConversionError) -> String {
    let name = SHA256.hex(bytes)
    guard let path = Self.path(of: name, in: folder) else { return "" }
    if FileSystem.kind(of: path) == .file { return name }
    try FileTree.makeFolder(FilePath(path).folder)
    let file = try AtomicFile(path: path)
    try file.write(bytes)
    try file.commit()
    return name
  }

  // MARK: - Keeping house

  /// What is in the cache.
  public struct Contents: Sendable, Hashable {
    /// Responses.
    public var responses = 0
    /// Bytes of their bodies.
    public var bytes = 0
  }

  /// What is in the cache.
  public func contents() throws(ConversionError) -> Contents {
    var contents = Contents()
    try database.run("SELECT COUNT(*), COALESCE(SUM(size), 0) FROM responses", []) { row in
      contents = Contents(responses: row.integer(0), bytes: row.integer(1))
    }
    return contents
  }

  /// Forgets all responses.
  public func clear() throws(ConversionError) {
    try database.run("DELETE FROM responses", [])
    removeBodies { _ in true }
    try database.run("VACUUM")
  }

  /// Forgets what was not used for long, and the oldest of what is too much.
  public func tidy() throws(ConversionError) {
    let now = FileSystem.now
    try database.run(
      "DELETE FROM responses WHERE used < ?", [.integer(now - Self.longestUnused)])
    var (bytes, oldest) = (0, 0)
    try database.run("SELECT size, used FROM responses ORDER BY used DESC", []) { row in
      bytes += row.integer(0)
      if bytes > Self.mostBytes { oldest = max(oldest, row.integer(1)) }
    }
    if oldest > 0 { try database.run("DELETE FROM responses WHERE used <= ?", [.integer(oldest)]) }
    var known: Set<String> = []
    try database.run("SELECT DISTINCT body FROM responses", []) { known.insert($0.text(0)) }
    removeBodies { !known.contains($0) }
  }

  /// Removes files of bodies. A process that stores one meanwhile asks for it again at worst.
  private func removeBodies(_ isUnwanted: (String) -> Bool) {
    let root = folder + "/bodies"
    for (folder, kind) in FileSystem.entries(in: root) where kind == .folder {
      for (name, _) in FileSystem.entries(in: root + "/" + folder) where isUnwanted(name) {
        FileSystem.remove(root + "/" + folder + "/" + name)
      }
    }
  }
}
