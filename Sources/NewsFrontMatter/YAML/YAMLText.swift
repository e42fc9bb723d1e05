package import NewsModel
package import YAML

/// A YAML document read into the model's values.
///
/// libyaml parses; the types of plain scalars are Ruby's (``YAMLScalar``). What would let a small
/// text grow without bounds (aliases within aliases, nesting) is refused while it is read.
package struct YAMLText {
  /// Why a text is not YAML.
  package typealias Failure = YAMLProblem

  /// The document's value; `null` where it is empty.
  package let value: MetadataValue
  /// Keys given twice in one mapping, with the line of the one that was overruled: the last of
  /// them counts, as in Ruby.
  package let overruledKeys: [(key: String, line: Int)]

  /// Reads the first document of a text.
  package init(_ text: String) throws(Failure) {
    try self.init(Array(text.utf8))
  }

  /// Reads the first document of a text in UTF-8.
  package init(_ text: [UInt8]) throws(Failure) {
    var loader = YAMLLoader()
    value = try YAMLEvents.read(text) { events throws(YAMLProblem) in
      try loader.document(from: &events)
    }
    overruledKeys = loader.overruledKeys
  }
}
