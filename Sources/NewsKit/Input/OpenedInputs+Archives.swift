internal import NewsArchive

/// Archives: a folder of files to the format that recognises them.
extension OpenedInputs {
  /// Opens an archive: as the export that its files are together, as the one that lies in it, or as files
  /// that are inputs of their own.
  func openArchive(
    _ bytes: ByteReader, _ source: Source, prefix: String
  ) throws(ConversionError) {
    var diagnostics = Diagnostics(file: source.name)
    let archive: ZIPCollection.Archive
    do throws(ConversionError) {
      archive = try ZIPCollection.Archive(
        bytes, of: source, limits: converter.limits, diagnostics: &diagnostics)
    } catch {
      var located = error
      located.file = located.file ?? source.name
      throw located
    }
    collectionDiagnostics += diagnostics.all
    converter.collectionResources.add(archive.resources, for: archive.place)
    var source = source
    source.collection = archive.place
    let registry = converter.registry
    let wanted = registry.collections.filter { converter.mayTake($0) }
    for files in archive.folders {
      guard let registration = wanted.first(where: { $0.recognizeFiles(files) }) else { continue }
      var input = CollectionInput(.files(files), source: source)
      input.limits = converter.limits
      return try push(registration, input, prefix: prefix)
    }
    let names = archive.articles(for: registry)
    if names.count == 1, let registration = archive.export(in: names[0], registry),
      converter.mayTake(registration)
    {
      var inner = source
      let file = try archive.source(of: names[0])
      inner.path = file.path
      var input = CollectionInput(.bytes(ByteReader(bytes: file.bytes)), source: inner)
      input.limits = converter.limits
      return try push(registration, input, prefix: prefix)
    }
    let files = CollectionRegistration(
      format: ZIPCollection.registration.format,
      open: { _, _, _ in ZIPCollection(archive, registry: registry) })
    try push(files, CollectionInput(.files(archive.folders[0]), source: source), prefix: prefix)
  }

  /// Opens what a collection holds as an input of its own, its bytes at hand: a file of an archive.
  func openNested(
    _ source: Source, name: String, known: Source
  ) throws(ConversionError) -> InputItem? {
    if frames.count > Self.depthAtMost {
      throw ConversionError(
        .limitExceeded, "archives lie too deep within each other", file: source.name)
    }
    let bytes = ByteReader(bytes: source.bytes)
    var inner = known
    inner.path = source.path
    inner.url = source.url ?? known.url
    inner.mediaType = source.mediaType
    inner.charset = source.charset
    inner.collection = source.collection ?? known.collection
    inner.metadata = source.metadata
    inner.metadata.fill(from: known.metadata)
    var item = try recognized(bytes, inner, name: name)
    item?.isAlone = false
    return item
  }
}
