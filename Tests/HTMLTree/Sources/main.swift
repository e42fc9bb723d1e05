import Foundation
import HTML5
import NewsText

/// Prints trees in the format of html5lib's tests: `html-tree FILE… [-o FOLDER]`.
///
/// With `-o` each file's tree goes to the file of its name with `.txt` added in the folder. With
/// `--time` the trees are not printed: the files are parsed again and again, and the speed is.
enum HTMLTreeProgram {
  static func main(_ words: [String]) -> Int32 {
    var files: [String] = []
    var folder: String?
    var rounds: Int?
    var index = 0
    while index < words.count {
      switch words[index] {
      case "-o" where index + 1 < words.count:
        folder = words[index + 1]
        index += 1
      case "--time" where index + 1 < words.count:
        rounds = Int(words[index + 1])
        index += 1
      case let word where word.hasPrefix("@"):
        let list = (try? String(contentsOfFile: String(word.dropFirst()), encoding: .utf8)) ?? ""
        files += list.split(separator: "\n").map(String.init)
      default: files.append(words[index])
      }
      index += 1
    }
    guard !files.isEmpty else {
      report("html-tree FILE… [-o FOLDER | --time ROUNDS]")
      return 64
    }
    if let rounds { return time(files, rounds: rounds) }
    var status: Int32 = 0
    for file in files where !write(file, to: folder) { status = 66 }
    return status
  }

  private static func text(of file: String) -> [UInt8]? {
    guard let data = FileManager.default.contents(atPath: file) else {
      report("\(file) cannot be read")
      return nil
    }
    return TextDecoder.html([UInt8](data), transport: nil).utf8
  }

  private static func write(_ file: String, to folder: String?) -> Bool {
    guard let text = text(of: file) else { return false }
    let tree = Data(HTMLDocument(parsing: text).testDescription.utf8)
    guard let folder else {
      FileHandle.standardOutput.write(tree)
      return true
    }
    let target = URL(filePath: folder).appending(
      path: URL(filePath: file).lastPathComponent + ".txt")
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true)
      try tree.write(to: target)
      return true
    } catch {
      report("\(target.path) cannot be written: \(error)")
      return false
    }
  }

  /// Parses all files so many times, and prints nodes and megabytes a second of CPU, the best round.
  private static func time(_ files: [String], rounds: Int) -> Int32 {
    let pages = files.compactMap(text)
    let size = pages.reduce(0) { $0 + $1.count }
    var best = Double.infinity
    var nodes = 0
    for _ in 0..<max(rounds, 1) {
      nodes = 0
      let start = clock()
      for page in pages { nodes += HTMLDocument(parsing: page).nodes.count }
      best = min(best, Double(clock() - start) / Double(CLOCKS_PER_SEC))
    }
    print("\(pages.count) pages, \(size) bytes, \(nodes) nodes, \(Double(size) / 1e6 / best) MB/s")
    return 0
  }

  private static func report(_ message: String) {
    FileHandle.standardError.write(Data("html-tree: \(message)\n".utf8))
  }
}

exit(HTMLTreeProgram.main(Array(CommandLine.arguments.dropFirst())))
