import Liquid

/// `{% highlight language %}…{% endhighlight %}`: code, marked up as Jekyll does, without colours.
///
/// Octopress's `{% codeblock title lang:language %}` is the same but for the place of the language.
/// Line numbers (`linenos`) are not printed: they would become part of the code.
struct Highlight: LiquidNode {
  private let language: String
  private let body: Body

  init(_ tag: TagMarkup, _ parser: inout TagParser) throws(LiquidError) {
    var language = tag.text.utf8.prefix { $0 != 0x20 && $0 != 0x09 && $0 != 0x0A }[...]
    if tag.name == "codeblock" {
      language = Self.codeblockLanguage(tag.text)
      self.language = String(decoding: language, as: UTF8.self).lowercased()
      body = try parser.body(upTo: "endcodeblock").body
      return
    }
    let isName = language.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
      default: ".+#_-".utf8.contains(byte)
      }
    }
    if language.isEmpty || !isName {
      parser.complain(
        LiquidError(.syntax, "'highlight \(tag.text)' names no language", line: tag.line))
      language = language.prefix(0)
    }
    self.language = String(decoding: language, as: UTF8.self).lowercased()
    body = try parser.body(upTo: "endhighlight").body
  }

  private static func codeblockLanguage(_ markup: String) -> Substring.UTF8View {
    for word in markup.split(separator: " ") where word.hasPrefix("lang:") {
      return word.dropFirst(5).utf8
    }
    return "".utf8[...]
  }

  func render(in context: inout Context) throws(LiquidError) {
    var code = context.rendered(body)[...]
    while let first = code.first, first == 0x0A || first == 0x0D { code.removeFirst() }
    while let last = code.last, last == 0x0A || last == 0x0D { code.removeLast() }
    context.write(context.variable("highlighter_prefix"))
    context.output += "<figure class=\"highlight\"><pre><code".utf8
    if !language.isEmpty {
      let name = String(language.map { $0 == "+" ? "-" : $0 })
      context.output += " class=\"language-\(name)\" data-lang=\"\(language)\"".utf8
    }
    context.output += ">".utf8
    for byte in code {
      switch byte {
      case UInt8(ascii: "&"): context.output += "&amp;".utf8
      case UInt8(ascii: "<"): context.output += "&lt;".utf8
      case UInt8(ascii: ">"): context.output += "&gt;".utf8
      default: context.output.append(byte)
      }
    }
    context.output += "</code></pre></figure>".utf8
    context.write(context.variable("highlighter_suffix"))
  }
}
