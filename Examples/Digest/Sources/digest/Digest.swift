import NewsKit

struct WithoutPictures: InlineRewriter {
  func rewrite(_ inline: Inline) -> [Inline] { inline.isImage ? [] : [inline] }
}

/// Makes one book of a folder's articles with a tag, without their pictures.
@main
struct MakeDigest {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 4 else { return print("usage: digest FOLDER TAG BOOK.epub") }
    let pipeline = Pipeline(try Converter(to: "epub"), jobs: 2)
    var digest = Digest(title: "News of the River")
    digest.selection.tags = [arguments[2]]
    let made = pipeline.digest(digest, of: Inputs([arguments[1]])) { print($0.diagnostics) }
    var book = made.volumes[0].publication
    book.rewriteArticles { $0.rewritten(by: WithoutPictures()) }
    var file = try AtomicFile(path: arguments[3])
    _ = try pipeline.write(book, to: &file)
    try file.commit()
    print("\(arguments[3]): \(book.entries.count) articles")
  }
}
