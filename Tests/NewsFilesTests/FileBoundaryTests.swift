import Foundation
import NewsFiles
import NewsModel
import Testing

/// Files that input names, while somebody changes what the names mean.
@Suite struct FileBoundaryTests {
  private func withFolder<T>(_ body: (String) throws -> T) throws -> T {
    let folder = NSTemporaryDirectory() + "newskit-" + UUID().uuidString
    for name in ["/inside", "/outside"] {
      try FileManager.default.createDirectory(
        atPath: folder + name, withIntermediateDirectories: true)
      try Data(name.utf8).write(to: URL(filePath: folder + name + "/file"))
    }
    defer { try? FileManager.default.removeItem(atPath: folder) }
    return try body(folder)
  }

  /// What is checked is what is read, however often the link is changed between the two.
  @Test func aLinkThatChangesLeadsNowhereElse() throws {
    try withFolder { folder in
      let boundary = FileBoundary(around: [folder + "/inside"])
      let link = folder + "/inside/link"
      let seen = LockedValue<Set<String>>([])
      DispatchQueue.concurrentPerform(iterations: 2) { thread in
        for round in 0..<1000 {
          if thread == 0 {
            let target = folder + (round % 2 == 0 ? "/inside/file" : "/outside/file")
            symlink(target, link + "-new")
            rename(link + "-new", link)
          } else if let bytes = boundary.read(link).bytes {
            seen.withLock { _ = $0.insert(String(decoding: bytes, as: UTF8.self)) }
          }
        }
      }
      #expect(seen.withLock { $0 }.subtracting(["/inside"]) == [])
    }
  }

  @Test func aFileMayHaveSoManyBytes() throws {
    try withFolder { folder in
      let boundary = FileBoundary(around: [folder])
      #expect(boundary.read(folder + "/inside/file", limit: 7).bytes?.count == 7)
      #expect(
        boundary.read(folder + "/inside/file", limit: 6).refusal == .tooLarge(limit: 6))
      // Larger than any memory, and read not at all.
      let huge = open(folder + "/huge", O_CREAT | O_WRONLY, 0o600)
      defer { close(huge) }
      #expect(ftruncate(huge, 1 << 42) == 0)
      #expect(boundary.read(folder + "/huge").refusal == .tooLarge(limit: 64 << 20))
      #expect(throws: ConversionError.self) { try Source(file: folder + "/huge") }
    }
  }

  @Test(arguments: ["", "/", "/.", "/../inside"])
  func foldersAreComparedAsSuch(_ ending: String) throws {
    try withFolder { folder in
      let boundary = FileBoundary(around: [folder + "/inside" + ending])
      #expect(boundary.read(folder + "/inside/file").bytes != nil)
      #expect(boundary.read(folder + "/inside/../inside/file").bytes != nil)
      try Data().write(to: URL(filePath: folder + "/inside-out"))
      #expect(boundary.read(folder + "/inside-out").refusal == .outside)
      #expect(boundary.read(folder + "/outside/file").refusal == .outside)
      #expect(boundary.read(folder + "/nowhere").refusal == nil)
      #expect(FileBoundary(around: []).read(folder + "/inside/file").refusal == .outside)
      #expect(FileBoundary(around: ["/"]).read(folder + "/inside/file").bytes != nil)
    }
  }

  @Test func threadsShareMemory() {
    let budget = MemoryBudget(bytes: 10)
    let used = LockedValue(0)
    DispatchQueue.concurrentPerform(iterations: 4) { thread in
      for round in 0..<200 {
        // The last is more than there is: it runs alone.
        let share = [1, 4, 6, 20][(thread + round) % 4]
        budget.withShare(of: share) {
          #expect(
            used.withLock {
              $0 += min(share, 10); return $0
            } <= 10)
          used.withLock { $0 -= min(share, 10) }
        }
      }
    }
    #expect(used.withLock { $0 } == 0)
  }
}
