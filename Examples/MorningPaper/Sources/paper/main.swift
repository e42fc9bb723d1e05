import NewsKit

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

// The paper of a file (YAML) as a book: what earlier runs have not taken.
let paper = try Paper(file: CommandLine.arguments[1])
let web = WebInputs { () throws(FetchFailure) in try WebClient.forUser() }
paper.send(through: web)
var registry = FormatRegistry.standard
registry.register(web)
let history = try PaperHistory(path: CommandLine.arguments[3])
let surroundings = WriterEnvironment(resources: WebPictures(web, of: .pages))
let pipeline = Pipeline(
  try Converter(to: "epub", options: paper.options, environment: surroundings, registry: registry))
let made = pipeline.digest(try paper.digest(since: history), of: pipeline.open(paper.inputs))
for failure in made.failures { print(failure) }
guard let book = made.volumes.first?.publication, !book.entries.isEmpty else {
  print("nothing new")
  exit(0)
}
var file = try AtomicFile(path: CommandLine.arguments[2])
_ = try pipeline.write(book, to: &file)
try file.commit()
try history.record(made.keys, of: paper.name, books: [CommandLine.arguments[2]])
print("\(book.entries.count) articles")
