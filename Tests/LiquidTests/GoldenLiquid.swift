import Foundation
import Liquid

/// The cases of golden-liquid: templates, data, and what Shopify's Liquid makes of them.
struct GoldenLiquid: Sendable {
  struct Case: Sendable {
    var name: String
    var template: String
    var data: LiquidMap
    var templates: [String: String]
    /// What may come out; empty if an error is expected.
    var results: [String]
    var isInvalid: Bool
    var tags: Set<String>
  }

  var cases: [Case]

  static let file: URL = {
    let shared =
      ProcessInfo.processInfo.environment["NEWSKIT_SHARED"].map { URL(filePath: $0) }
      ?? URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../shared")
    return shared.appending(path: "corpora/liquid/golden_liquid.json").standardized
  }()

  static var isAvailable: Bool { FileManager.default.fileExists(atPath: file.path) }

  init() throws {
    guard
      let root = try OrderedJSON.parse(Data(contentsOf: Self.file)).object,
      case .array(let tests)? = root["tests"]
    else { throw CocoaError(.fileReadCorruptFile) }
    cases = tests.map { test in
      let templates = test["templates"].object ?? LiquidMap()
      var results = test["results"].elements.compactMap(\.stringValue)
      if let result = test["result"].stringValue { results.append(result) }
      return Case(
        name: test["name"].text, template: test["template"].text,
        data: test["data"].object ?? LiquidMap(),
        templates: Dictionary(
          uniqueKeysWithValues: templates.map { ($0.key, $0.value.text) }),
        results: results, isInvalid: test["invalid"].isTruthy,
        tags: Set(test["tags"].elements.map(\.text)))
    }
  }
}

extension LiquidValue {
  var object: LiquidMap? { if case .object(let map) = self { map } else { nil } }
}

/// JSON with the order of its keys, which Foundation loses.
struct OrderedJSON {
  private var bytes: [UInt8]
  private var place = 0

  static func parse(_ data: Data) throws -> LiquidValue {
    var parser = OrderedJSON(bytes: [UInt8](data))
    return try parser.value()
  }

  private mutating func skip() {
    while place < bytes.count, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[place]) { place += 1 }
  }

  private mutating func take(_ character: Character) -> Bool {
    skip()
    guard place < bytes.count, bytes[place] == character.asciiValue else { return false }
    place += 1
    return true
  }

  private mutating func value() throws -> LiquidValue {
    if take("{") {
      var map = LiquidMap()
      while !take("}") {
        skip()
        let key = try string()
        _ = take(":")
        map[key] = try value()
        _ = take(",")
      }
      return .object(map)
    }
    if take("[") {
      var items: [LiquidValue] = []
      while !take("]") {
        items.append(try value())
        _ = take(",")
      }
      return .array(items)
    }
    skip()
    if bytes[place] == UInt8(ascii: "\"") { return .string(try string()) }
    let start = place
    while place < bytes.count, !Array(",]} \n".utf8).contains(bytes[place]) { place += 1 }
    switch String(decoding: bytes[start..<place], as: UTF8.self) {
    case "true": return true
    case "false": return false
    case "null": return nil
    case let text:
      if let number = Int(text) { return .int(number) }
      guard let number = Double(text) else { throw CocoaError(.fileReadCorruptFile) }
      return .double(number)
    }
  }

  private mutating func string() throws -> String {
    let start = place
    place += 1
    while place < bytes.count, bytes[place] != UInt8(ascii: "\"") {
      place += bytes[place] == UInt8(ascii: "\\") ? 2 : 1
    }
    place += 1
    let data = Data(Array("[".utf8) + bytes[start..<place] + Array("]".utf8))
    guard let text = try JSONDecoder().decode([String].self, from: data).first else {
      throw CocoaError(.fileReadCorruptFile)
    }
    return text
  }
}
