internal import CFaults
package import NewsModel

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Keeps the failure of one input from taking others along.
///
/// For the command, which owns its process. Where an input makes it fail beyond what can be caught (a
/// trap, a wild pointer in a library, a stack that ran out, more than ``processorSeconds``), the
/// program executes itself anew without that input. The second run repeats the first: outputs are
/// the same bytes again, and what was reported is not reported twice. Before that it tries all inputs
/// in processes of their own, so that many failures cost no more than a few.
///
/// A library may not do this to a process that is not its own: there all of it does nothing.
package enum FaultIsolation {
  /// What one input may take, whatever else fails to bound it.
  package static let processorSeconds: Double = {
    #if DEBUG
      if let seconds = FaultForTests.processorSeconds { return seconds }
    #endif
    return 60
  }()

  private static let earlier = EarlierRuns.read()
  /// How many outcomes were reported so far; of the main thread.
  private nonisolated(unsafe) static var reported: Int64 = 0

  /// Takes over the signals of failures, once, at the start of the program.
  package static func start() {
    let earlier = earlier
    _ = faults_install(CommandLine.unsafeArgv, earlier.bytes, earlier.count)
  }

  /// Whether the program was executed anew because an input made it fail.
  package static var isRepeating: Bool { faults_are_handled() && !earlier.failures.isEmpty }

  /// Notes that an input is read, and refuses what an earlier run has taken from a pipe.
  ///
  /// - Throws: ``ConversionError`` if it is gone.
  static func use(_ input: String, isRegular: Bool) throws(ConversionError) {
    guard faults_are_handled() else { return }
    // Standard input that is a file is wound back; another descriptor stays where it is.
    if isRegular, DescriptorPath(input) == nil { return }
    if earlier.streams.contains(input) {
      throw ConversionError(
        .inputLost,
        "cannot be read again: it was read before another input made newsconv fail; run it once more without that one",
        file: input)
    }
    if let name = strdup(input) { faults_use_stream(name) }
  }

  /// Whether reading an input takes it away.
  private static func isStream(_ input: String) -> Bool {
    var status = stat()
    return input == "-" || DescriptorPath(input) != nil
      || stat(input, &status) == 0 && status.st_mode & S_IFMT != S_IFREG
  }

  /// The error of an input that made an earlier run fail.
  private static func failure(of input: String) -> ConversionError? {
    earlier.failures[input].map { FaultIsolation.error(signal: $0, input: input) }
  }

  /// Works on an input; what it fails by is known as this input's.
  ///
  /// - Throws: what the work throws, or the error of an input that has failed before.
  package static func working<Result>(
    on input: String, _ work: () throws(ConversionError) -> Result
  ) throws(ConversionError) -> Result {
    guard faults_are_handled() else { return try work() }
    if isRepeating, let error = failure(of: input) { throw error }
    guard let name = strdup(input) else { return try work() }
    faults_begin(name, processorSeconds)
    defer {
      faults_end()
      free(name)
    }
    #if DEBUG
      FaultForTests.happen(in: input)
    #endif
    return try work()
  }

  /// Reports an outcome whole, or not at all if the program fails meanwhile.
  ///
  /// - Parameter report: is given whether an earlier run has reported it; then what can be seen of
  ///   it must not be done again.
  package static func reporting(_ report: (_ isRepeated: Bool) -> Void) {
    guard faults_are_handled() else { return report(false) }
    faults_hold()
    report(reported < earlier.reported)
    reported += 1
    faults_release(max(reported, earlier.reported))
  }

  /// Tries inputs in processes of their own, before a run is repeated, and remembers those that fail.
  ///
  /// Called while there is no other thread.
  package static func findFaults(
    in inputs: [String], jobs: Int, _ work: (String) -> Void
  ) {
    guard isRepeating else { return }
    let search = FaultSearch(
      inputs, jobs: jobs, isLeftOut: { earlier.failures[$0] != nil || isStream($0) })
    for (index, signal)
      in search
      .run(work)
    {
      earlier.add(inputs[index], signal: signal)
    }
  }

  /// Whether an outcome says only that standard input is gone, which an earlier run has read and
  /// reported in its place.
  package static func isDone(_ error: ConversionError?, isRepeated: Bool) -> Bool {
    isRepeated && error?.code == .inputLost
  }

  /// The error of a record that a worker was lost on.
  package static func error(of loss: WorkerPool.Loss, input: String) -> ConversionError {
    switch loss {
    case .time:
      return ConversionError(
        .limitExceeded, "takes longer than it may (--time-limit)", file: input)
    case .processorTime:
      return ConversionError(
        .limitExceeded, "takes more of the processor's time than it may (--time-limit)",
        file: input)
    case .signal(SIGKILL):
      return ConversionError(
        .software, "was lost: its worker was killed twice, perhaps for want of memory", file: input)
    case .signal(let signal): return error(signal: signal, input: input)
    }
  }

  /// Fails where a test has asked for it: in a worker, which does not handle its failures.
  package static func workingInWorker(on input: String) {
    #if DEBUG
      FaultForTests.happen(in: input)
    #endif
  }

  private static func error(signal: Int32, input: String) -> ConversionError {
    if signal == SIGXCPU {
      return ConversionError(
        .limitExceeded,
        "takes more than \(Int(processorSeconds)) seconds of the processor", file: input)
    }
    let name =
      switch signal {
      case SIGILL, SIGTRAP: "a check within it did"
      case SIGSEGV, SIGBUS: "memory or the stack was overrun"
      case SIGABRT: "a library gave up"
      case SIGFPE: "arithmetic did"
      default: "signal \(signal)"
      }
    return ConversionError(
      .software,
      "makes newsconv fail (\(name)) and is left out; please report it, with the file if you may",
      file: input)
  }
}

extension ConversionError.Code {
  /// Standard input was read by a run that failed, and cannot be read again.
  static let inputLost = ConversionError.Code(rawValue: "input-lost")
}
