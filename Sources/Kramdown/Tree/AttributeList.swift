/// An attribute as printed in HTML.
struct Attribute {
  var name: [UInt8]
  var value: [UInt8]
}

/// Names that the parser itself sets.
enum AttributeName {
  static let `class` = Array("class".utf8)
  static let id = Array("id".utf8)
  static let href = Array("href".utf8)
  static let src = Array("src".utf8)
  static let alt = Array("alt".utf8)
  static let title = Array("title".utf8)
  static let style = Array("style".utf8)
  static let markdown = Array("markdown".utf8)
}

/// What `{: ... }` holds: attributes, and names of attribute lists defined elsewhere or of
/// kramdown's own features (`toc`, `footnotes`, `standalone`, `auto_ids`).
struct AttributeList {
  var attributes: [Attribute] = []
  var references: [[UInt8]] = []

  /// How much its own attributes and references come to.
  var bytes: Int {
    attributes.reduce(0) { $0 + $1.name.count + $1.value.count }
      + references.reduce(0) { $0 + $1.count }
  }

  func refers(to name: StaticString) -> Bool {
    references.contains { $0.equals(name) }
  }

  /// Adds `other`: classes go together, for the rest the later value wins.
  mutating func merge(_ other: AttributeList) {
    references += other.references
    attributes.merge(other.attributes)
  }
}

extension [Attribute] {
  /// More attributes than any element has. Those beyond are not kept: each is looked for among those
  /// before it.
  static let limit = 256

  func value(of name: [UInt8]) -> [UInt8]? {
    first { $0.name == name }?.value
  }

  mutating func set(_ name: [UInt8], _ value: [UInt8]) {
    if let index = firstIndex(where: { $0.name == name }) {
      self[index].value = value
    } else if count < Self.limit {
      append(Attribute(name: name, value: value))
    }
  }

  mutating func addClass(_ name: [UInt8]) {
    if let index = firstIndex(where: { $0.name == AttributeName.class }) {
      if !self[index].value.isEmpty { self[index].value.append(0x20) }
      self[index].value += name
    } else {
      append(Attribute(name: AttributeName.class, value: name))
    }
  }

  mutating func merge(_ others: [Attribute]) {
    for attribute in others {
      if attribute.name == AttributeName.class {
        addClass(attribute.value)
      } else {
        set(attribute.name, attribute.value)
      }
    }
  }
}

extension [UInt8] {
  func equals(_ string: StaticString) -> Bool {
    count == string.utf8CodeUnitCount
      && string.withUTF8Buffer { buffer in elementsEqual(buffer) }
  }
}

extension ArraySlice<UInt8> {
  func equals(_ string: StaticString) -> Bool {
    count == string.utf8CodeUnitCount
      && string.withUTF8Buffer { buffer in elementsEqual(buffer) }
  }
}
