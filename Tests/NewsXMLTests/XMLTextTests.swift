import NewsModel
import Testing

@testable import NewsXML

/// Documents as they are found, made ready for the parser.
@Suite struct XMLTextTests {
  private func cleaned(_ text: String) -> String {
    String(
      decoding: XMLText(Array(text.utf8)) { reference in
        reference == Array("&nbsp;".utf8) ? Array("\u{A0}".utf8) : reference
      }.utf8, as: UTF8.self)
  }

  @Test(arguments: [
    ("<?xml version='1.0' encoding='x'?><a>b</a>", "<a>b</a>"),
    ("  \n<!-- c --><?p i?><!DOCTYPE a SYSTEM 'x.dtd'><a/>", "<a/>"),
    ("<!DOCTYPE a [<!ENTITY w \"<b>wide</b>\">]><a>&w;</a>", "<a>&lt;b>wide&lt;/b></a>"),
    ("<!DOCTYPE a [<!ENTITY x '&y;'><!ENTITY y '&x;'>]><a>&x;</a>", "<a>&amp;y;</a>"),
    ("<!DOCTYPE a [<!ENTITY % p SYSTEM 'file:///etc/passwd'>%p;]><a>&p;</a>", "<a>&amp;p;</a>"),
    ("<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><a>&e;</a>", "<a>&amp;e;</a>"),
    (
      "<a>R&D &nbsp; &amp; &unknown; &#38; &#x26; &#X41;</a>",
      "<a>R&amp;D \u{A0} &amp; &amp;unknown; &#38; &#38; &#65;</a>"
    ),
    (
      "<a>&#0;&#11;&#xFFFF;&#x110000;&#99999999999999999999;</a>",
      "<a>&amp;#99999999999999999999;</a>"
    ),
    ("<a>x\u{1}y\u{B}z\u{FFFF}</a>", "<a>xyz</a>"),
    ("<a><![CDATA[R&D \u{2} <b>]]>&nbsp;</a>", "<a><![CDATA[R&D  <b>]]>\u{A0}</a>"),
    ("<a><!-- R&D --></a>", "<a><!-- R&D --></a>"),
    ("<a>&", "<a>&amp;"), ("<a>&#", "<a>&amp;#"), ("<a>&#x", "<a>&amp;#x"), ("", ""),
    ("<!DOCTYPE", ""), ("<!DOCTYPE a [<!ENTITY", ""), ("<![CDATA[", ""),
  ])
  func text(_ input: String, _ expected: String) {
    #expect(cleaned(input) == expected)
  }

  @Test func encodingByDeclaration() {
    let bytes =
      Array("<?xml version=\"1.0\" encoding=\"windows-1252\"?><a>caf".utf8) + [0xE9]
      + Array("</a>".utf8)
    #expect(String(decoding: XMLText(bytes) { $0 }.utf8, as: UTF8.self) == "<a>café</a>")
  }
}

/// Records of documents, sound and broken.
@Suite struct XMLRecordsTests {
  private func records(_ text: String) -> [String] {
    var records = XMLRecords(
      XMLText(Array(text.utf8)) { $0 }, records: ["item"],
      vocabulary: ["http://purl.org/dc/elements/1.1/": "dc"])
    var result: [String] = []
    while let tree = records.next() {
      result.append(
        tree.children(of: XMLTree.root).map { "\(tree.name(of: $0))=\(tree.trimmedText(of: $0))" }
          .joined(separator: ","))
    }
    return result
  }

  @Test(arguments: [
    ("<r><item><t>1</t></item><item><t>2</t></item></r>", ["t=1", "t=2"]),
    ("<r xmlns:x='http://purl.org/dc/elements/1.1/'><item><x:t>1</x:t></item></r>", ["dc:t=1"]),
    // An undeclared prefix is kept.
    ("<r><item><x:t>1</x:t></item></r>", ["x:t=1"]),
    // One that is not closed ends where the next begins, or with the document.
    ("<r><item><t>1</t><item><t>2</t></item></r>", ["t=1", "t=2"]),
    ("<r><item><t>1</t></item><item><t>2</t>", ["t=1", "t=2"]),
    ("<r><item><t>1</t", ["t=1"]),
    ("<r></r>", []), ("", []), ("no xml", []),
  ])
  func found(_ input: String, _ expected: [String]) {
    #expect(records(input) == expected)
  }

  @Test func contextOfARecord() {
    var records = XMLRecords(
      XMLText(Array("<r xml:base='http://a.example/' xml:lang='de'><item xml:base='b/'/></r>".utf8))
      {
        $0
      }, records: ["item"], vocabulary: [:])
    let tree = records.next()
    #expect(tree?.bases(at: XMLTree.root) == ["http://a.example/", "b/"])
    #expect(tree?.language(at: XMLTree.root) == "de")
  }

  @Test func depthIsBounded() {
    let deep =
      "<r><item>" + String(repeating: "<a>", count: 100_000) + "x"
      + String(repeating: "</a>", count: 100_000) + "</item><item><t>2</t></item></r>"
    #expect(records(deep).count == 2)
  }

  /// What is left out is never left out silently.
  @Test(arguments: [
    (
      "<r>\n<i>1</i>\n<i" + (0..<3000).map { " a\($0)=''" }.joined() + ">2</i><i>3</i></r>",
      9999, 1, "a tag has more than 2000 attributes", 3
    ),
    (
      "<r><i>1</i>\n"
        + (0..<3000).map { "<b xmlns:n\($0)='u'>" }.joined() + "<i>2</i>",
      9999, 1, "more than 1000 namespaces are declared in one another", 2
    ),
    (
      "<r><i>1</i><i>\n" + String(repeating: "<b/>", count: 200) + "</i><i>3</i></r>",
      100, 3,
      "it has more than 100 elements and texts in one record, and the rest of them is left out",
      2
    ),
    ("<r>" + String(repeating: "<i>x</i>", count: 200) + "</r>", 100, 200, nil, 0),
    ("<r><i>1</i>\n<i>2", 100, 2, "it ends before its elements do", 2),
  ])
  func cutDocuments(
    _ document: String, _ limit: Int, _ count: Int, _ message: String?, _ line: Int
  ) {
    var limits = Limits()
    limits.nodes = limit
    var records = XMLRecords(
      XMLText(Array(document.utf8)) { $0 }, records: ["i"], vocabulary: [:], limits: limits)
    var found = 0
    while records.next() != nil { found += 1 }
    #expect(found == count)
    #expect(records.fault?.message == message)
    #expect((records.fault?.line ?? 0) == line)
  }

  @Test func markup() {
    var fault: (message: String, line: Int)?
    let tree = XMLTree(
      parsing: XMLText(
        Array(
          "<d xmlns:h='http://www.w3.org/1999/xhtml'><h:p class='a&quot;b'>x &lt; y<h:br/>z</h:p></d>"
            .utf8)
      ) { $0 }, vocabulary: ["http://www.w3.org/1999/xhtml": "xhtml"], fault: &fault)
    #expect(fault == nil)
    #expect(
      String(decoding: tree.markup(within: XMLTree.root), as: UTF8.self)
        == "<p class=\"a&quot;b\">x &lt; y<br>z</p>")
  }
}
