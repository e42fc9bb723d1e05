import Testing

@testable import NewsFetch

@Suite struct PrivateHostTests {
  @Test(arguments: [
    ("http://127.0.0.1/", true), ("http://127.1.2.3:8080/a", true), ("http://10.0.0.1/", true),
    ("http://172.16.0.1/", true), ("http://172.32.0.1/", false), ("http://192.168.1.1/", true),
    ("http://169.254.169.254/latest/meta-data", true), ("http://100.64.0.1/", true),
    ("http://0.0.0.0/", true), ("http://224.0.0.1/", true), ("http://255.255.255.255/", true),
    ("http://localhost/", true), ("http://a.localhost/", true), ("http://LOCALHOST./", true),
    ("http://[::1]/", true), ("http://[::]/", true), ("http://[fe80::1]/", true),
    ("http://[fd00::1]/", true), ("http://[::ffff:127.0.0.1]/", true),
    ("http://[64:ff9b::7f00:1]/", true), ("http://[2002:7f00:1::]/", true),
    ("http://[2606:4700::1]/", false), ("http://93.184.216.34/", false),
    ("http://example.org/", false),
  ])
  func tells(_ address: String, _ isPrivate: Bool) throws {
    #expect(try #require(WebOrigin(address)).isPrivate == isPrivate)
  }

  @Test(arguments: [
    "http://", "http:///a", "http://[::1", "http://a:0/", "http://a:99999/", "http://a:b/",
    "ftp://a/", "file:///etc/passwd", "http://a\0b/", "http://a b/",
  ])
  func refuses(_ address: String) {
    #expect(WebOrigin(address) == nil)
  }

  @Test(arguments: [
    ("http://a/", "http://a/b", true), ("http://a/", "https://a/", true),
    ("https://a/", "http://a/", false), ("http://a/", "http://b/", false),
    ("http://a/", "http://a:81/", false), ("http://a:81/", "https://a/", false),
    ("http://a/", "http://a.b/", false), ("http://A/", "http://a/", true),
  ])
  func handsOn(_ from: String, _ to: String, _ may: Bool) throws {
    let (from, to) = (try #require(WebOrigin(from)), try #require(WebOrigin(to)))
    #expect(from.mayHandOn(to: to) == may)
  }
}
