import Testing

@testable import NewsArchive

@Suite struct MemberNameTests {
  @Test(arguments: [
    ("b.html", "a/", "a/b.html"), ("../b.html#x", "a/", "b.html"), ("/b.html", "a/", "b.html"),
    ("../../../b", "a/", "b"), ("./b%20c?d", "", "b c"), ("", "a/", "a"),
  ])
  func resolved(_ reference: String, _ folder: String, _ name: String) {
    #expect(MemberName.resolved(reference, from: folder) == name)
  }

  @Test(arguments: [
    ("a/b.html", "a/", "b.html"), ("c.html", "a/b/", "../../c.html"), ("a/c d", "a/b/", "../c%20d"),
  ])
  func reference(_ name: String, _ folder: String, _ reference: String) {
    #expect(MemberName.reference(to: name, from: folder) == reference)
    #expect(MemberName.resolved(reference, from: folder) == name)
  }

  @Test(arguments: [
    ("a.html", true), ("#b", true), ("//host/a", false), ("mailto:a@b", false), ("a/b:c", true),
  ])
  func paths(_ reference: String, _ isPath: Bool) {
    #expect(MemberName.isPath(reference) == isPath)
  }
}
