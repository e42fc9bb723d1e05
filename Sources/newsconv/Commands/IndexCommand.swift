import ArgumentParser
import NewsKit

/// `newsconv index`: where the records of a file lie.
struct IndexCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "index",
    abstract: "Print where the records of a web archive or of lines of JSON lie.",
    discussion: """
      A line of JSON a record: {"record":1000,"start":"1000@52428800","url":"…"}. What 'start' says \
      is what --start takes, so that a part is read without what is before it:

        newsconv news.warc.gz --start 1000@52428800 --records 1000-1999 --to json -o -

      Records that cannot be read alone, within one gzip member, have no 'start'.
      """)

  @Option(help: "Print every so many-th record alone.")
  var every = 1

  @Argument(help: "A file of records, or - for standard input.", completion: .file())
  var file: String

  func validate() throws {
    if every < 1 { throw ValidationError("--every takes a number of at least 1") }
  }

  func run() throws {
    var console = Console()
    defer { console.finish() }
    do throws(ConversionError) {
      let index = try RecordIndex(file)
      var output = StandardOutput()
      var lines: [UInt8] = []
      while let place = try index.next() {
        console.say(index.takeDiagnostics())
        guard place.number % every == 0 else { continue }
        lines += Array(Self.line(of: place).utf8)
        if lines.count > 1 << 16 {
          try output.write(lines)
          lines = []
        }
      }
      try output.write(lines)
    } catch {
      console.say(error)
      throw ExitCode(ExitStatus.of(error))
    }
  }

  private static func line(of place: RecordPlace) -> String {
    var members = ["\"record\":\(place.number)"]
    if let offset = place.offset { members.append("\"start\":\"\(place.number)@\(offset)\"") }
    if let url = place.url { members.append("\"url\":" + DiagnosticJSON.quoted(url)) }
    return "{\(members.joined(separator: ","))}\n"
  }
}
