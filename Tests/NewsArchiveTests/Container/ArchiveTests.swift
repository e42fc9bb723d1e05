import NewsModel
import Testing

@testable import NewsArchive

@Suite struct ArchiveTests {
  private struct Bytes: ByteSink {
    var all: [UInt8] = []
    mutating func write(_ bytes: [UInt8]) { all += bytes }
  }

  private func archive(_ files: [(name: String, text: String)]) throws -> [UInt8] {
    var archive = try Archive()
    let deflater = Deflater()
    for file in files { try archive.add(deflater.entry(file.name, Array(file.text.utf8))) }
    var sink = Bytes()
    try archive.finish(to: &sink)
    return sink.all
  }

  @Test func whatIsWrittenIsRead() throws {
    let long = String(repeating: "one and the same ", count: 4000)
    let bytes = try archive([("a.txt", "short"), ("folder/书.txt", long), ("empty", "")])
    #expect(bytes.count < 2000)
    let members = try ArchiveMembers(bytes, limits: .standard)
    #expect(members.names == ["a.txt", "folder/书.txt", "empty"])
    #expect(try members.bytes(of: "folder/书.txt") == Array(long.utf8))
    #expect(try members.bytes(of: "empty") == [])
    #expect(try members.bytes(of: "none") == nil)
  }

  @Test func theSameFilesMakeTheSameBytes() throws {
    let files = [("b", "text"), ("a", String(repeating: "x", count: 100))]
    #expect(try archive(files) == archive(files))
  }

  @Test func namesThatLeadOutAreRefused() throws {
    let members = try ArchiveMembers(archive([("../out", "x"), ("in", "y")]), limits: .standard)
    #expect(members.names == ["in"])
    #expect(members.refused == ["../out"])
  }

  @Test(arguments: [Array("PK\u{3}\u{4} and no more".utf8), Array("text".utf8)] as [[UInt8]])
  func noArchive(_ bytes: [UInt8]) {
    #expect(throws: ConversionError.self) { try ArchiveMembers(bytes, limits: .standard) }
  }
}
