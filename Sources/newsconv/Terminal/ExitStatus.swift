import ArgumentParser
import NewsKit

/// The exit statuses of BSD's sysexits(3).
enum ExitStatus {
  /// Wrong usage.
  static let usage: Int32 = 64
  /// The input is not what it should be.
  static let dataError: Int32 = 65
  /// The input is not there.
  static let noInput: Int32 = 66
  /// A host or what it should have is not reached.
  static let unavailable: Int32 = 69
  /// Something inside or outside failed.
  static let software: Int32 = 70
  /// The output cannot be made.
  static let cannotCreate: Int32 = 73
  /// Reading or writing failed.
  static let inputOutput: Int32 = 74

  /// The status that tells of an error.
  static func of(_ error: ConversionError) -> Int32 {
    switch error.code {
    case .badOption, .unknownFormat: usage
    case .badInput, .limitExceeded: dataError
    case .noInput: noInput
    case .unreachable: unavailable
    case .cannotCreate: cannotCreate
    case .inputOutput: inputOutput
    default: software
    }
  }
}
