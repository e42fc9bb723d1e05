/// Encodes values of the model as JSON, straight into bytes, members in the order they are given.
final class JSONEncoding: Encoder {
  // Nothing that is called while these are written comes back to them: checking that at run time
  // would take as long as the writing.
  /// What was written.
  @exclusivity(unchecked) private(set) var bytes: [UInt8] = []
  /// The kind of each open bracket, and whether something stands in it.
  @exclusivity(unchecked) private var open: [(isObject: Bool, isEmpty: Bool)] = []
  /// Whether a key or a comma was written and its value is due.
  @exclusivity(unchecked) private var isValueDue = true
  private let isPretty: Bool

  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  init(isPretty: Bool = false) { self.isPretty = isPretty }

  func encodeRoot(_ value: some Encodable) throws -> [UInt8] {
    try value.encode(to: self)
    close(to: 0)
    return bytes
  }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    KeyedEncodingContainer(Keyed<Key>(encoding: self, level: objectLevel()))
  }

  /// The level of the members of the object that is due or was begun last.
  func objectLevel() -> Int {
    // A value may ask for its container more than once: it is the same object.
    if isValueDue { begin(isObject: true) }
    return open.count
  }

  /// The level of the elements of an array, which begins.
  func arrayLevel() -> Int {
    if isValueDue { begin(isObject: false) }
    return open.count
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    Unkeyed(encoding: self, level: arrayLevel())
  }

  func singleValueContainer() -> any SingleValueEncodingContainer { Single(encoding: self) }

  // MARK: Writing

  private func begin(isObject: Bool) {
    bytes.append(isObject ? UInt8(ascii: "{") : UInt8(ascii: "["))
    open.append((isObject, true))
    isValueDue = false
  }

  /// Ends the containers that are deeper than a level.
  func close(to level: Int) {
    while open.count > level {
      let container = open.removeLast()
      if isPretty, !container.isEmpty { newLine() }
      bytes.append(container.isObject ? UInt8(ascii: "}") : UInt8(ascii: "]"))
    }
  }

  private func newLine() {
    bytes.append(0x0A)
    bytes.append(contentsOf: repeatElement(0x20, count: open.count * 2))
  }

  /// Prepares the innermost container for one more member.
  func next(at level: Int) {
    close(to: level)
    if open[level - 1].isEmpty { open[level - 1].isEmpty = false } else { bytes.append(0x2C) }
    if isPretty { newLine() }
    isValueDue = true
  }

  func next(_ key: String, at level: Int) {
    next(at: level)
    write(string: key)
    bytes.append(0x3A)
    if isPretty { bytes.append(0x20) }
    isValueDue = true
  }

  /// Begins a member of the model, whose keys hold nothing that is escaped.
  func next(_ key: ModelKey, at level: Int) {
    next(at: level)
    bytes.append(0x22)
    var name = key.rawValue
    name.withUTF8 { bytes.append(contentsOf: $0) }
    bytes.append(0x22)
    bytes.append(0x3A)
    if isPretty { bytes.append(0x20) }
  }

  func write(_ literal: String) {
    bytes.append(contentsOf: literal.utf8)
    isValueDue = false
  }

  func write(_ number: Double) throws {
    guard number.isFinite else {
      throw EncodingError.invalidValue(
        number, .init(codingPath: [], debugDescription: "JSON has no such number"))
    }
    write(number.description)
  }

  func write(string: String) {
    isValueDue = false
    bytes.append(0x22)
    var string = string
    string.withUTF8 { utf8 in
      var start = 0
      while true {
        let end = Self.endOfPlain(utf8, from: start)
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start..<end]))
        guard end < utf8.count else { break }
        escape(utf8[end])
        start = end + 1
      }
    }
    bytes.append(0x22)
  }

  /// The first place from one on of a byte that JSON escapes.
  private static func endOfPlain(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let high = ones << 7
    var end = start
    // Eight at once: a byte beyond ASCII has its high bit, any other one has it after the addition
    // unless it is among those that are looked for.
    while text.count - end >= 8 {
      let word = UnsafeRawBufferPointer(text).loadUnaligned(fromByteOffset: end, as: UInt64.self)
      let low = word & ~high
      let isPlain =
        (low + 0x60 * ones) & ((low ^ 0x22 * ones) + 0x7F * ones)
        & ((low ^ 0x5C * ones) + 0x7F * ones)
      guard (isPlain | word) & high == high else { break }
      end += 8
    }
    while end < text.count, text[end] >= 0x20, text[end] != 0x22, text[end] != 0x5C { end += 1 }
    return end
  }

  private func escape(_ byte: UInt8) {
    bytes.append(0x5C)
    switch byte {
    case 0x0A: bytes.append(UInt8(ascii: "n"))
    case 0x09: bytes.append(UInt8(ascii: "t"))
    case 0x0D: bytes.append(UInt8(ascii: "r"))
    case 0x22, 0x5C: bytes.append(byte)
    default:
      let digits = Array("0123456789abcdef".utf8)
      bytes += [0x75, 0x30, 0x30, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
  }

  func write(_ value: some Encodable, at level: Int) throws {
    try value.encode(to: self)
    // A value that wrote nothing is an empty object.
    if isValueDue { begin(isObject: true) }
    close(to: level)
  }
}

private struct Keyed<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let encoding: JSONEncoding
  let level: Int
  var codingPath: [any CodingKey] { [] }

  func encodeNil(forKey key: Key) {
    encoding.next(key.stringValue, at: level)
    encoding.write("null")
  }
  func encode(_ value: String, forKey key: Key) {
    encoding.next(key.stringValue, at: level)
    encoding.write(string: value)
  }
  func encode(_ value: Bool, forKey key: Key) {
    encoding.next(key.stringValue, at: level)
    encoding.write(value ? "true" : "false")
  }
  func encode(_ value: Int, forKey key: Key) {
    encoding.next(key.stringValue, at: level)
    encoding.write(String(value))
  }
  func encode(_ value: Double, forKey key: Key) throws {
    encoding.next(key.stringValue, at: level)
    try encoding.write(value)
  }
  func encode(_ value: some Encodable, forKey key: Key) throws {
    encoding.next(key.stringValue, at: level)
    try encoding.write(value, at: level)
  }
  func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type, forKey key: Key)
    -> KeyedEncodingContainer<Nested>
  {
    encoding.next(key.stringValue, at: level)
    return encoding.container(keyedBy: type)
  }
  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    encoding.next(key.stringValue, at: level)
    return encoding.unkeyedContainer()
  }
  func superEncoder() -> any Encoder { encoding }
  func superEncoder(forKey key: Key) -> any Encoder {
    encoding.next(key.stringValue, at: level)
    return encoding
  }
}

