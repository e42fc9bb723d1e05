internal import NewsFiles

/// Fetches what will be wanted soon, many at once over all hosts, while what came before is read.
///
/// What is begun is taken once: the response then is the taker's, and no more are kept than were begun
/// and not taken.
package final class FetchAhead: Sendable {
  private typealias Outcome = Result<WebResponse, FetchFailure>

  private struct Job: Sendable {
    var request: WebRequest
    var host: String
    var promise: Promise<Outcome>
  }

  private struct State: Sendable {
    var begun: [String: Promise<Outcome>] = [:]
    var waiting: [Job] = []
    var threads = 0
  }

  let client: WebClient
  private let state = LockedValue(State())

  /// More threads than this wait for the network at no time.
  private static let mostThreads = 32

  package init(_ client: WebClient) { self.client = client }

  /// Begins to fetch; what was begun and not taken yet is not begun again.
  package func begin(_ requests: [WebRequest]) {
    var started = 0
    state.withLock { state in
      for request in requests where state.begun[request.address] == nil {
        let promise = Promise<Outcome>()
        state.begun[request.address] = promise
        state.waiting.append(
          Job(request: request, host: WebOrigin(request.address)?.host ?? "", promise: promise))
      }
      while state.threads < Self.mostThreads, state.threads < state.waiting.count {
        state.threads += 1
        started += 1
      }
    }
    for _ in 0..<started where Thread({ [self] in work() }) == nil {
      state.withLock { $0.threads -= 1 }
    }
  }

  /// The response to a request, which is fetched now if it was not begun.
  package func take(_ request: WebRequest) throws(FetchFailure) -> WebResponse {
    let (promise, isRun) = state.withLock { state -> (Promise<Outcome>?, Bool) in
      guard let promise = state.begun.removeValue(forKey: request.address) else {
        return (nil, false)
      }
      // One that no thread has come to is fetched here.
      guard let place = state.waiting.firstIndex(where: { $0.promise === promise }) else {
        return (promise, true)
      }
      state.waiting.remove(at: place)
      return (promise, false)
    }
    if let promise, isRun { return try promise.wait().get() }
    return try client.fetch(request)
  }

  private func work() {
    while true {
      let ring = client.schedule.changes.count
      let (job, isOver) = state.withLock { state -> (Job?, Bool) in
        if state.waiting.isEmpty {
          state.threads -= 1
          return (nil, true)
        }
        // The first whose host is not busy; so that one slow host holds up nobody else.
        guard let place = state.waiting.firstIndex(where: { client.schedule.isFree($0.host) })
        else {
          return (nil, false)
        }
        return (state.waiting.remove(at: place), false)
      }
      if isOver { return }
      guard let job else {
        client.schedule.changes.wait(after: ring, seconds: 0.25)
        continue
      }
      do throws(FetchFailure) {
        job.promise.keep(.success(try client.fetch(job.request)))
      } catch {
        job.promise.keep(.failure(error))
      }
    }
  }
}
