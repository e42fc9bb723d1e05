/// An author or contributor.
public struct Person: Sendable, Hashable {
  /// The name as printed.
  public var name: String
  /// A page about them.
  public var url: String?
  /// Whether this is an organisation, not a person: an agency, "Staff".
  public var isOrganization: Bool

  /// Makes a person.
  public init(name: String, url: String? = nil, isOrganization: Bool = false) {
    self.name = name
    self.url = url
    self.isOrganization = isOrganization
  }
}
