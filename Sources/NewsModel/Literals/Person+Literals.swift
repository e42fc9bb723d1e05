extension Person: ExpressibleByStringLiteral {
  /// A person by name: `Metadata(title: "…", authors: ["Ann Lee"])`.
  public init(stringLiteral name: String) { self.init(name: name) }
}

extension Organization: ExpressibleByStringLiteral {
  /// An organisation by name.
  public init(stringLiteral name: String) { self.init(name: name) }
}
