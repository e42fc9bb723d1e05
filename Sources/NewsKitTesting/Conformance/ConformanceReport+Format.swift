internal import NewsModel

extension ConformanceReport {
  /// Checks what a format says of itself.
  mutating func checkFormat(_ format: Format) {
    check(Self.isName(format.name), "'\(format.name)' is no name: lower-case letters, digits, '-'")
    check(!format.summary.isEmpty && !format.summary.contains("\n"), "the summary is one line")
    check(format.mediaType.contains("/"), "'\(format.mediaType)' is no media type")
    for name in format.extensions {
      check(
        !name.isEmpty && !name.hasPrefix(".") && name == name.lowercased(),
        "extension '\(name)': in lower case and without its dot")
    }
  }

  /// Checks that options are described, and that those described are taken.
  ///
  /// - Parameter make: makes a reader or writer of options and throws the result away.
  mutating func checkOptions(
    _ options: [FormatOption], make: (FormatOptions) throws(ConversionError) -> Void
  ) {
    check(Set(options.map(\.name)).count == options.count, "two options have the same name")
    for option in options {
      check(Self.isName(option.name), "'\(option.name)' is no name of an option")
      check(
        !option.help.isEmpty && !option.help.contains("\n"), "--\(option.name): help is one line")
      switch option.kind {
      case .flag:
        for value in ["true", "false"] { checkTaken(option.name, value, make: make) }
        checkRefused(option.name, "perhaps", make: make)
      case .choice(let words):
        check(!words.isEmpty, "--\(option.name) is a choice of nothing")
        for word in words { checkTaken(option.name, word, make: make) }
        checkRefused(option.name, "no-such-word", make: make)
      case .value, .values: break
      }
    }
  }

  private mutating func checkTaken(
    _ name: String, _ value: String, make: (FormatOptions) throws(ConversionError) -> Void
  ) {
    var options = FormatOptions()
    options.set(name, value)
    do throws(ConversionError) {
      try make(options)
      check(true, "")
    } catch {
      check(false, "--\(name) \(value) is refused: \(error.message)")
    }
  }

  private mutating func checkRefused(
    _ name: String, _ value: String, make: (FormatOptions) throws(ConversionError) -> Void
  ) {
    var options = FormatOptions()
    options.set(name, value)
    do throws(ConversionError) {
      try make(options)
      check(false, "--\(name) \(value) is taken, though it makes no sense")
    } catch {
      check(
        error.code == .badOption,
        "--\(name) \(value) fails with \(error.code.rawValue), not badOption")
    }
  }

  /// Checks that messages are such as a person can read: one sentence, no final full stop.
  mutating func checkMessages(_ diagnostics: [Diagnostic], of what: String) {
    for diagnostic in diagnostics {
      checkMessage(diagnostic.message, of: what)
      check(diagnostic.line ?? 1 >= 1, "\(what): lines count from 1: \(diagnostic)")
    }
  }

  /// Checks one message.
  mutating func checkMessage(_ message: String, of what: String) {
    check(
      !message.isEmpty && !message.contains("\n") && !message.hasSuffix("."),
      "\(what): a message is one sentence without a final full stop: '\(message)'")
  }

  private static func isName(_ text: String) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy { byte in
        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D
      }
  }
}
