// A filter for `newsconv --filter`: begins each article with how long it takes to read.
//
// One line of JSON in, one line out, until nothing more comes.
import NewsModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

while let line = readLine() {
  do {
    var article = try Article(json: Array(line.utf8))
    let minutes = max(1, article.body.plainText.utf8.count / 1100)
    article.body.insert(
      .paragraph(Paragraph([.emphasis([.text("Reading time: \(minutes) min")])])), at: 0)
    print(String(decoding: try article.json(), as: UTF8.self))
    // Each answer must go out at once: newsconv waits for it.
    fflush(nil)
  } catch {
    // newsconv tells the user that this filter ended; this tells why.
    let message = Array("reading-time: \(error)\n".utf8)
    write(STDERR_FILENO, message, message.count)
    exit(1)
  }
}
