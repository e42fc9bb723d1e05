import ArgumentParser
import NewsKit

/// `newsconv cache`: what is kept of what was fetched.
struct CacheCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cache",
    abstract: "Tell what is kept of what was fetched, or forget it.",
    discussion: """
      Pages, feeds and pictures are kept in $XDG_CACHE_HOME/newsconv (else ~/.cache/newsconv), so \
      that what has not changed is not fetched again. What 'digest --new' has taken is kept beside \
      them and is not forgotten here.
      """)

  @Flag(help: "Forget all of it.")
  var clear = false

  func run() throws {
    var console = Console()
    do {
      guard let folder = WebCache.userFolder else {
        throw ConversionError(.noInput, "there is no cache: set HOME or XDG_CACHE_HOME")
      }
      let cache = try WebCache(folder: folder)
      if clear { try cache.clear() } else { try cache.tidy() }
      let contents = try cache.contents()
      var output = StandardOutput()
      try output.write(
        Array("\(folder): \(contents.responses) responses, \(contents.bytes >> 10) KB\n".utf8))
    } catch let error as ConversionError {
      console.say(error)
      throw ExitCode(ExitStatus.of(error))
    }
  }
}
