import NewsTestSupport
import Testing
@testable import NewsImages

/// What is told of pictures from their bytes alone.
@Suite struct ImageBytesTests {
  @Test func aGIFOfTwoFramesMoves() {
    let frame: [UInt8] = [0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0]
    let head = Array(SamplePictures.gif.dropLast(16))
    #expect(!ImageMotion.isMoving(SamplePictures.gif, .gif))
    #expect(ImageMotion.isMoving([head, frame, frame, [0x3B]].flatMap(\.self), .gif))
    for length in 0..<SamplePictures.gif.count {
      #expect(!ImageMotion.isMoving(Array(SamplePictures.gif.prefix(length)), .gif))
    }
  }

  @Test func aPNGWithAnAnimationChunkMoves() {
    let png = SamplePictures.png
    let chunk = [0, 0, 0, 8] + Array("acTL".utf8) + [UInt8](repeating: 0, count: 12)
    #expect(!ImageMotion.isMoving(png, .png))
    #expect(
      ImageMotion.isMoving([Array(png[..<33]), chunk, Array(png[33...])].flatMap(\.self), .png))
    // A length that leads out of the file.
    #expect(!ImageMotion.isMoving(png[..<33] + [0xFF, 0xFF, 0xFF, 0xFF, 1, 1, 1, 1], .png))
  }

  @Test func aFileIsCompleteOrNot() {
    #expect(ImageEnd.isThere(SamplePictures.png, .png))
    #expect(!ImageEnd.isThere(Array(SamplePictures.png.dropLast(9)), .png))
    #expect(ImageEnd.isThere(SamplePictures.gif, .gif))
    #expect(!ImageEnd.isThere([0xFF, 0xD8, 0xFF, 0xE0], .jpeg))
    #expect(!ImageEnd.isThere([], .webp))
  }

  @Test func sizesOfCutFilesAreNone() {
    for type in [ImageType.png, .gif, .webp, .jpeg] {
      for length in 0..<12 {
        #expect(ImageSize([UInt8](repeating: 0xFF, count: length), type) == nil)
      }
    }
  }
}
