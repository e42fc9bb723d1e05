internal import CFaults

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Requests answered by several processes, in the requests' order; a process that fails on one is
/// replaced, and costs that one alone.
///
/// For the command, which owns its process: it forks, and has no other threads meanwhile. No more
/// requests are taken than are under way, so memory is that of those.
package final class WorkerPool {
  /// What one request may take.
  package struct Limits: Sendable {
    /// Seconds of the processor.
    package var processorSeconds: Double
    /// Seconds by the clock.
    package var clockSeconds: Double
    /// What a worker may have grown to before it is replaced, in bytes.
    package var residentBytes = 96 << 20

    package init(processorSeconds: Double, clockSeconds: Double) {
      (self.processorSeconds, self.clockSeconds) = (processorSeconds, clockSeconds)
    }
  }

  /// What is to be done next.
  package enum Job<Tag> {
    /// A request for a worker that knows so many of the things that change.
    case request(Tag, [UInt8], generation: Int)
    /// Something that is done already and only waits for its place.
    case done(Tag)
  }

  /// What came of a job.
  package enum Answer {
    /// It was done already.
    case none
    /// What a worker has made of the request.
    case reply([UInt8])
    /// The worker was lost on the request.
    case lost(Loss, request: [UInt8])
  }

  /// How a worker was lost.
  package enum Loss: Equatable {
    /// It took longer than it may by the clock.
    case time
    /// It took more of the processor's time than it may.
    case processorTime
    /// It was ended by a signal, 0 where it ended by itself.
    case signal(Int32)
  }

  /// Whether the next job is there.
  package enum Readiness {
    case ready
    /// Not yet; this descriptor can be read when there is more.
    case waiting(on: Int32)
  }

  private let width: Int
  private let limits: Limits
  private let generation: () -> Int
  private let work: ([UInt8]) -> [UInt8]
  private var workers: [WorkerProcess] = []

  /// - Parameters:
  ///   - width: how many processes there are.
  ///   - generation: how many of the things that change are known now; a worker knows those there
  ///     were when it was started.
  ///   - work: makes the answer of a request, in a worker.
  package init(
    width: Int, limits: Limits, generation: @escaping () -> Int,
    work: @escaping ([UInt8]) -> [UInt8]
  ) {
    self.width = max(1, min(width, 256))
    self.limits = limits
    self.generation = generation
    self.work = work
  }

  private struct Slot<Tag> {
    var tag: Tag
    var request: [UInt8]
    var generation: Int
    var answer: Answer?
    var isRetried = false
  }

  /// How many requests a worker has at most: one it works on, and one that it need not wait for.
  private static let depth = 2
  /// How many jobs there are at most for each worker, and how many bytes of requests in all: one slow
  /// request does not keep the others from work.
  private static let waiting = 16
  private static let mostBytes = 16 << 20

  /// Works on all jobs; returns when all are reported or the report says to stop.
  package func run<Tag>(
    readiness: () -> Readiness, next: () -> Job<Tag>?,
    report: (Tag, Answer) -> WorkQueue.Flow
  ) {
    var slots: [Int: Slot<Tag>] = [:]
    var (first, end, bytes, isAtEnd) = (0, 0, 0, false)
    var pending: [Int] = []
    defer { close() }

    func lose(_ worker: WorkerProcess) {
      let signal = worker.wait()
      workers.removeAll { $0 === worker }
      guard let lost = worker.inFlight.first else { return }
      var again = worker.inFlight
      // Killed from outside, also by a system that is short of memory: once more, then no more.
      let isForeign = signal == SIGKILL && !worker.hasTimedOut
      if worker.isRetiring {
        // It has not begun any of them.
      } else if isForeign, slots[lost]?.isRetried == false {
        slots[lost]?.isRetried = true
      } else {
        let loss: Loss =
          worker.hasTimedOut ? .time : signal == SIGPROF ? .processorTime : .signal(signal)
        let request = slots[lost]?.request ?? []
        slots[lost]?.answer = .lost(loss, request: request)
        again.removeFirst()
      }
      pending = again + pending
    }

    while true {
      // Take jobs.
      var waitsOn: Int32?
      while !isAtEnd, end - first < width * Self.waiting, bytes < Self.mostBytes {
        if first < end, case .waiting(let descriptor) = readiness() {
          waitsOn = descriptor
          break
        }
        guard let job = next() else {
          isAtEnd = true
          break
        }
        switch job {
        case .request(let tag, let request, let generation):
          slots[end] = Slot(tag: tag, request: request, generation: generation)
          bytes += request.count
          pending.append(end)
        case .done(let tag):
          slots[end] = Slot(tag: tag, request: [], generation: 0, answer: Answer.none)
        }
        end += 1
      }
      // Hand them out.
      var place = 0
      while place < pending.count {
        let number = pending[place]
        guard let slot = slots[number] else { break }
        guard let worker = worker(knowing: slot.generation) else {
          if workers.isEmpty {
            // No process can be started: the work is done here.
            slots[number]?.answer = .reply(work(slot.request))
            place += 1
            continue
          }
          break
        }
        if worker.inFlight.isEmpty { worker.began = Self.now }
        worker.inFlight.append(number)
        worker.send(slot.request)
        place += 1
      }
      pending.removeFirst(place)
      // Report what is done.
      while let slot = slots[first], let answer = slot.answer {
        slots[first] = nil
        first += 1
        bytes -= slot.request.count
        if report(slot.tag, answer) == .stop { return }
      }
      if isAtEnd, first == end { return }
      if workers.allSatisfy({ $0.inFlight.isEmpty }), waitsOn == nil { continue }
      // Wait for what comes first.
      poll(besides: waitsOn)
      for worker in workers {
        worker.flush()
        let hasEnded = worker.receive()
        while let answer = worker.nextAnswer() {
          guard !worker.inFlight.isEmpty else { break }
          slots[worker.inFlight.removeFirst()]?.answer = .reply(answer)
          worker.began = Self.now
        }
        if hasEnded { lose(worker) }
      }
    }
  }

  /// A worker that has room for a request and knows enough for it; a new one, where there may be one.
  private func worker(knowing generation: Int) -> WorkerProcess? {
    let free = workers.filter {
      $0.generation >= generation && !$0.isRetiring && $0.inFlight.count < Self.depth
    }
    if let idle = free.first(where: \.inFlight.isEmpty) { return idle }
    if workers.count >= width {
      // One that knows too little and has nothing to do makes room.
      guard
        let old = workers.first(where: { $0.generation < generation && $0.inFlight.isEmpty })
      else { return free.min { $0.inFlight.count < $1.inFlight.count } }
      old.end()
      _ = old.wait()
      workers.removeAll { $0 === old }
    }
    guard
      let new = WorkerProcess(
        generation: self.generation(), others: workers.map(\.descriptor),
        allowance: .init(
          processorSeconds: limits.processorSeconds, residentBytes: limits.residentBytes),
        work: work)
    else { return free.min { $0.inFlight.count < $1.inFlight.count } }
    workers.append(new)
    return new
  }

  /// Waits until a worker or the input can be read, or one has taken too long: that one is ended.
  private func poll(besides descriptor: Int32?) {
    var all = workers.map { worker in
      pollfd(
        fd: worker.descriptor, events: Int16(POLLIN | (worker.hasToSend ? POLLOUT : 0)), revents: 0)
    }
    if let descriptor { all.append(pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)) }
    let now = Self.now
    let busy = workers.filter { !$0.inFlight.isEmpty }
    let left = busy.map { $0.began + limits.clockSeconds - now }.min()
    let milliseconds = left.map { Int32(max(0, min($0, 3600)) * 1000) + 1 } ?? -1
    _ = systemPoll(&all, milliseconds)
    for worker in busy where Self.now - worker.began > limits.clockSeconds && !worker.hasTimedOut {
      worker.hasTimedOut = true
      worker.end()
    }
  }

  private func close() {
    for worker in workers { worker.end() }
    for worker in workers { _ = worker.wait() }
    workers = []
  }

  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

private func systemPoll(_ descriptors: inout [pollfd], _ milliseconds: Int32) -> Int32 {
  #if canImport(Glibc)
    Glibc.poll(&descriptors, nfds_t(descriptors.count), milliseconds)
  #else
    Darwin.poll(&descriptors, nfds_t(descriptors.count), milliseconds)
  #endif
}
