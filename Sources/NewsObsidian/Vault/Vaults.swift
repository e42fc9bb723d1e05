import NewsFiles
import NewsModel

/// The vaults that a batch has met, each opened once.
final class Vaults: Sendable {
  private let known = LockedValue(Known())
  private let nowhere = Vault()

  private struct Known: Sendable {
    var vaults: [String: Result<Vault, ConversionError>] = [:]
  }

  /// The vault that a file lies in.
  func vault(for path: String?, isTrusted: Bool) throws(ConversionError) -> Vault {
    guard let path, let root = Vault.root(above: path) else { return nowhere }
    let key = root + (isTrusted ? "\0" : "")
    let result = known.withLock { known in
      if let vault = known.vaults[key] { return vault }
      let result = Result { () throws(ConversionError) in
        try Vault(root: root, isTrusted: isTrusted)
      }
      known.vaults[key] = result
      return result
    }
    return try result.get()
  }
}
