import Foundation
import Testing

@testable import HTML5

/// html5lib's tests of the tokenizer, `../shared/corpora/html5lib`.
@Suite(.enabled(if: html5lib != nil))
struct TokenizerTests {
  @Test func everyToken() throws {
    let folder = try #require(html5lib).appending(path: "tokenizer")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".test") }.sorted()
    var passed = 0
    var failed = 0
    var forXML = 0
    var surrogates = 0
    for file in files {
      let data = try Data(contentsOf: folder.appending(path: file))
      let json = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
      for test in (json["tests"] ?? json["xmlViolationTests"]) as? [[String: Any]] ?? [] {
        for state in test["initialStates"] as? [String] ?? ["Data state"] {
          if json["tests"] == nil {
            forXML += 1
            continue
          }
          guard let input = Self.text(test["input"], test) else {
            surrogates += 1
            continue
          }
          let expected = Self.expected(test)
          let found = Self.tokens(
            of: input, state: state, lastStartTag: test["lastStartTag"] as? String)
          if found == expected {
            passed += 1
          } else {
            failed += 1
            Issue.record(
              "\(file): \(test["description"] ?? "") in \(state)\n\(expected)\n\(found)")
          }
        }
      }
    }
    print(
      "html5lib tokenizer: \(passed) of \(passed + failed); \(forXML) are for XML, "
        + "\(surrogates) have unpaired surrogates")
  }

  /// A string of a test, `nil` where it is no text.
  private static func text(_ value: Any?, _ test: [String: Any]) -> String? {
    guard let text = value as? String else { return nil }
    guard test["doubleEscaped"] as? Bool == true else { return text }
    var units: [UInt16] = []
    let source = Array(text.utf16)
    var index = 0
    while index < source.count {
      if source[index] == 0x5C, index + 5 < source.count, source[index + 1] == 0x75,
        let unit = UInt16(
          String(decoding: source[(index + 2)...(index + 5)], as: UTF16.self), radix: 16)
      {
        units.append(unit)
        index += 6
      } else {
        units.append(source[index])
        index += 1
      }
    }
    return String(validating: units, as: UTF16.self)
  }

  private static func expected(_ test: [String: Any]) -> [String] {
    var result: [String] = []
    func word(_ value: Any?) -> String { text(value, test) ?? "null" }
    for case let token as [Any] in test["output"] as? [Any] ?? [] {
      switch token[0] as? String {
      case "Character": result.append("Character " + word(token[1]))
      case "Comment": result.append("Comment " + word(token[1]))
      case "EndTag": result.append("EndTag " + word(token[1]))
      case "StartTag":
        let attributes = (token[2] as? [String: Any] ?? [:])
          .map { word($0.key) + "=" + word($0.value) }
        result.append(
          "StartTag \(word(token[1])) \(attributes.sorted()) \(token.count > 3)")
      default:
        result.append(
          "DOCTYPE \(word(token[1])) \(word(token[2])) \(word(token[3])) \(token[4] as? Bool == true)"
        )
      }
    }
    return result
  }

  private static func tokens(of input: String, state: String, lastStartTag: String?) -> [String] {
    let bytes = InputText.normalized(Array(input.utf8))
    var tokenizer = Tokenizer(bytes.span.bytes)
    switch state {
    case "PLAINTEXT state": tokenizer.model = .plainText
    case "RCDATA state": tokenizer.model = .escapableRawText
    case "RAWTEXT state": tokenizer.model = .rawText
    case "Script data state": tokenizer.model = .script
    case "CDATA section state": tokenizer.model = .characterData
    default: break
    }
    if let lastStartTag {
      let start = tokenizer.names.bytes.count
      for byte in lastStartTag.utf8 { tokenizer.names.append(byte) }
      tokenizer.lastStartTag = tokenizer.names.number(ofBytesFrom: start)
    }
    var result: [String] = []
    var characters: String?
    func name(_ number: UInt32, _ tokenizer: borrowing Tokenizer) -> String {
      let known = KnownNames.table
      if Int(number) < known.count {
        return String(decoding: known.names[Int(number)], as: UTF8.self)
      }
      let place = tokenizer.names.places[Int(number) - known.count]
      return String(
        decoding: (0..<place.count).map { tokenizer.names.bytes[Int(place.start + $0)] },
        as: UTF8.self)
    }
    func string(_ slice: Slice?, _ tokenizer: borrowing Tokenizer) -> String {
      guard let slice else { return "null" }
      var text: [UInt8] = []
      for place in Int(slice.start)..<Int(slice.start + slice.count) {
        text.append(
          place < bytes.count ? bytes[place] : tokenizer.decoded[place - bytes.count])
      }
      return String(decoding: text, as: UTF8.self)
    }
    while true {
      tokenizer.next()
      let token = tokenizer.token
      let slice = Slice(start: token.start, count: token.count)
      if token.kind == .text || token.kind == .null {
        characters = (characters ?? "") + (token.kind == .null ? "\0" : string(slice, tokenizer))
        continue
      }
      if let text = characters { result.append("Character " + text) }
      characters = nil
      switch token.kind {
      case .end: return result
      case .comment: result.append("Comment " + string(slice, tokenizer))
      case .endTag: result.append("EndTag " + name(token.name, tokenizer))
      case .startTag:
        var attributes: [String] = []
        for index in Int(token.start)..<Int(token.start + token.count) {
          let attribute = tokenizer.attributes[index]
          attributes.append(
            name(attribute.name, tokenizer) + "="
              + string(Slice(start: attribute.start, count: attribute.count), tokenizer))
        }
        result.append(
          "StartTag \(name(token.name, tokenizer)) \(attributes.sorted()) \(token.isSelfClosing)")
      case .doctype:
        let doctype = tokenizer.doctype
        result.append(
          "DOCTYPE \(string(doctype.name, tokenizer)) \(string(doctype.publicID, tokenizer)) "
            + "\(string(doctype.systemID, tokenizer)) \(!doctype.forcesQuirks)")
      case .text, .null: break
      }
    }
  }
}
