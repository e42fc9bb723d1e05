import NewsMarkup
import NewsModel
import Testing

@Suite struct SpeakerLineTests {
  private func marked(_ lines: [String]) -> [String] {
    SpeakerLine.marked(lines.map { .paragraph(Paragraph([.text($0)])) }, "s").map { block in
      guard case .paragraph(let paragraph) = block, case .span(let span)? = paragraph.content.first
      else { return "" }
      return span.content.plainText
    }
  }

  @Test(arguments: [
    (["Q: Why?", "A: So.", "Q: And then?", "A: Nothing."], ["Q:", "A:", "Q:", "A:"]),
    (
      ["记者：为什么？", "赵文明：因为。", "又一段。", "记者：然后呢？", "赵文明：没有。"],
      ["记者：", "赵文明：", "", "记者：", "赵文明："]
    ),
    // One speaker is none, nor are lines that only look like it.
    (["Note: one.", "Note: two.", "Note: three.", "Note: four."], ["", "", "", ""]),
    (
      ["At 10:30 it rained.", "See https://a.example.", "Wait: no.", "So: yes."], ["", "", "", ""]
    ),
  ])
  func speakers(lines: [String], expected: [String]) {
    #expect(marked(lines) == expected)
  }
}
