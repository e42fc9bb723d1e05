import NewsModel
import NewsPages

// Extraction alone: the article of a page, without the reader's other formats.
let page = """
  <title>The mill</title><article><h1>The mill</h1><p>It has stood by the river since 1790, and
  the wheel still turns on Sundays, when the miller opens the sluice for visitors.</p></article>
  """
var diagnostics = Diagnostics()
let articles = try HTMLReader().readArticles(
  Source(bytes: Array(page.utf8)), diagnostics: &diagnostics)
print(articles[0].metadata.title ?? "", articles[0].body.plainText)
