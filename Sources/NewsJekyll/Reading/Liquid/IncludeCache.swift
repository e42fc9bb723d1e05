import Liquid
import NewsFiles

/// The includes that were read, each once for all pages.
final class IncludeCache: Sendable {
  private let known = LockedValue(Known())

  private struct Known: Sendable {
    var templates: [String: Template] = [:]
  }

  /// The template under a key, read if it is not there yet; `nil` if there is nothing to read.
  func template(
    _ key: String, name: String, environment: Environment,
    read: () throws(LiquidError) -> [UInt8]?
  ) throws(LiquidError) -> Template? {
    if let known = known.withLock({ $0.templates[key] }) { return known }
    guard let source = try read() else { return nil }
    let template = Template(utf8: source, environment: environment, name: name)
    known.withLock { $0.templates[key] = template }
    return template
  }
}
