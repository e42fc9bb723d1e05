/// An option that a format takes, as `--name` on a command line.
public struct FormatOption: Sendable, Hashable {
  /// What values it takes.
  public enum Kind: Sendable, Hashable {
    /// On or off.
    case flag
    /// One of some words.
    case choice([String])
    /// Any text; the name of its meaning for a help page.
    case value(String)
    /// Text, given any number of times.
    case values(String)
  }

  /// The name, without dashes.
  public var name: String
  /// What values it takes.
  public var kind: Kind
  /// One line of help.
  public var help: String

  /// Describes an option.
  public init(_ name: String, _ kind: Kind, help: String) {
    self.name = name
    self.kind = kind
    self.help = help
  }
}
