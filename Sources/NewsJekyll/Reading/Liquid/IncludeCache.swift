import Liquid
import Synchronization

/// The includes that were read, each once for all pages.
final class IncludeCache: Sendable {
  private let templates = Mutex<[String: Template]>([:])

  /// The template under a key, read if it is not there yet; `nil` if there is nothing to read.
  func template(
    _ key: String, name: String, environment: Environment,
    read: () throws(LiquidError) -> [UInt8]?
  ) throws(LiquidError) -> Template? {
    if let known = templates.withLock({ $0[key] }) { return known }
    guard let source = try read() else { return nil }
    let template = Template(utf8: source, environment: environment, name: name)
    templates.withLock { $0[key] = template }
    return template
  }
}
