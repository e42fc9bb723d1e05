import HTML5
import Testing

/// The standard's corners that invite quadratic work: twice the input may make at most about twice the
/// nodes and steps.
@Suite struct HostileInputTests {
  static let size = 4_000

  static let pages: [(name: String, html: String)] = [
    ("open divisions", repeated("<div>")),
    ("open spans and other ends", repeated("<span>") + repeated("</b></i></x>")),
    ("paragraph ends under an object", "<p><object>" + repeated("<i>") + repeated("</p>")),
    ("formatting in paragraphs", formats(600) + repeated("<p>x")),
    ("misnested formatting", repeated("<b><i><p></b></i>")),
    ("links in divisions", repeated("<a href=x><div>")),
    ("links closed over a deep tree", "<a>" + repeated("<div>") + repeated("</a>")),
    ("many nobr", repeated("<nobr><div>")),
    ("tables in tables", repeated("<table><tr><td>")),
    ("texts leaving a table", "<table>" + repeated("x<tr a='&amp;'></tr>")),
    ("elements leaving a table", "<table>" + repeated("<b>x<tr>")),
    ("items below divisions", "<ul>" + repeated("<div>") + repeated("<li></li>")),
    ("attributes", "<p " + (0..<size).map { "a\($0)=1 " }.joined() + ">"),
    ("one attribute again and again", "<p " + repeated("a=1 ") + ">"),
    ("bodies with attributes", (0..<size).map { "<body a\($0)>" }.joined()),
    ("unclosed comments", repeated("<!-- <!--")),
    ("unclosed scripts", "<script>" + repeated("<!--<script>")),
    ("unclosed titles", repeated("<title>")),
    ("frame sets", repeated("<frameset>")),
    ("templates", repeated("<template>") + repeated("</template>")),
    ("templates with rows", repeated("<template><tr>")),
    ("selects", repeated("<select><option>")),
    ("selected contents", repeated("<select><selectedcontent><option>x")),
    ("references", repeated("&ampx&notin&nosuch")),
    ("vectors", repeated("<svg><g>")),
    ("HTML in vectors", repeated("<svg><desc><div>")),
    ("formulas", repeated("<math><mi>")),
    ("names", (0..<size).map { "<x\($0)>" }.joined()),
    ("long names", (0..<2000).map { "<aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\($0)>" }.joined()),
    ("NULs", repeated("\0a")),
    ("signs", repeated("<")),
    ("ends", repeated("</")),
    ("headings", repeated("<h1><h2>") + repeated("</h3>")),
    ("forms", repeated("<form><div></form>")),
    ("ruby", repeated("<ruby><rb><rt>")),
    ("buttons", repeated("<button><p>")),
  ]

  private static func repeated(_ text: String) -> String { String(repeating: text, count: size) }

  private static func formats(_ count: Int) -> String {
    (0..<count).map { "<font size=\($0)>" }.joined()
  }

  @Test(arguments: pages.map(\.name))
  func endsWithAWellFormedTree(_ name: String) throws {
    let html = try #require(Self.pages.first { $0.name == name }).html
    let bytes = Array(html.utf8)
    for document in [HTMLDocument(parsing: bytes), HTMLDocument(parsingFragment: bytes)] {
      let nodes = document.nodes
      #expect(nodes.count < bytes.count * 4 + 20_000)
      var open: [Int] = []
      for (index, node) in nodes.enumerated() {
        while let last = open.last, Int(nodes[last].end) <= index { open.removeLast() }
        guard Int(node.parent) == open.last ?? -1, Int(node.depth) == open.count,
          Int(node.end) > index,
          Int(node.end) <= (open.last.map { Int(nodes[$0].end) } ?? nodes.count),
          node.depth <= 512
        else {
          Issue.record("node \(index) of \(name) does not stand where it says")
          return
        }
        open.append(index)
      }
    }
  }

  @Test func whatLimitsTakeIsReported() {
    let deep = HTMLDocument(parsing: Array(String(repeating: "<div>", count: 600).utf8))
    #expect(deep.loss.isFlattened)
    let flat = HTMLDocument(parsing: Array(String(repeating: "<div>", count: 500).utf8))
    #expect(flat.loss == HTMLDocument.Loss())
    let many = "<p " + (0..<2001).map { "a\($0) " }.joined() + ">"
    #expect(HTMLDocument(parsing: Array(many.utf8)).loss.hasDroppedAttributes)
    var options = HTMLDocument.Options()
    options.nodeLimit = 100
    let long = HTMLDocument(
      parsing: Array(String(repeating: "<p>a", count: 100).utf8), options: options)
    #expect(long.loss.hasDroppedNodes)
  }

  /// Positions, lines and what becomes of bytes that are no text.
  @Test func placesInTheInput() throws {
    let document = HTMLDocument(parsing: Array("<p>a\r\n<b>b</b>\rc<i>".utf8) + [0xFF])
    let lines = document.lines()
    let names = document.nodes.map { document.string(of: $0.name) }
    #expect(lines[try #require(names.firstIndex(of: "b"))] == 2)
    #expect(lines[try #require(names.firstIndex(of: "i"))] == 3)
    #expect(document.line(of: try #require(names.firstIndex(of: "i"))) == 3)
    #expect(document.string(of: 0) == "a\nb\nc\u{FFFD}")
  }
}
