import Foundation
import NewsFiles
import NewsModel
import Testing

@Suite struct AtomicFileTests {
  private func withFolder<T>(_ body: (String) throws -> T) throws -> T {
    let folder = NSTemporaryDirectory() + "newskit-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    return try body(folder)
  }

  @Test func appearsOnlyWhenCommitted() throws {
    try withFolder { folder in
      do {
        let file = try AtomicFile(path: folder + "/a")
        try file.write(Array(repeating: 65, count: 200_000))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == [])
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == [])
      let file = try AtomicFile(path: folder + "/a")
      try file.write(Array("one".utf8))
      try file.commit()
      #expect(try String(contentsOfFile: folder + "/a", encoding: .utf8) == "one")
    }
  }

  @Test func replacesWhole() throws {
    try withFolder { folder in
      for text in ["one", "two"] {
        let file = try AtomicFile(path: folder + "/a")
        try file.write(Array(text.utf8))
        try file.commit()
        #expect(try String(contentsOfFile: folder + "/a", encoding: .utf8) == text)
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["a"])
    }
  }

  @Test func saysWhyItCannotBeMade() throws {
    try withFolder { folder in
      for path in [folder + "/missing/a", folder] {
        #expect {
          try AtomicFile(path: path)
        } throws: { error in
          (error as? ConversionError)?.code == .cannotCreate
            && (error as? ConversionError)?.file == path
        }
      }
    }
  }
}
