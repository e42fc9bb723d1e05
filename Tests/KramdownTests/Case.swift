import Kramdown
import Testing

/// A piece of Markdown and the HTML that kramdown 2.4 prints for it with Jekyll's options.
struct Case: Sendable, CustomTestStringConvertible {
  var markdown: String
  var html: String

  init(_ markdown: String, _ html: String) {
    self.markdown = markdown
    self.html = html
  }

  var testDescription: String { markdown.debugDescription }

  var result: String { Kramdown.text(of: markdown) }
}

extension Kramdown {
  static func text(of markdown: String, options: Options = .jekyll) -> String {
    String(decoding: html(of: Array(markdown.utf8), options: options).html, as: UTF8.self)
  }
}
