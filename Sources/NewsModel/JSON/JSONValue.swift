/// A JSON text as parsed: objects keep the order of their members, whole numbers stay whole.
package enum JSONValue: Sendable, Hashable {
  /// One member of an object.
  package struct Member: Sendable, Hashable {
    package var key: String
    package var value: JSONValue

    package init(key: String, value: JSONValue) {
      self.key = key
      self.value = value
    }
  }

  case null
  case bool(Bool)
  /// A number written without fraction or exponent that fits.
  case integer(Int)
  /// Any other number.
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([Member])

  /// Parses a JSON text (RFC 8259) of UTF-8 bytes, a byte order mark before it allowed.
  ///
  /// - Throws: ``ConversionError/Code/badInput`` with the line; nesting is limited to 1,000 levels.
  package init(parsing bytes: some Collection<UInt8>) throws(ConversionError) {
    var parser = JSONParser(bytes: ContiguousArray(bytes))
    self = try parser.parse()
  }

  /// The value of a member; of a repeated one the last.
  package subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.last { $0.key == key }?.value
  }

  /// The text, if this is one.
  package var string: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// The elements, if this is an array.
  package var array: [JSONValue]? {
    if case .array(let elements) = self { elements } else { nil }
  }
}
