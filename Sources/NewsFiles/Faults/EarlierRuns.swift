internal import CFaults

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif
internal import Synchronization

/// What the runs of this command that failed have left to know.
final class EarlierRuns: Sendable {
  /// The records as they came, for the handlers of signals; they stay until the process ends.
  nonisolated(unsafe) let bytes: UnsafePointer<CChar>?
  let count: Int
  /// How many outcomes were reported.
  let reported: Int64
  /// Pipes and the like that were read and cannot be read again.
  let streams: Set<String>
  private let failed: Mutex<[String: Int32]>

  /// The inputs that failed, with the signals they failed by.
  var failures: [String: Int32] { failed.withLock { $0 } }

  func add(_ input: String, signal: Int32) { failed.withLock { $0[input] = signal } }

  /// Reads them from where the run before this one has put them; usually there was none.
  static func read() -> EarlierRuns {
    guard let value = getenv(FAULTS_VARIABLE) else { return EarlierRuns(nil, 0) }
    let descriptor = Int32(String(cString: value)) ?? -1
    unsetenv(FAULTS_VARIABLE)
    var count = 0
    let bytes = faults_read_records(descriptor, &count)
    // Only a file of ours reads as one: another descriptor of that number stays open.
    if bytes != nil { close(descriptor) }
    return EarlierRuns(bytes, count)
  }

  private init(_ bytes: UnsafeMutablePointer<CChar>?, _ count: Int) {
    self.bytes = bytes.map { UnsafePointer($0) }
    self.count = count
    var reported: Int64 = 0
    var streams: Set<String> = []
    var failures: [String: Int32] = [:]
    let all = UnsafeRawBufferPointer(start: bytes, count: bytes == nil ? 0 : count)
    for record in all.split(separator: 0) {
      let rest = record.dropFirst()
      switch record.first {
      case UInt8(ascii: "r"): reported = Int64(String(decoding: rest, as: UTF8.self)) ?? 0
      case UInt8(ascii: "s"): streams.insert(String(decoding: rest, as: UTF8.self))
      case UInt8(ascii: "f"):
        guard let blank = rest.firstIndex(of: 0x20),
          let signal = Int32(String(decoding: rest[..<blank], as: UTF8.self))
        else { continue }
        failures[String(decoding: rest[(blank + 1)...], as: UTF8.self)] = signal
      default: break
      }
    }
    self.reported = reported
    self.streams = streams
    failed = Mutex(failures)
  }
}
