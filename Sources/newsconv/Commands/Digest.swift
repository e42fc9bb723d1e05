import ArgumentParser
import NewsKit

/// `newsconv digest`: many articles as one publication.
struct Digest: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Make one book (or page, or text) of many articles.")

  @OptionGroup var options: CommonOptions

  func run() async throws {}
}
