internal import NewsFiles

/// Keeps the texts of many articles: in memory up to a limit, beyond it in a temporary file.
///
/// What contents pages, links and duplicates need of an article stays in memory with its entry.
final class TextStore: Sendable {
  private struct State {
    var bytes = 0
    var file: ScratchFile?
    var failure: ConversionError?
  }

  private let state = LockedValue(State())
  private let limit: Int

  /// - Parameter limit: the memory that texts may take, in bytes, by a rough count.
  init(limit: Int = 40 << 20) { self.limit = limit }

  /// The same entry, its text at rest.
  func kept(_ entry: Publication.Entry) -> Publication.Entry {
    let weight = Self.weight(of: entry.article)
    let file: ScratchFile? = state.withLock { state in
      state.bytes += weight
      if state.bytes <= limit || state.failure != nil { return nil }
      if state.file == nil {
        do throws(ConversionError) { state.file = try ScratchFile() } catch {
          // Without a temporary file all stays in memory, as far as that goes.
          state.bytes = .min / 2
        }
      }
      return state.file
    }
    guard let file else { return entry }
    do throws(ConversionError) {
      let text = Article(body: entry.article.body, footnotes: entry.article.footnotes)
      let place = try file.append(try text.json())
      return Publication.Entry(
        entry.metadata, text: Stored(store: self, file: file, place: place), origin: entry.origin)
    } catch {
      // A full disk: this one and those to come stay in memory.
      state.withLock { $0.bytes = .min / 2 }
      return entry
    }
  }

  /// Throws if a text could not be fetched: what was made of it is not whole.
  func check() throws(ConversionError) {
    if let failure = state.withLock({ $0.failure }) { throw failure }
  }

  private func fail(_ error: ConversionError) {
    state.withLock { $0.failure = $0.failure ?? error }
  }

  /// About what an article takes in memory: its text, and some for each piece of it.
  private static func weight(of article: Article) -> Int { article.textBytes * 3 + 2048 }

  private struct Stored: StoredText {
    let store: TextStore
    let file: ScratchFile
    let place: ScratchFile.Place

    func fetch() -> (body: [Block], footnotes: [Footnote]) {
      do throws(ConversionError) {
        let article = try Article(json: try file.bytes(at: place))
        return (article.body, article.footnotes)
      } catch {
        store.fail(error)
        return ([], [])
      }
    }
  }
}
