#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The folders whose files may be opened because something that was read names them.
///
/// Everything that input can name is opened through this type: pictures, a site's includes, data,
/// configuration and posts. A file is opened if it is a regular one and its real path, all links
/// resolved, lies below one of the folders. What the user named is opened by ``Source`` instead.
package struct FileBoundary: Sendable {
  /// Real paths, each with a slash at its end.
  private let roots: [[UInt8]]
  /// Whether any regular file may be opened, wherever it lies.
  package let isLifted: Bool

  /// Draws the boundary around some folders; those that are not there hold nothing.
  ///
  /// - Parameter isLifted: whether the user trusts what is read (`--trust`).
  package init(around folders: [String], isLifted: Bool = false) {
    self.isLifted = isLifted
    roots = isLifted ? [] : folders.compactMap(Self.root)
  }

  /// What came of opening a file.
  package enum Outcome: Sendable {
    case bytes([UInt8])
    /// There is no such file.
    case missing
    case refused(FileRefusal)

    /// The bytes, if there are any.
    package var bytes: [UInt8]? {
      if case .bytes(let bytes) = self { bytes } else { nil }
    }

    /// Why the file was not opened.
    package var refusal: FileRefusal? {
      if case .refused(let refusal) = self { refusal } else { nil }
    }
  }

  /// Reads a regular file within the boundary.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - limit: the bytes it may have, told from the open file.
  package func read(_ path: String, limit: Int = 64 << 20) -> Outcome {
    do throws(FoundFile.Failure) {
      let file = try FoundFile(path)
      if let refusal = refusal(of: file) { return .refused(refusal) }
      return file.read(limit: limit)
    } catch {
      switch error {
      case .missing: return .missing
      case .system(let reason): return .refused(.unreadable(reason))
      }
    }
  }

  /// Why a file or folder lies outside or is neither; `nil` where it may be looked at or is not there.
  package func refusal(of path: String) -> FileRefusal? {
    do throws(FoundFile.Failure) {
      let file = try FoundFile(path)
      if file.isFolder { return contains(file) ? nil : .outside }
      return refusal(of: file)
    } catch {
      switch error {
      case .missing: return nil
      case .system(let reason): return .unreadable(reason)
      }
    }
  }

  /// What is at a path, links followed; `nil` for what is not there or lies outside.
  package func kind(of path: String) -> FileSystem.Kind? {
    guard let kind = FileSystem.kind(of: path) else { return nil }
    return isLifted || refusal(of: path) != .outside ? kind : nil
  }

  private func refusal(of file: borrowing FoundFile) -> FileRefusal? {
    // First where it lies: what is outside is not told of.
    if !contains(file) { return .outside }
    return file.isRegular ? nil : .notRegular(file.kindInWords)
  }

  private func contains(_ file: borrowing FoundFile) -> Bool {
    if isLifted { return true }
    guard let path = file.realPath else { return false }
    return roots.contains { path.starts(with: $0) || path + [UInt8(ascii: "/")] == $0 }
  }

  private static func root(_ folder: String) -> [UInt8]? {
    guard let path = (try? FoundFile(folder.isEmpty ? "." : folder))?.realPath else { return nil }
    return path.last == UInt8(ascii: "/") ? path : path + [UInt8(ascii: "/")]
  }
}
