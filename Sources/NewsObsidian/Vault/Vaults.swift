import NewsFiles
import NewsModel

/// The vaults that a batch has met, each opened once.
final class Vaults: Sendable {
  private let known = LockedValue<[String: Result<Vault, ConversionError>]>([:])
  private let nowhere = Vault()

  /// The vault that a file lies in.
  func vault(for path: String?, isTrusted: Bool) throws(ConversionError) -> Vault {
    guard let path, let root = Vault.root(above: path) else { return nowhere }
    let key = root + (isTrusted ? "|" : "")
    let result = known.withLock { known in
      if let vault = known[key] { return vault }
      let result = Result { () throws(ConversionError) in
        try Vault(root: root, isTrusted: isTrusted)
      }
      known[key] = result
      return result
    }
    return try result.get()
  }
}
