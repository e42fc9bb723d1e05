import NewsModel
import Testing

@testable import NewsMarkup

/// What a picture that is not there says.
@Suite struct PictureWordsTests {
  @Test(
    "words of the author's, never the name of a file",
    arguments: [
      ("a/bridge.jpg", "The bridge", "", "The bridge"), ("bridge.jpg", "", "At dawn", "At dawn"),
      ("bridge.jpg", "bridge", "", "bridge"), ("x.png", "Fig. 3", "", "Fig. 3"),
      ("x.png", "v2.0", "", "v2.0"), ("x.png", "桥.jpg", "", nil), ("x.png", "", "", nil),
      ("img/IMG_2041.JPG?w=3", "IMG_2041", "", nil), ("IMG_2041.JPG", "IMG_2041.JPG", "", nil),
      ("x.png", "photo-of-day.webp", "The day", "The day"), ("x.png", "other.PNG", "x.gif", nil),
      ("x.png", "The file is x.png", "", "The file is x.png"),
    ] as [(String, String, String, String?)])
  func words(source: String, alternative: String, title: String, expected: String?) {
    let image = Image(
      source, alternative: alternative, title: title.isEmpty ? nil : title)
    #expect(image.words == expected)
  }
}
