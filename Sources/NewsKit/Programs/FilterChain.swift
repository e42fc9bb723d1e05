internal import NewsFiles
internal import Synchronization

/// The filters of a converter, kept running from its first article to its end.
final class FilterChain: Sendable {
  private struct Link {
    let filter: ArticleFilter
    let path: String
    var running: RunningProgram?
    /// How often in a row it gave no answer.
    var silences = 0
  }

  /// A filter that ends or hangs on so many articles in a row is not started again.
  private static let silencesAtMost = 3

  private let target: String
  private let limit: Int
  private let links: Mutex<[Link]>

  /// Finds the programs; none is started yet.
  init(_ filters: [ArticleFilter], target: String, limits: Limits) throws(ConversionError) {
    self.target = target
    limit = limits.inputBytes
    var links: [Link] = []
    for filter in filters {
      do throws(ProgramPath.Failure) {
        links.append(Link(filter: filter, path: try ProgramPath.find(filter.program)))
      } catch {
        let reason =
          switch error {
          case .notFound: "is neither a file nor a program on PATH"
          case .notExecutable(let path):
            "may not be run; make it executable with: chmod +x \(path)"
          }
        throw ConversionError(.badOption, "the filter '\(filter.program)' \(reason)")
      }
    }
    self.links = Mutex(links)
  }

  /// Sends an article through all filters, one article at a time.
  func apply(_ article: Article) throws(ConversionError) -> Article {
    let result: Result<Article, ConversionError> = links.withLock { links in
      var article = article
      for index in links.indices {
        do throws(ConversionError) {
          article = try answer(to: article, by: &links[index])
        } catch {
          return .failure(error)
        }
      }
      return .success(article)
    }
    return try result.get()
  }

  private func answer(
    to article: Article, by link: inout Link
  ) throws(ConversionError) -> Article {
    let name = link.filter.program
    guard link.silences < Self.silencesAtMost else {
      throw ConversionError(
        .software,
        "the filter '\(name)' gave no answer \(link.silences) times in a row and is not asked again"
      )
    }
    let line = try article.json()
    let answer: [UInt8]
    do throws(RunningProgram.Failure) {
      let program: RunningProgram
      if let running = link.running {
        program = running
      } else {
        program = try RunningProgram(link.path, arguments: [target])
      }
      link.running = program
      answer = try program.answer(
        to: line, limits: ProgramLimits(clock: link.filter.secondsPerArticle), mostBytes: limit)
      link.silences = 0
    } catch {
      link.running = nil
      link.silences += 1
      throw ConversionError(
        .software, "the filter '\(name)' \(error.message)")
    }
    do throws(ConversionError) {
      return try Article(json: answer)
    } catch {
      // What it says next may belong to anything.
      link.running = nil
      let shown = String(decoding: answer.prefix(60), as: UTF8.self)
      throw ConversionError(
        .software,
        "the filter '\(name)' did not answer with the JSON of an article (\(error.message)): \(shown)"
      )
    }
  }
}

extension RunningProgram.Failure {
  /// What happened, after the program's name.
  var message: String {
    switch self {
    case .cannotStart(let reason): "cannot be started: \(reason)"
    case .tookTooLong(.clock(let seconds)):
      "took longer than \(Self.number(seconds)) s and was ended; see --time-limit"
    case .tookTooLong(.work(let seconds)):
      "took more than \(Self.number(seconds)) s of processor time and was ended; see --time-limit"
    case .tookTooLong(.rest(let seconds)):
      "did nothing for \(Self.number(seconds)) s and was ended; see --time-limit"
    case .ended(let status) where status < 0: "was ended by signal \(-status)"
    case .ended(let status): "ended with status \(status) before it answered"
    case .saidTooMuch: "answered with more than an input may have"
    }
  }

  private static func number(_ seconds: Double) -> String {
    Int(exactly: seconds).map { String($0) } ?? String(seconds)
  }
}
