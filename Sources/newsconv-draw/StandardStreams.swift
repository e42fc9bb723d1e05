import Glibc

/// Standard input and output as bytes.
enum StandardStreams {
  /// All of standard input.
  static func input() -> [UInt8] {
    var bytes: [UInt8] = []
    while true {
      var count = 0
      let chunk = [UInt8](unsafeUninitializedCapacity: 1 << 18) { buffer, initialized in
        count = read(STDIN_FILENO, buffer.baseAddress, buffer.count)
        initialized = max(0, count)
      }
      if count < 0, errno == EINTR { continue }
      if count <= 0 { return bytes }
      bytes += chunk
    }
  }

  /// Ends the process as soon as the other end of standard output is closed: newsconv was
  /// interrupted, and nobody waits for the picture.
  static func exitWhenNobodyReads() {
    var thread = pthread_t()
    pthread_create(
      &thread, nil,
      { _ in
        // What ends is told of without being asked for; files never end.
        var output = pollfd(fd: STDOUT_FILENO, events: 0, revents: 0)
        while poll(&output, 1, -1) < 0, errno == EINTR {}
        _exit(1)
      }, nil)
  }

  /// Writes bytes; whether all of them went.
  static func output(_ bytes: [UInt8]) -> Bool {
    var offset = 0
    while offset < bytes.count {
      let count = bytes.withUnsafeBytes {
        write(STDOUT_FILENO, $0.baseAddress.map { $0 + offset }, $0.count - offset)
      }
      if count < 0, errno == EINTR { continue }
      if count <= 0 { return false }
      offset += count
    }
    return true
  }
}
