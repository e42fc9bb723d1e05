/// What pictures must be like where they will be looked at.
package struct PictureProfile: Sendable, Hashable {
  /// The width in pixels that wider ones are scaled down to.
  package var width: Int
  /// The height in pixels that taller ones are scaled down to.
  package var height: Int
  /// The height in pixels of very tall ones: they are taken for charts, which are read in parts.
  package var chartHeight: Int
  /// Whether they lose their colours.
  package var isGrey = false
  /// The quality of JPEG, 1 to 100.
  package var quality = 76
  /// Readers refuse larger files, in bytes; those are drawn anew.
  package var mostBytes = 5_000_000
  /// Larger moving pictures, in bytes, stand still.
  package var mostMovingBytes = 500_000
  /// Whether JPEG must be baseline: progressive ones are slow or not shown.
  package var needsBaseline = false

  /// Pictures in colour of at most a width.
  package init(width: Int, height: Int? = nil) {
    self.width = width
    self.height = height ?? width
    chartHeight = height ?? width * 2
  }

  /// The height in pixels that a picture of some size may have.
  func height(for size: ImageSize?) -> Int {
    guard let size, size.height > size.width * 2 else { return height }
    return chartHeight
  }

  /// A small picture beside a headline.
  package func thumbnail(width: Int) -> PictureProfile {
    var small = self
    small.width = width
    small.height = width
    small.chartHeight = width
    small.mostMovingBytes = 0
    small.mostBytes = 100_000
    return small
  }
}
