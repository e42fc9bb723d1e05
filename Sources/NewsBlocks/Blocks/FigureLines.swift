internal import NewsHTML

/// Figures as Markdown writes them: a paragraph of pictures, each on a line, and below them lines
/// in emphasis that are the caption.
struct FigureLines {
  /// The pictures, or the links around them.
  private(set) var pictures: Set<Int> = []
  /// The lines of captions.
  private(set) var captions: Set<Int> = []

  /// Takes in a paragraph; whether it is such a figure.
  mutating func add(_ paragraph: Int, of tree: HTMLTree) -> Bool {
    var shown: [Int] = []
    var said: [Int] = []
    var isAfterBreak = true
    var node = paragraph + 1
    while node < tree.end(of: paragraph) {
      switch tree.nodes[node].tag {
      case .text:
        guard !isAfterBreak, tree.text(of: node).elementsEqual([0x0A]) else { return false }
        isAfterBreak = true
      case .img, .a:
        guard isAfterBreak, said.isEmpty, isPicture(node, tree) else { return false }
        shown.append(node)
        isAfterBreak = false
      case .em:
        guard isAfterBreak, !shown.isEmpty else { return false }
        said.append(node)
        isAfterBreak = false
      default: return false
      }
      node = max(tree.end(of: node), node + 1)
    }
    guard !said.isEmpty, !isAfterBreak else { return false }
    pictures.formUnion(shown)
    captions.formUnion(said)
    return true
  }

  /// Whether an element is a picture, or a link that holds nothing else.
  private func isPicture(_ node: Int, _ tree: HTMLTree) -> Bool {
    if tree.nodes[node].tag == .img { return true }
    let inner = node + 1
    return inner < tree.end(of: node) && tree.nodes[inner].tag == .img
      && tree.end(of: inner) >= tree.end(of: node)
  }
}
