extension MessageWriter {
  /// A source with all that is known of it.
  mutating func put(_ source: Source) throws(ConversionError) {
    put(source.bytes)
    for text in [
      source.path, source.url, source.base, source.mediaType, source.charset,
      source.retrieved?.iso8601, source.lastModified?.iso8601, source.language, source.siteRoot,
      source.inputFolder, source.collection,
    ] { put(text) }
    put(source.isTrusted)
    put(source.isFetched)
    // What is known of most records goes without JSON.
    var rest = source.metadata
    for text in [rest.id, rest.canonicalURL, rest.retrieved?.iso8601] { put(text) }
    (rest.id, rest.canonicalURL, rest.retrieved) = (nil, nil, nil)
    let isKnown = rest != Metadata()
    put(isKnown)
    if isKnown { put(try Article(metadata: rest).json()) }
  }

  /// What became of an item.
  mutating func put(_ outcome: Pipeline.Outcome) {
    put(outcome.input)
    put(outcome.id)
    put(outcome.url)
    put(outcome.articles)
    put(outcome.isPassedOver)
    put(outcome.diagnostics.count)
    for diagnostic in outcome.diagnostics {
      put(diagnostic.severity.rawValue)
      put(diagnostic.code.rawValue)
      put(diagnostic.message)
      put(diagnostic.file)
      put(diagnostic.line ?? 0)
      put(diagnostic.count)
    }
    put(outcome.error != nil)
    if let error = outcome.error {
      put(error.code.rawValue)
      put(error.message)
      put(error.file)
      put(error.line ?? 0)
    }
  }
}

extension MessageReader {
  mutating func source() throws(ConversionError) -> Source {
    var source = Source(bytes: array())
    source.path = optionalString()
    source.url = optionalString()
    source.base = optionalString()
    source.mediaType = optionalString()
    source.charset = optionalString()
    source.retrieved = optionalString().flatMap { Timestamp(iso8601: $0) }
    source.lastModified = optionalString().flatMap { Timestamp(iso8601: $0) }
    source.language = optionalString()
    source.siteRoot = optionalString()
    source.inputFolder = optionalString()
    source.collection = optionalString()
    source.isTrusted = flag()
    source.isFetched = flag()
    let known = (optionalString(), optionalString(), optionalString())
    if flag() { source.metadata = try Article(json: array()).metadata }
    source.metadata.id = known.0
    source.metadata.canonicalURL = known.1
    source.metadata.retrieved = known.2.flatMap { Timestamp(iso8601: $0) }
    return source
  }

  mutating func outcome() -> Pipeline.Outcome {
    var outcome = Pipeline.Outcome(input: string())
    outcome.id = optionalString()
    outcome.url = optionalString()
    outcome.articles = number()
    outcome.isPassedOver = flag()
    for _ in 0..<number() {
      let severity = Diagnostic.Severity(rawValue: string()) ?? .warning
      let code = Diagnostic.Code(rawValue: string())
      var diagnostic = Diagnostic(severity, code, string(), file: optionalString())
      let line = number()
      diagnostic.line = line == 0 ? nil : line
      diagnostic.count = number()
      outcome.diagnostics.append(diagnostic)
    }
    if flag() {
      let code = ConversionError.Code(rawValue: string())
      var error = ConversionError(code, string(), file: optionalString())
      let line = number()
      error.line = line == 0 ? nil : line
      outcome.error = error
    }
    return outcome
  }
}
