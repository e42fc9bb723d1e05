/// Why a file that input names is not opened.
package enum FileRefusal: Error, Sendable, Hashable {
  /// It lies outside the folders that the user gave.
  case outside
  /// It is a pipe, a device, a socket or a folder.
  case notRegular(String)
  /// It has more bytes than it may.
  case tooLarge(limit: Int)
  /// The system's reason.
  case unreadable(String)

  /// The end of a sentence that begins with the file's name.
  package var message: String {
    switch self {
    case .outside:
      "leads out of the folder of its input and is not opened; --trust lifts this"
    case .notRegular(let kind): "is \(kind), not a file, and is not opened"
    case .tooLarge(let limit): "is larger than the limit of \(limit) bytes"
    case .unreadable(let reason): "cannot be read: \(reason)"
    }
  }
}
