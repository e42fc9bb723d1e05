import NewsKit

struct WithoutPictures: InlineRewriter {
  func rewrite(_ inline: Inline) -> [Inline] { inline.isImage ? [] : [inline] }
}

let pipeline = Pipeline(try Converter(to: "epub"))
var digest = Digest(title: "Birds of the River")
digest.selection.tags = ["birds"]
let made = pipeline.digest(digest, of: Inputs([CommandLine.arguments[1]]))
var book = made.volumes[0].publication
book.rewriteArticles { $0.rewritten(by: WithoutPictures()) }
let writer = EPUBWriter(options: EPUBWriter.Options(cover: .none))
var file = try AtomicFile(path: CommandLine.arguments[2])
try file.write(writer.write(book))
try file.commit()
