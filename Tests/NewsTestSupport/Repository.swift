public import Foundation

/// The places that tests read from.
public enum Repository {
  /// The root of the repository.
  public static let root = URL(filePath: #filePath).appending(path: "../../..").standardized

  /// The corpora beside the repository, or where `NEWSKIT_SHARED` says; `nil` if there are none.
  ///
  /// A suite that needs them is `.enabled(if: Repository.shared != nil)`.
  public static let shared: URL? = {
    let named = ProcessInfo.processInfo.environment["NEWSKIT_SHARED"]
    let folder = named.map { URL(filePath: $0) } ?? root.appending(path: "../shared").standardized
    let corpora = folder.appending(path: "corpora").path
    if FileManager.default.fileExists(atPath: corpora) { return folder }
    print("skipped: tests on the corpora, which are not at \(corpora)")
    return nil
  }()
}
