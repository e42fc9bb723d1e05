import Foundation
import Testing

@testable import NewsEPUB

/// What the book's own style makes paler can still be read: WCAG 2.1 asks for 4.5 to 1.
@Suite struct ContrastTests {
  /// Not text: rules, dots between parts.
  private static let decorations = ["hr {", ".nk-dot {", ".nk-header::after {"]

  private static func luminance(_ value: Double) -> Double {
    value <= 0.03928 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
  }

  @Test func paleTextIsReadable() throws {
    var palest = 1.0
    for line in BookStyle.sheet.split(separator: "\n") {
      guard let place = line.range(of: "opacity: "),
        !Self.decorations.contains(where: { line.contains($0) })
      else { continue }
      let digits = line[place.upperBound...].prefix { $0 == "." || $0.isNumber }
      let value = try #require(Double(digits.hasPrefix(".") ? "0" + digits : String(digits)))
      palest = min(palest, value)
    }
    // Black on white at this opacity, and white on black.
    let onWhite = 1.05 / (Self.luminance(1 - palest) + 0.05)
    let onBlack = (Self.luminance(palest) + 0.05) / 0.05
    #expect(onWhite >= 4.5, "\(onWhite)")
    #expect(onBlack >= 4.5, "\(onBlack)")
  }
}
