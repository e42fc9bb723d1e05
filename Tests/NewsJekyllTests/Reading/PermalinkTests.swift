import NewsModel
import Testing
@testable import NewsJekyll

/// Addresses and slugs, asked of Jekyll 4.3.1.
@Suite struct PermalinkTests {
  private func page(_ slug: String = "My Slug!", _ categories: [String] = ["Foo", "b c"])
    -> Permalink.Page
  {
    Permalink.Page(
      date: Timestamp(
        year: 2020, month: 12, day: 31, time: .init(hour: 8, minute: 5, second: 9, offset: 0)),
      slug: slug, baseName: "2020-12-31-my-slug", categories: categories,
      outputExtension: ".html", collection: "posts", path: { "/2020-12-31-my-slug" })
  }

  @Test(arguments: [
    ("date", "/foo/b%20c/2020/12/31/My-Slug!.html"),
    ("pretty", "/foo/b%20c/2020/12/31/My-Slug!/"),
    ("ordinal", "/foo/b%20c/2020/366/My-Slug!.html"),
    ("weekdate", "/foo/b%20c/2020/W53/Thu/My-Slug!.html"),
    ("none", "/foo/b%20c/My-Slug!.html"),
    ("/:slugified_categories/:slug/", "/foo/b-c/my-slug/"),
    (":short_year-:i_month-:i_day/:name", "/20-12-31/2020-12-31-my-slug"),
    ("/:long_month/:short_month/:long_day/:w_day/:w_year", "/December/Dec/Thursday/4/2020"),
    ("/:hour_:minute_:second/:collection:path", "/08_05_09/posts/2020-12-31-my-slug"),
    ("x//y/../:title.html", "/x/y/My-Slug!.html"),
  ])
  func templates(_ style: String, _ expected: String) {
    let (url, unknown) = Permalink.url(template: Permalink.template(for: style), page: page())
    #expect(url == expected)
    #expect(unknown == nil)
  }

  @Test func unknownPlaceholdersAreNamed() {
    #expect(Permalink.url(template: "/:nope/:title", page: page()).unknown == "nope")
  }

  @Test(arguments: [
    ("a b", "a%20b"), ("x/[y]", "x/%5By%5D"), ("a?b#c", "a?b%23c"), ("50%", "50%25"),
    ("日", "%E6%97%A5"), ("a:b", "a:b"), ("it's", "it's"),
  ])
  func escaping(_ text: String, _ expected: String) {
    #expect(Permalink.escaped(text) == expected)
  }

  @Test(arguments: [
    ("a/../b", "/a/b"), ("//x//y", "/x/y"), ("./a/./b", "/a/b"), ("a..b", "/a/b"),
  ])
  func sanitizing(_ text: String, _ expected: String) {
    #expect(Permalink.sanitized(text) == expected)
  }

  @Test(
    arguments: [
      ("The _config.yml file", .raw, "the-_config.yml-file"),
      ("The _config.yml file", .default, "the-config-yml-file"),
      ("The _config.yml file", .pretty, "the-_config.yml-file"),
      ("Ünïcödé & Co.", .default, "ünïcödé-co"), ("Ünïcödé & Co.", .ascii, "n-c-d-co"),
      ("Ünïcödé & Co.", .latin, "unicode-co"), ("日本語 の タイトル", .default, "日本語-の-タイトル"),
      ("日本語", .ascii, ""), ("日本語", .latin, ""), ("-lead-", .default, "lead"),
      ("50% (a+b)", .pretty, "50-(a+b)"), ("100% — done!", .pretty, "100-done!"),
      ("naïve café", .ascii, "na-ve-caf"), ("naïve café", .latin, "naive-cafe"),
      ("Straße", .latin, "strasse"), ("", .default, ""),
    ] as [(String, Slug.Mode, String)])
  func slugs(_ text: String, _ mode: Slug.Mode, _ expected: String) {
    #expect(Slug.make(text, mode: mode) == expected)
  }

  @Test(arguments: [
    (2021, 1, 1, 2020, 53, 5, 1), (2020, 12, 31, 2020, 53, 4, 366), (2024, 12, 30, 2025, 1, 1, 365),
    (2023, 1, 1, 2022, 52, 7, 1), (2016, 2, 29, 2016, 9, 1, 60), (1969, 7, 20, 1969, 29, 7, 201),
  ])
  func calendar(
    _ year: Int, _ month: Int, _ day: Int, _ weekYear: Int, _ week: Int, _ weekday: Int,
    _ dayOfYear: Int
  ) throws {
    let date = try #require(Timestamp(year: year, month: month, day: day))
    #expect(date.isoWeek == (weekYear, week))
    #expect(date.weekday == weekday)
    #expect(date.dayOfYear == dayOfYear)
  }
}
