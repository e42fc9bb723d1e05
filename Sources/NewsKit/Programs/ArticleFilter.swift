/// A program that changes articles: it reads the JSON of one a line and answers with one a line.
///
/// ```python
/// #!/usr/bin/env python3
/// import json, sys
/// for line in sys.stdin:
///     article = json.loads(line)
///     article["title"] = article.get("title", "").upper()
///     print(json.dumps(article), flush=True)
/// ```
/// It is started once for all the articles of a ``Converter``, with the name of the format that is
/// written as its only argument, and sees the articles in their order however many are converted at
/// once. The JSON is that of `Documentation/article.schema.json`.
public struct ArticleFilter: Sendable, Hashable {
  /// The file of the program, or its name on `PATH`.
  public var program: String
  /// The seconds that it may take for one article.
  public var secondsPerArticle: Double

  /// Names a program.
  public init(_ program: String, secondsPerArticle: Double = 60) {
    self.program = program
    self.secondsPerArticle = secondsPerArticle
  }
}
