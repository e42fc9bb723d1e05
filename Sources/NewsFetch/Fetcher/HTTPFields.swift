/// The fields of a header (RFC 9110, 5), in order. Names are told apart without regard to case.
public struct HTTPFields: Sendable, Hashable, ExpressibleByDictionaryLiteral {
  /// A field.
  public struct Field: Sendable, Hashable {
    /// The name as written.
    public var name: String
    /// The value without blanks around it.
    public var value: String

    /// Makes a field.
    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// The fields.
  public private(set) var all: [Field] = []

  /// No fields.
  public init() {}

  /// Fields in order.
  public init(dictionaryLiteral elements: (String, String)...) {
    all = elements.map { Field($0.0, $0.1) }
  }

  /// Adds a field. One that is no field (a line break, a name that is none) is left out.
  public mutating func add(_ name: String, _ value: String) {
    let isName = !name.isEmpty && name.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != 0x3A }
    let isValue = value.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 }
    if isName, isValue { all.append(Field(name, value)) }
  }

  /// Adds fields.
  public mutating func add(_ other: HTTPFields) { all += other.all }

  /// Removes all fields of a name.
  public mutating func remove(_ name: String) { all.removeAll { Self.isSame($0.name, name) } }

  /// The values of a name, several joined by commas; `nil` where there is none.
  public subscript(name: String) -> String? {
    let values = all.filter { Self.isSame($0.name, name) }.map(\.value)
    return values.isEmpty ? nil : values.joined(separator: ", ")
  }

  private static func isSame(_ one: String, _ other: String) -> Bool {
    one.utf8.count == other.utf8.count && one.lowercased() == other.lowercased()
  }

  /// A line `Name: value`; `nil` for what is none.
  public static func field(_ line: String) -> Field? {
    guard let colon = line.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    var fields = HTTPFields()
    fields.add(
      trimmed(line[..<colon]), trimmed(line[line.utf8.index(after: colon)...]))
    return fields.all.first
  }

  private static func trimmed(_ text: Substring) -> String {
    var bytes = text.utf8[...]
    while let first = bytes.first, first == 0x20 || first == 0x09 { bytes.removeFirst() }
    while let last = bytes.last, last == 0x20 || last == 0x09 { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }
}
