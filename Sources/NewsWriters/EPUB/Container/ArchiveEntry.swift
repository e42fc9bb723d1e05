/// A file as it stands in the container.
struct ArchiveEntry: Sendable {
  /// Its path, ASCII.
  var name: String
  /// What is stored: deflated bytes, or the file's own.
  var stored: [UInt8]
  /// Whether ``stored`` is deflated.
  var isDeflated: Bool
  /// How many bytes the file has.
  var size: Int
  /// The file's CRC-32.
  var checksum: UInt32
}
