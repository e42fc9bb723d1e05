/// Why a text is not YAML.
package struct YAMLProblem: Error, Equatable {
  /// What is wrong, in libyaml's words.
  package var problem: String
  /// The line, from 1.
  package var line: Int?

  /// Makes a problem.
  package init(problem: String, line: Int?) {
    self.problem = problem
    self.line = line
  }
}
