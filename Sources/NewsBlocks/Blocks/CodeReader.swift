internal import NewsHTML

/// The text and language of preformatted text as highlighters wrap it.
struct CodeReader {
  private let tree: HTMLTree

  init(_ tree: HTMLTree) { self.tree = tree }

  /// The text with its line breaks, without line numbers, without blank lines around it.
  func text(of node: Int) -> String {
    var bytes: [UInt8] = []
    var index = node + 1
    let end = tree.end(of: node)
    // Elements that are lines of their own, by where they end.
    var lineEnds: [Int] = []
    var needsLine = false
    while index < end {
      while let last = lineEnds.last, last <= index {
        lineEnds.removeLast()
        needsLine = true
      }
      let tag = tree.nodes[index].tag
      switch tag {
      case .text:
        if needsLine {
          if let last = bytes.last, last != 0x0A { bytes.append(0x0A) }
          needsLine = false
        }
        for byte in tree.text(of: index) where byte != 0x0D { bytes.append(byte) }
        index += 1
      case .br:
        bytes.append(0x0A)
        index += 1
      case .rawText, .script, .style, .template, .svg, .button, .textarea:
        index = tree.end(of: index)
      default:
        if Hidden.isHidden(index, in: tree) || Self.isLineNumbers(index, in: tree) {
          index = tree.end(of: index)
          continue
        }
        if tag == .div || tag == .p || tag == .li || tag == .tr {
          needsLine = true
          lineEnds.append(tree.end(of: index))
        }
        index += 1
      }
    }
    var text = bytes[...]
    if text.first == 0x0A { text = text.dropFirst() }
    while let last = text.last, last == 0x0A || last == 0x20 { text = text.dropLast() }
    return String(decoding: text, as: UTF8.self)
  }

  /// The language that a class of the element, its code or a wrapper names.
  func language(of node: Int) -> String? {
    var candidates = [node]
    if let code = tree.first(.code, in: node) { candidates.append(code) }
    var parent = tree.parent(of: node)
    for _ in 0..<3 where parent >= 0 {
      let tag = tree.nodes[parent].tag
      guard tag == .div || tag == .figure else { break }
      candidates.append(parent)
      parent = tree.parent(of: parent)
    }
    for candidate in candidates {
      if let language = languageInClass(of: candidate) { return language }
    }
    for candidate in candidates {
      for index in tree.attributes(of: candidate) where tree.attributes[index].name == .other {
        switch tree.name(at: index) {
        case "data-language", "data-enlighter-language", "data-code-language",
          "data-highlight-language":
          let value = String(decoding: tree.value(at: index), as: UTF8.self)
          if !value.isEmpty { return value }
        default: continue
        }
      }
    }
    for name in [HTMLAttributeName.dataLang, .lang] {
      for candidate in candidates {
        if let value = tree.string(name, of: candidate), !value.isEmpty {
          if name == .lang, tree.nodes[candidate].tag != .pre, tree.nodes[candidate].tag != .code {
            continue
          }
          return value
        }
      }
    }
    return nil
  }

  private func languageInClass(of node: Int) -> String? {
    guard let value = tree.value(.class, of: node) else { return nil }
    let words = ClassTokens.split(value).map { String(decoding: $0, as: UTF8.self) }
    for (index, word) in words.enumerated() {
      for prefix in ["language-", "lang-", "highlight-source-", "highlight-text-"]
      where word.hasPrefix(prefix) && word.utf8.count > prefix.utf8.count {
        return String(word.dropFirst(prefix.count))
      }
      if word == "brush:", index + 1 < words.count {
        return words[index + 1].split(separator: ";").first.map(String.init)
      }
      if word.hasPrefix("brush:"), word.utf8.count > 6 {
        return word.dropFirst(6).split(separator: ";").first.map(String.init)
      }
      if word == "sourceCode", index + 1 < words.count { return words[index + 1] }
    }
    return nil
  }

  /// Whether an element only wraps highlighted code.
  static func isWrapper(_ node: Int, in tree: HTMLTree) -> Bool {
    guard let value = tree.value(.class, of: node) else { return false }
    return ClassTokens.split(value).contains { word in
      word.elementsEqual("highlight".utf8) || word.elementsEqual("highlighter-rouge".utf8)
        || word.elementsEqual("sourceCode".utf8) || word.elementsEqual("codehilite".utf8)
        || word.elementsEqual("highlighter-coderay".utf8)
        || word.starts(with: "highlight-source-".utf8)
    }
  }

  /// Whether a table sets line numbers beside code.
  static func isLineNumberTable(_ value: ArraySlice<UInt8>) -> Bool {
    for name in [
      "rouge-table", "highlighttable", "CodeRay", "rouge-line-table", "lntable", "crayon-table",
      "hljs-ln", "js-file-line-container", "codehilitetable", "linenodiv",
    ]
    where ClassTokens.contains(value, name) {
      return true
    }
    return false
  }

  /// Whether an element holds line numbers.
  static func isLineNumbers(_ node: Int, in tree: HTMLTree) -> Bool {
    guard let value = tree.value(.class, of: node) else { return false }
    for name in [
      "gutter", "rouge-gutter", "lineno", "linenos", "linenodiv", "line-numbers",
      "line-numbers-rows",
      "linenumbers", "lnt", "ln", "lntd-number", "crayon-nums", "enlighter-lineno",
      "hljs-ln-numbers",
      "blob-num", "js-line-number", "react-code-line-number", "line-number", "line-numbers-wrapper",
      "ec-line-number", "syntaxhighlighter-gutter", "code-line-number", "hl-line-numbers",
    ] where ClassTokens.contains(value, name) {
      // Prism says on the `pre` or its code that it numbers lines.
      let tag = tree.nodes[node].tag
      return !((tag == .pre || tag == .code) && name == "line-numbers")
    }
    return false
  }
}
