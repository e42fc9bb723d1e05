import Liquid
import Synchronization
import Testing

/// Tags, filters and objects of one's own.
@Suite struct ExtensionTests {
  /// An object that counts what it is asked for.
  final class Counted: LiquidObject {
    let asked = Mutex<[String]>([])

    subscript(key: String) -> LiquidValue? {
      asked.withLock { $0.append(key) }
      return key == "posts" ? ["a", "b"] : key == "title" ? "T" : nil
    }
    let keys = ["title", "posts"]
  }

  @Test func objectsAreAskedForWhatIsUsed() {
    let site = Counted()
    let template = Template("{{ site.title }}{% if false %}{{ site.posts }}{% endif %}")
    #expect(template.render(["site": .lazy(site)]).text == "T")
    #expect(site.asked.withLock { $0 } == ["title"])
  }

  @Test func objectsAreLoopedOverAndPrinted() {
    let template = Template(
      "{% for p in site %}{{ p[0] }}={{ p[1] | join: '+' }};{% endfor %}{{ site }}")
    #expect(
      template.render(["site": .lazy(Counted())]).text
        == #"title=T;posts=a+b;{"title"=>"T", "posts"=>["a", "b"]}"#)
  }

  @Test func filtersAndTags() {
    var environment = Environment.standard
    environment.filters["shout"] = Filter(0...1) { input, arguments, _ in
      .string(input.text.uppercased() + (arguments.count > 0 ? arguments[0].text : "!"))
    }
    environment.filters["named"] = Filter { input, arguments, _ in arguments["as"] }
    environment.tags["greet"] = .simple { tag, context in
      context.write(context.evaluate(Expression(parsing: tag.text)))
    }
    environment.tags["box"] = .block { tag, content, context in
      context.output += Array("[\(tag.text): ".utf8) + content + Array("]".utf8)
    }
    let source = "{% box a b %}{{ 'x' | shout }}{{ x | shout: '?' }}{% endbox %}{% greet who %}"
    #expect(
      Template(source, environment: environment).render(["x": "y", "who": "me"]).text
        == "[a b: X!Y?]me")
    #expect(Template("{{ 1 | named: as: 'n' }}", environment: environment).render().text == "n")
  }

  @Test func mapsKeepTheirOrder() {
    var map = LiquidMap((0..<20).map { ("k\($0)", .int($0)) })
    map["k3"] = nil
    map["k5"] = "five"
    map["new"] = true
    #expect(map.keys == (0..<20).filter { $0 != 3 }.map { "k\($0)" } + ["new"])
    #expect(map["k5"]?.text == "five")
    #expect(map["k3"] == nil)
    #expect(map["k19"]?.text == "19")
  }
}
