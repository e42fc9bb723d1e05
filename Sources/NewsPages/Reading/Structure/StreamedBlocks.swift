internal import NewsHTML

/// Parts of a page that a server sent late, hidden at its end, for a script to put in their places.
///
/// React's servers send `<template id="B:0">` for what is not ready yet and later
/// `<div hidden id="S:0">…</div>`.
enum StreamedBlocks {
  /// The tree with the late parts in their places; `nil` where there are none.
  static func placed(in tree: HTMLTree) -> HTMLTree? {
    var sources: [ArraySlice<UInt8>: Int] = [:]
    var places: [ArraySlice<UInt8>: Int] = [:]
    for node in tree.nodes.indices {
      switch tree.nodes[node].tag {
      case .div, .template, .span, .table, .tbody: break
      default: continue
      }
      guard let id = tree.value(.id, of: node), let colon = id.firstIndex(of: UInt8(ascii: ":")),
        colon > id.startIndex, id.count <= 40
      else { continue }
      let kind = id[id.index(before: colon)]
      if kind == UInt8(ascii: "S"), tree.has(.hidden, node) {
        sources[id[colon...], default: node] = node
      } else if kind == UInt8(ascii: "B") || kind == UInt8(ascii: "P") {
        places[id[colon...], default: node] = node
      }
    }
    var moves: [Int: Int] = [:]
    for (name, source) in sources {
      if let place = places[name] { moves[place] = source }
    }
    return moves.isEmpty ? nil : tree.placing(moves)
  }
}
