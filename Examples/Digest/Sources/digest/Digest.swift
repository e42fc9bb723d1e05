import NewsKit

/// Makes one book of all articles below a folder, a section for each language.
@main
struct MakeDigest {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 3 else {
      print("usage: digest FOLDER BOOK.epub")
      return
    }
    let converter = try Converter(to: "epub")
    var entries: [Publication.Entry] = []
    for path in try FileTree.files(below: arguments[1]) where path.hasSuffix(".md") {
      let source = try Source(file: path)
      entries += try converter.readEntries(source).result
    }

    var digest = Digest(title: "News of the River")
    digest.grouping = .language
    digest.order = .newest
    let book = digest.volumes(of: entries).result[0].publication

    var file = try AtomicFile(path: arguments[2])
    for diagnostic in try converter.write(book, to: &file) { print(diagnostic.message) }
    try file.commit()
    print("\(arguments[2]): \(entries.count) articles in \(book.sections.count) sections")
  }
}
