package import NewsHTML

/// A list of CSS selectors (Selectors Level 4): `article > p:not(.promo), #story`.
///
/// Known are types, classes, ids, attributes, the four combinators, `:is`, `:where`, `:not`, `:has`,
/// `:nth-child` and its kin, `:empty` and `:root`. What depends on a browser's state is not.
///
/// All elements of a page are judged at once, step by step, so that time is the size of the page
/// times that of the selector, whatever they are.
package struct Selector: Sendable, Hashable {
  /// The selectors, one of which is enough.
  var list: [Complex]
  /// The text it was made of.
  package let text: String

  /// Reads a list of selectors.
  ///
  /// - Throws: ``SelectorProblem`` where it is none, or of a kind that is not known.
  package init(_ text: String) throws(SelectorProblem) {
    var parser = SelectorParser(text)
    list = try parser.all()
    self.text = text
  }

  /// Which elements of a page it selects, by their numbers.
  package func matches(in tree: HTMLTree) -> [Bool] { SelectorSets(tree).set(of: list) }

  /// The elements that it selects and that are in no other of them, in order.
  package func outermost(in tree: HTMLTree) -> [Int] {
    let matches = matches(in: tree)
    var found: [Int] = []
    var node = 0
    while node < tree.count {
      if matches[node] {
        found.append(node)
        node = max(tree.end(of: node), node + 1)
      } else {
        node += 1
      }
    }
    return found
  }
}

/// What is wrong with a selector.
package struct SelectorProblem: Error, Sendable, Hashable {
  /// What is wrong.
  package var reason: String
  /// The character that it begins with, from 1.
  package var column: Int
}

/// Compound selectors with what stands between them.
struct Complex: Sendable, Hashable {
  /// The first compound, or the one behind the combinator that a relative selector begins with.
  var first: [Simple]
  var rest: [(combinator: Combinator, compound: [Simple])] = []
  /// What a relative selector begins with.
  var leading = Combinator.descendant

  static func == (one: Complex, other: Complex) -> Bool {
    one.first == other.first && one.leading == other.leading
      && one.rest.elementsEqual(other.rest) {
        $0.combinator == $1.combinator && $0.compound == $1.compound
      }
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(first)
    hasher.combine(rest.count)
  }
}

enum Combinator: Sendable, Hashable {
  case descendant
  case child
  case next
  case later
}

/// One condition.
indirect enum Simple: Sendable, Hashable {
  case any
  case type(String)
  case id(String)
  case `class`(String)
  case attribute(String, Comparison, String, ignoresCase: Bool)
  case isOne([Complex])
  case isNone([Complex])
  case has([Complex])
  /// Every `step`th from `offset` on, counted among siblings: all, those of the same type, or those
  /// that a list selects; from the end.
  case nth(step: Int, offset: Int, Counted, fromEnd: Bool)
  case empty
  case root

  enum Comparison: Sendable, Hashable {
    case present, equal, word, dash, prefix, suffix, contains
  }

  enum Counted: Sendable, Hashable {
    case all
    case sameType
    case selected([Complex])
  }
}
