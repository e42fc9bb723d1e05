#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// What the processes of a group are doing, as `/proc` reports it.
struct ProcessGroup {
  /// Seconds of processor time, those of children that have ended included.
  private(set) var work = 0.0
  /// Whether one of them runs, could run if it were let, or waits for a disk.
  private(set) var isBusy = false

  /// Looks at a group; `nil` where the system does not report it.
  init?(_ group: pid_t) {
    #if os(Linux)
      let ticks = Double(max(1, sysconf(Int32(_SC_CLK_TCK))))
      var isThere = false
      for name in FileSystem.names(in: "/proc") {
        guard let first = name.utf8.first, (0x30...0x39).contains(first),
          let process = Process(name), process.group == group
        else { continue }
        isThere = true
        work += Double(process.ticks) / ticks
        if process.state == UInt8(ascii: "R") || process.state == UInt8(ascii: "D") {
          isBusy = true
        }
      }
      if !isThere { return nil }
    #else
      return nil
    #endif
  }

  #if os(Linux)
    /// One process, as its `stat` file has it (proc(5)).
    private struct Process {
      var state: UInt8
      var group: pid_t
      var ticks: Int

      init?(_ number: String) {
        let descriptor = open("/proc/\(number)/stat", O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        guard let bytes = try? FileBytes.read(descriptor, size: 0, limit: 1 << 16),
          // The name may hold anything, also blanks and brackets.
          let end = bytes.lastIndex(of: UInt8(ascii: ")"))
        else { return nil }
        let fields = bytes[(end + 1)...].split(separator: 0x20)
        // After the name: state, parent, group; user, system and children's times are 11 to 14.
        guard fields.count > 14, let state = fields[0].first, let group = Self.number(fields[2])
        else { return nil }
        self.state = state
        self.group = pid_t(truncatingIfNeeded: group)
        ticks = fields[11...14].reduce(0) { $0 &+ (Self.number($1) ?? 0) }
      }

      private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        Int(String(decoding: digits, as: UTF8.self))
      }
    }
  #endif
}
