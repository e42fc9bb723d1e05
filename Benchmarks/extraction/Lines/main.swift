internal import Foundation
internal import NewsPages

// extraction-lines FOLDER OUTPUT: the lines of each page in FOLDER with their features, as
// OUTPUT/NAME.tsv; what Benchmarks/extraction/train reads.

let arguments = CommandLine.arguments
guard arguments.count == 3 else {
  print("usage: extraction-lines FOLDER OUTPUT")
  exit(64)
}
let folder = URL(fileURLWithPath: arguments[1])
let output = URL(fileURLWithPath: arguments[2])
try FileManager.default.createDirectory(at: output, withIntermediateDirectories: true)
for name in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() {
  let page = try Data(contentsOf: folder.appendingPathComponent(name))
  let rows = [LineTable.header + "\ttext"] + LineTable.rows(of: [UInt8](page))
  let file = output.appendingPathComponent(name).deletingPathExtension().appendingPathExtension(
    "tsv")
  try Data((rows.joined(separator: "\n") + "\n").utf8).write(to: file)
}
