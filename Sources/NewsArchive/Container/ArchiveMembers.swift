import CLibZip
package import NewsModel
internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The files of a ZIP archive, read one at a time: libzip's.
///
/// An archive is hostile: names that lead out of it are left out, encrypted files refused, and no
/// more is decompressed than the limits allow.
package final class ArchiveMembers: Sendable {
  /// The names of the files, in the archive's order.
  package let names: [String]
  /// Names that were left out because they lead out of the archive.
  package let refused: [String]
  /// Names that several files have, of which the last is read.
  private let repeated: [String]
  /// How many files are more than are read.
  private let surplus: Int
  private let places: [String: Int]
  private let handle: Mutex<Handle>
  private let limits: Limits

  /// libzip's archive, which one thread may use at a time.
  private struct Handle: ~Copyable {
    let archive: OpaquePointer
    /// What may still be decompressed.
    var budget: Int

    deinit { zip_discard(archive) }
  }

  /// More are no book's and no export's.
  private static let mostFiles = 200_000

  /// Opens an archive.
  ///
  /// - Throws: ``ConversionError`` for bytes that are no archive, or where libzip is missing.
  package init(_ bytes: [UInt8], limits: Limits) throws(ConversionError) {
    guard zip_is_installed() else {
      throw ConversionError(.software, "libzip is missing; on Debian: apt-get install libzip4")
    }
    // libzip frees it.
    guard let copy = malloc(max(1, bytes.count)) else {
      throw ConversionError(.software, "there is no memory for an archive")
    }
    bytes.withUnsafeBytes {
      if let start = $0.baseAddress { copy.copyMemory(from: start, byteCount: $0.count) }
    }
    guard let source = zip_source_buffer_create(copy, zip_uint64_t(bytes.count), 1, nil) else {
      free(copy)
      throw ConversionError(.software, "libzip has no memory for an archive")
    }
    guard let archive = zip_open_from_source(source, ZIP_RDONLY, nil) else {
      zip_source_free(source)
      throw ConversionError(.badInput, "is no ZIP archive, or is damaged")
    }
    let count = Int(clamping: zip_get_num_entries(archive, 0))
    var names: [String] = []
    var refused: [String] = []
    var repeated: [String] = []
    var places: [String: Int] = [:]
    for index in 0..<max(0, min(count, Self.mostFiles)) {
      guard let text = zip_get_name(archive, zip_uint64_t(index), 0) else { continue }
      var name = String(cString: text)
      // Some programs on Windows part names so.
      if name.utf8.contains(UInt8(ascii: "\\")) {
        name = name.split(separator: "\\", omittingEmptySubsequences: false)
          .joined(separator: "/")
      }
      if name.hasSuffix("/") { continue }
      guard Self.isWithin(name) else {
        refused.append(name)
        continue
      }
      if places.updateValue(index, forKey: name) == nil {
        names.append(name)
      } else {
        repeated.append(name)
      }
    }
    self.names = names
    self.refused = refused
    self.repeated = repeated
    surplus = max(0, count - Self.mostFiles)
    self.places = places
    self.limits = limits
    let budget = limits.inputBytes.multipliedReportingOverflow(by: 4)
    handle = Mutex(
      Handle(archive: archive, budget: budget.overflow ? .max : budget.partialValue))
  }

  /// Reports what of the archive is not read.
  package func report(to diagnostics: inout Diagnostics) {
    for name in refused.prefix(10) {
      diagnostics.warn(.resourceRefused, "'\(name)' leads out of the archive and is left out")
    }
    if refused.count > 10 {
      diagnostics.warn(
        .resourceRefused,
        "\(refused.count - 10) more names lead out of the archive and are left out")
    }
    for name in repeated.prefix(10) {
      diagnostics.warn(.textDropped, "several files are called '\(name)': the last is read")
    }
    if repeated.count > 10 {
      diagnostics.warn(
        .textDropped, "\(repeated.count - 10) more files have the name of another and are left out")
    }
    if surplus > 0 {
      diagnostics.warn(
        .textDropped,
        "the archive has more than \(Self.mostFiles) files: the last \(surplus) are left out")
    }
  }

  /// Whether a name stays within the archive.
  private static func isWithin(_ name: String) -> Bool {
    !name.isEmpty && !name.hasPrefix("/") && !name.split(separator: "/").contains { $0 == ".." }
  }

  /// Whether there is a file of a name.
  package func contains(_ name: String) -> Bool { places[name] != nil }

  /// The bytes of a file; `nil` if there is none of the name.
  ///
  /// - Parameter first: how many bytes are enough; all by default.
  /// - Throws: ``ConversionError`` for one that is encrypted, damaged or larger than the limits allow.
  package func bytes(
    of name: String, first: Int = .max
  ) throws(ConversionError) -> [UInt8]? {
    guard let place = places[name] else { return nil }
    let limit = limits.inputBytes
    let outcome = handle.withLock { handle -> Result<[UInt8], ConversionError> in
      Self.read(zip_uint64_t(place), name, first: first, limit, &handle)
    }
    return try outcome.get()
  }

  /// Texts do not become so much larger, but for those of nothing but one letter.
  private static let ratioOfBombs: zip_uint64_t = 200
  /// A smaller file does no harm.
  private static let sizeOfBombs: zip_uint64_t = 8 << 20

  private static func read(
    _ index: zip_uint64_t, _ name: String, first: Int, _ limit: Int, _ handle: inout Handle
  ) -> Result<[UInt8], ConversionError> {
    var stat = zip_stat_t()
    zip_stat_init(&stat)
    guard zip_stat_index(handle.archive, index, 0, &stat) == 0 else {
      return .failure(ConversionError(.badInput, "the file '\(name)' of the archive is damaged"))
    }
    if stat.valid & zip_uint64_t(ZIP_STAT_ENCRYPTION_METHOD) != 0, stat.encryption_method != 0 {
      return .failure(
        ConversionError(.badInput, "the file '\(name)' of the archive is encrypted"))
    }
    let tooLarge = ConversionError(
      .limitExceeded, "the file '\(name)' of the archive is larger than the limits allow")
    let most = min(limit, handle.budget)
    if first == .max, stat.valid & zip_uint64_t(ZIP_STAT_SIZE) != 0,
      stat.size > zip_uint64_t(max(0, most))
    {
      return .failure(tooLarge)
    }
    if stat.valid & zip_uint64_t(ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE)
      == zip_uint64_t(ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE), stat.size > sizeOfBombs,
      stat.size / max(1, stat.comp_size) > ratioOfBombs
    {
      return .failure(
        ConversionError(
          .limitExceeded,
          "the file '\(name)' of the archive would become \(stat.size / max(1, stat.comp_size)) "
            + "times as large: it is taken for a bomb"))
    }
    guard let file = zip_fopen_index(handle.archive, index, 0) else {
      return .failure(ConversionError(.badInput, "the file '\(name)' of the archive is damaged"))
    }
    defer { _ = zip_fclose(file) }
    var bytes: [UInt8] = []
    var portion = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = portion.withUnsafeMutableBytes {
        zip_fread(file, $0.baseAddress, zip_uint64_t($0.count))
      }
      if count < 0 {
        return .failure(
          ConversionError(.badInput, "the file '\(name)' of the archive is damaged"))
      }
      if count == 0 { break }
      bytes += portion[..<Int(count)]
      if bytes.count >= first { break }
      if bytes.count > most { return .failure(tooLarge) }
    }
    handle.budget -= bytes.count
    return .success(bytes)
  }
}
