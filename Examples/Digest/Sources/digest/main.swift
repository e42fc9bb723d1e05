import NewsKit

struct WithoutPictures: InlineRewriter {
  func rewrite(_ inline: Inline) -> [Inline] { inline.isImage ? [] : [inline] }
}

let reader = try Converter(to: "epub")
var entries: [Publication.Entry] = []
for path in try FileTree.files(below: CommandLine.arguments[1]) where path.hasSuffix(".md") {
  entries += try reader.readEntries(Source(file: path)).result
}
for index in entries.indices {
  entries[index].article = entries[index].article.rewritten(by: WithoutPictures())
}
var digest = Digest(title: "Birds of the River")
digest.selection.tags = ["birds"]
let book = EPUBWriter(options: EPUBWriter.Options(cover: .none))
var file = try AtomicFile(path: CommandLine.arguments[2])
try file.write(book.write(digest.volumes(of: entries).result[0].publication))
try file.commit()
