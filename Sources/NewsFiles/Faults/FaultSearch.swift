internal import CFaults

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Works through inputs in child processes, to see which of them end one.
///
/// A child that ends by a signal is replaced by one that goes on after the input it failed on: as
/// many processes as jobs and failures, however many inputs.
struct FaultSearch {
  private let inputs: [String]
  private let jobs: Int
  private let isLeftOut: (String) -> Bool

  init(_ inputs: [String], jobs: Int, isLeftOut: @escaping (String) -> Bool) {
    self.inputs = inputs
    self.jobs = max(1, min(jobs, inputs.count, 64))
    self.isLeftOut = isLeftOut
  }

  /// The numbers of the inputs that ended a process, with the signals.
  func run(_ work: (String) -> Void) -> [(index: Int, signal: Int32)] {
    guard !inputs.isEmpty, let places = faults_shared_memory(jobs) else { return [] }
    defer { munmap(places, jobs * MemoryLayout<Int64>.stride) }
    var found: [(Int, Int32)] = []
    // Each child has every so many-th input; what it works on it says in memory that all share.
    var children = (0..<jobs).map { start(from: $0, saying: places + $0, work) }
    for number in 0..<jobs {
      while children[number] > 0 {
        let signal = faults_wait(children[number])
        guard signal > 0 else { break }
        let index = Int(places[number])
        found.append((index, signal))
        children[number] = start(from: index + jobs, saying: places + number, work)
      }
    }
    return found
  }

  private func start(
    from first: Int, saying place: UnsafeMutablePointer<Int64>, _ work: (String) -> Void
  ) -> pid_t {
    guard first < inputs.count else { return 0 }
    place.pointee = Int64(first)
    let child = faults_fork()
    guard child == 0 else { return child }
    for index in stride(from: first, to: inputs.count, by: jobs) where !isLeftOut(inputs[index]) {
      place.pointee = Int64(index)
      work(inputs[index])
    }
    _exit(0)
  }
}
