/// Rows and columns of a formula.
struct TeXTable {
  /// The environments that make them.
  enum Kind {
    case matrix, parentheses, brackets, braces, bars, doubleBars, cases, aligned, array, single

    init?(_ name: String) {
      switch name {
      case "matrix", "smallmatrix": self = .matrix
      case "pmatrix": self = .parentheses
      case "bmatrix": self = .brackets
      case "Bmatrix": self = .braces
      case "vmatrix": self = .bars
      case "Vmatrix": self = .doubleBars
      case "cases", "dcases", "rcases": self = .cases
      case "aligned", "align", "alignat", "alignedat", "split", "eqnarray", "flalign":
        self = .aligned
      case "array", "subarray": self = .array
      case "equation", "gather", "gathered", "multline", "displaymath", "math": self = .single
      default: return nil
      }
    }
  }

  let rows: [[[String]]]
  let kind: Kind
  var columns = ""

  /// The table with what stands around it.
  var element: String {
    var content = ""
    for row in rows {
      var cells = ""
      for (index, cell) in row.enumerated() {
        let side = alignment(of: index)
        cells += MathElement.element(
          "mtd", cell.count == 1 ? cell[0] : cell.joined(),
          side.isEmpty ? "" : "style=\"text-align: \(side)\"")
      }
      content += MathElement.element("mtr", cells)
    }
    let attributes = kind == .aligned || kind == .single ? "displaystyle=\"true\"" : ""
    let table = MathElement.element("mtable", content, attributes)
    let fences: (String, String)
    switch kind {
    case .parentheses: fences = ("(", ")")
    case .brackets: fences = ("[", "]")
    case .braces: fences = ("{", "}")
    case .bars: fences = ("|", "|")
    case .doubleBars: fences = ("‖", "‖")
    case .cases: fences = ("{", "")
    case .matrix, .aligned, .array, .single: return table
    }
    func fence(_ text: String) -> String {
      text.isEmpty ? "" : MathElement.mathOperator(text, "fence=\"true\"")
    }
    return MathElement.element("mrow", fence(fences.0) + table + fence(fences.1))
  }

  private func alignment(of column: Int) -> String {
    switch kind {
    case .cases: return "left"
    case .aligned: return column % 2 == 0 ? "right" : "left"
    case .array:
      let letters = columns.filter { "lcr".contains($0) }
      guard column < letters.count else { return "" }
      let letter = letters[letters.index(letters.startIndex, offsetBy: column)]
      return letter == "l" ? "left" : letter == "r" ? "right" : ""
    default: return ""
    }
  }
}
