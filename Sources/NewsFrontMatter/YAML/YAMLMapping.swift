import NewsModel
import YAML

/// A mapping of a YAML text while it is read: keys and values by turns.
struct YAMLMapping {
  /// Keys given twice, with the line of the first.
  private(set) var overruled: [(key: String, line: Int)] = []

  private var entries: [MetadataMap.Entry] = []
  private var lines: [Int] = []
  /// Where each key stands, once there are so many that looking through them takes long.
  private var places: [String: Int]?
  private static let few = 16

  /// What `<<` brings: it fills what is missing.
  private var merged: [MetadataMap.Entry] = []
  private var key: Key?

  private enum Key {
    case text(String, line: Int)
    case merge
  }

  /// Takes the next key or value, which ended with an event.
  mutating func add(_ value: MetadataValue, _ event: YAMLEvent) {
    switch key {
    case nil:
      key =
        event.kind == .scalar && event.isPlain && event.text == "<<"
        ? .merge : .text(value.rubyText, line: event.line)
      return
    case .merge:
      switch value {
      case .map(let map): merged += map.entries
      case .list(let list): for case .map(let map) in list { merged += map.entries }
      default: break
      }
    case .text(let key, let line):
      if let place = place(of: key) {
        overruled.append((key, lines[place]))
        entries[place].value = value
        lines[place] = line
      } else {
        places?[key] = entries.count
        if entries.isEmpty {
          entries.reserveCapacity(8)
          lines.reserveCapacity(8)
        }
        entries.append(MetadataMap.Entry(key: key, value: value))
        lines.append(line)
        if places == nil, entries.count > Self.few {
          places = Dictionary(
            uniqueKeysWithValues: entries.indices.map { (entries[$0].key, $0) })
        }
      }
    }
    key = nil
  }

  /// What was taken.
  var map: MetadataMap {
    merged.isEmpty
      ? MetadataMap(uniqueEntries: entries) : MetadataMap(entries: entries, defaults: merged)
  }

  private func place(of key: String) -> Int? {
    if let places { return places[key] }
    return entries.firstIndex { $0.key == key }
  }
}
