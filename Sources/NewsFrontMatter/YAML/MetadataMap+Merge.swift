package import NewsModel

extension MetadataMap {
  /// A mapping of entries in order: the last of two equal keys counts, `defaults` fill the rest.
  ///
  /// Built through an index, because a data file's mapping may have thousands of keys.
  package init(entries: [Entry], defaults: [Entry] = []) {
    self.init()
    var places: [String: Int] = [:]
    var kept: [Entry] = []
    kept.reserveCapacity(entries.count)
    for entry in entries {
      if let place = places[entry.key] {
        kept[place].value = entry.value
      } else {
        places[entry.key] = kept.count
        kept.append(entry)
      }
    }
    for entry in defaults where places[entry.key] == nil {
      places[entry.key] = kept.count
      kept.append(entry)
    }
    self = MetadataMap(uniqueEntries: kept)
  }

  /// These entries overruled by another mapping's, mappings merged key by key; a null overrules
  /// nothing, as in Jekyll's `deep_merge_hashes`.
  package func merged(with other: MetadataMap) -> MetadataMap {
    if isEmpty { return other }
    if other.isEmpty { return self }
    // Keys are looked for among the older ones only: both mappings' own keys differ.
    let places =
      count > 16
      ? Dictionary(uniqueKeysWithValues: entries.indices.map { (entries[$0].key, $0) }) : nil
    var kept = entries
    for entry in other.entries {
      let known = places.map { $0[entry.key] } ?? entries.firstIndex { $0.key == entry.key }
      guard let place = known else {
        kept.append(entry)
        continue
      }
      switch (kept[place].value, entry.value) {
      case (_, .null): break
      case (.map(let old), .map(let new)): kept[place].value = .map(old.merged(with: new))
      default: kept[place].value = entry.value
      }
    }
    return MetadataMap(uniqueEntries: kept)
  }
}
