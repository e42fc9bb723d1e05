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

  /// A chunk of RIFF.
  private func chunk(_ name: String, _ body: [UInt8]) -> [UInt8] {
    Array(name.utf8) + [UInt8(body.count), 0, 0, 0] + body + (body.count % 2 == 1 ? [0] : [])
  }

  @Test(
    "with and without transparency, lossy and not", arguments: ["VP8 ", "VP8L"], [true, false])
  func theFirstFrameOfAWebPThatMoves(kind: String, hasAlpha: Bool) throws {
    // Place, width and height less one, time, flags.
    let frame = chunk(
      "ANMF",
      [0, 0, 0, 0, 0, 0, 9, 0, 0, 4, 0, 0, 80, 0, 0, 0] + (hasAlpha ? chunk("ALPH", [7]) : [])
        + chunk(kind, [1, 2, 3]))
    let chunks =
      chunk("VP8X", [2, 0, 0, 0, 9, 0, 0, 4, 0, 0]) + chunk("ANIM", [0, 0, 0, 0, 0, 0]) + frame
      + frame
    let webp = chunk("RIFF", Array("WEBP".utf8) + chunks)
    #expect(ImageMotion.isMoving(webp, .webp))
    let still = try #require(WebPFirstFrame.bytes(of: webp))
    let transparent =
      hasAlpha && kind == "VP8 "
      ? chunk("VP8X", [0x10, 0, 0, 0, 9, 0, 0, 4, 0, 0]) + chunk("ALPH", [7]) : []
    #expect(still == chunk("RIFF", Array("WEBP".utf8) + transparent + chunk(kind, [1, 2, 3])))
    #expect(!ImageMotion.isMoving(still, .webp))
    for length in 0..<webp.count - frame.count {
      #expect(WebPFirstFrame.bytes(of: Array(webp.prefix(length))) == nil)
    }
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
