/// A command line that has inputs and the most common options alone.
///
/// The parser finds a command's options by reflection, which is more work than the conversion of a
/// post. What is read here is read as the parser would read it; where there is any other word, or
/// something wrong with one, it is left to the parser, which then says so.
struct PlainCommandLine {
  /// The command.
  let command: CommandName
  /// Its options and inputs.
  private(set) var options = CommonOptions()
  /// A digest's own options.
  private(set) var digest = DigestOptions()

  /// Reads the words behind the program's name; `nil` where they are the parser's to read.
  init?(_ words: [String]) {
    guard let first = words.first else { return nil }
    var words = words[...]
    if let named = CommandName(rawValue: first) {
      command = named
      words.removeFirst()
    } else {
      if CommandName.words.contains(first) { return nil }
      command = .convert
    }
    while let word = words.popFirst() {
      if Self.isValue(word) {
        options.rest.append(word)
      } else {
        switch word {
        case "-q", "--quiet": options.quiet = true
        case "-v", "--verbose": options.verbose = true
        case "--strict": options.strict = true
        case "--trust": options.trust = true
        default:
          guard let value = words.popFirst(), Self.isValue(value), set(word, value) else {
            return nil
          }
        }
      }
    }
    if options.mistake != nil { return nil }
  }

  /// Runs the command.
  func run() throws {
    switch command {
    case .convert: try Convert.run(options)
    case .digest: try DigestCommand.run(options, digest)
    }
  }

  private mutating func set(_ option: String, _ value: String) -> Bool {
    switch (option, command) {
    case ("--from", _): options.from = value
    case ("--to", _): options.to = value
    case ("-o", _), ("--output", _): options.output = CommonOptions.place(ofOutput: value)
    case ("--lang", _): options.lang = value
    case ("--base-url", _): options.baseURL = value
    case ("--media", _): options.media = value
    case ("--jobs", _):
      guard let jobs = Int(value) else { return false }
      options.jobs = jobs
    case ("--title", .digest): digest.title = value
    case ("--by", .digest): digest.by = value
    default: return false
    }
    return true
  }

  /// Whether a word is an input or an option's value, and no option.
  private static func isValue(_ word: String) -> Bool {
    word.utf8.first.map { $0 != UInt8(ascii: "-") } ?? false || word == "-"
  }
}
