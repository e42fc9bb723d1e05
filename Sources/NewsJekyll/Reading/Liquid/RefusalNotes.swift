import NewsFiles

/// What was not opened while a post was rendered, each told once.
final class RefusalNotes: Sendable {
  private let notes = LockedValue<[String]>([])

  /// Sentences that begin with the name of a file.
  var all: [String] { notes.withLock { $0 } }

  func note(_ refusals: [String]) {
    if refusals.isEmpty { return }
    notes.withLock { notes in
      for refusal in refusals where !notes.contains(refusal) { notes.append(refusal) }
    }
  }
}
