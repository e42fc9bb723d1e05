/// An object that makes its parts when a template asks for them.
///
/// What Liquid calls a drop: `site` with ten thousand posts costs nothing until a template says
/// `site.posts`. Keep what was made, if making it is dear; several renderings may ask at once.
public protocol LiquidObject: AnyObject, Sendable {
  /// The value of a key, or `nil` if there is no such key.
  subscript(key: String) -> LiquidValue? { get }

  /// The keys, in the order a loop sees them.
  var keys: [String] { get }

  /// What the object is when it is printed, compared or looped over as a whole.
  ///
  /// By default an object with all its ``keys``. Must not itself be a lazy value.
  var whole: LiquidValue { get }
}

extension LiquidObject {
  /// No keys are listed, unless the type says otherwise.
  public var keys: [String] { [] }

  /// All keys with their values.
  public var whole: LiquidValue {
    var map = LiquidMap()
    for key in keys { map[key] = self[key] }
    return .object(map)
  }
}
