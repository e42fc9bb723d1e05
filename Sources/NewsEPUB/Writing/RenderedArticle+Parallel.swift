import Dispatch
import NewsArchive
import NewsFiles

extension RenderedArticle {
  /// Renders the articles of a book, several at once; the result is in their order.
  static func all(of plan: BookPlan, images: BookImages, jobs: Int) -> [RenderedArticle] {
    let count = plan.items.count
    // Threads pay for themselves from a few dozen articles on.
    guard jobs > 1, count >= 16 else {
      let deflater = Deflater()
      return (0..<count).map {
        RenderedArticle($0, of: plan, images: images, deflater: deflater)
      }
    }
    let next = LockedValue(0)
    let rendered = LockedValue([RenderedArticle?](repeating: nil, count: count))
    DispatchQueue.concurrentPerform(iterations: min(jobs, count)) { _ in
      let deflater = Deflater()
      while true {
        let batch = next.withLock { next in
          let start = next
          next = min(count, start + 8)
          return start..<next
        }
        if batch.isEmpty { return }
        for index in batch {
          let article = RenderedArticle(index, of: plan, images: images, deflater: deflater)
          rendered.withLock { $0[index] = article }
        }
      }
    }
    return rendered.withLock { $0.compactMap(\.self) }
  }
}
