internal import NewsHTML

/// The cards of Ghost's editor as its sites and exports print them: what they mean, without the controls
/// that a script would bring to life.
extension BlockWalk {
  /// Controls and forms.
  private static let controls = [
    "kg-audio-player", "kg-audio-thumbnail", "kg-video-player-container", "kg-video-overlay",
    "kg-signup-card", "kg-file-card-icon",
  ]

  /// Takes in an element of a card; `nil` for one that is as any other.
  mutating func card(_ node: Int) -> Int? {
    guard let value = tree.value(.class, of: node), value.starts(with: "kg-".utf8) else {
      return nil
    }
    func has(_ name: String) -> Bool { ClassTokens.contains(value, name) }
    if Self.controls.contains(where: has) {
      flush()
      return tree.end(of: node)
    }
    if has("kg-toggle-card") { return openFrame(.details, node, keepsClasses: false) }
    if has("kg-toggle-heading"), frames[sink].kind == .details {
      return openFrame(.summary, node, keepsClasses: false)
    }
    if has("kg-callout-card") { return openTransparent(node) }
    // A sign and its text are one line.
    if has("kg-callout-emoji") { return node + 1 }
    if has("kg-callout-text") {
      line.append(Array(" ".utf8)[...])
      return node + 1
    }
    if has("kg-bookmark-metadata") { return bookmarkDetails(node) }
    return nil
  }

  /// Who wrote what a bookmark leads to and where it appeared, without icons.
  private mutating func bookmarkDetails(_ node: Int) -> Int {
    flush()
    var texts: [String] = []
    for child in tree.children(of: node) {
      let text = PlainText.collapsed(tree.string(of: child))
      if !text.isEmpty { texts.append(text) }
    }
    line.append(Array(texts.joined(separator: " · ").utf8)[...])
    flush()
    return tree.end(of: node)
  }
}