private struct Unkeyed: UnkeyedEncodingContainer {
  let encoding: JSONEncoding
  let level: Int
  var count = 0
  var codingPath: [any CodingKey] { [] }

  init(encoding: JSONEncoding, level: Int) {
    self.encoding = encoding
    self.level = level
  }

  private mutating func next() {
    encoding.next(at: level)
    count += 1
  }

  mutating func encodeNil() {
    next()
    encoding.write("null")
  }
  mutating func encode(_ value: String) {
    next()
    encoding.write(string: value)
  }
  mutating func encode(_ value: some Encodable) throws {
    next()
    try encoding.write(value, at: level)
  }
  mutating func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type)
    -> KeyedEncodingContainer<Nested>
  {
    next()
    return encoding.container(keyedBy: type)
  }
  mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
    next()
    return encoding.unkeyedContainer()
  }
  mutating func superEncoder() -> any Encoder {
    next()
    return encoding
  }
}

private struct Single: SingleValueEncodingContainer {
  let encoding: JSONEncoding
  var codingPath: [any CodingKey] { [] }

  func encodeNil() { encoding.write("null") }
  func encode(_ value: Bool) { encoding.write(value ? "true" : "false") }
  func encode(_ value: String) { encoding.write(string: value) }
  func encode(_ value: Double) throws { try encoding.write(value) }
  func encode(_ value: Float) throws { try encoding.write(Double(value)) }
  func encode(_ value: Int) { encoding.write(String(value)) }
  func encode(_ value: Int8) { encoding.write(String(value)) }
  func encode(_ value: Int16) { encoding.write(String(value)) }
  func encode(_ value: Int32) { encoding.write(String(value)) }
  func encode(_ value: Int64) { encoding.write(String(value)) }
  func encode(_ value: UInt) { encoding.write(String(value)) }
  func encode(_ value: UInt8) { encoding.write(String(value)) }
  func encode(_ value: UInt16) { encoding.write(String(value)) }
  func encode(_ value: UInt32) { encoding.write(String(value)) }
  func encode(_ value: UInt64) { encoding.write(String(value)) }
  func encode(_ value: some Encodable) throws { try value.encode(to: encoding) }
}
