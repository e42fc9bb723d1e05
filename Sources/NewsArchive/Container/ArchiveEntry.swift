/// A file as it stands in the container.
package struct ArchiveEntry: Sendable {
  /// Its path, ASCII.
  package var name: String
  /// What is stored: deflated bytes, or the file's own.
  package var stored: [UInt8]
  /// Whether ``stored`` is deflated.
  var isDeflated: Bool
  /// How many bytes the file has.
  package var size: Int
  /// The file's CRC-32.
  var checksum: UInt32
}
