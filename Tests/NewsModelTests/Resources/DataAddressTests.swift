import Testing

@testable import NewsModel

@Suite struct DataAddressTests {
  @Test(
    arguments: [
      ("data:,a%20b", "a b", "text/plain"), ("DATA:text/plain;base64,YWJj", "abc", "text/plain"),
      ("data:;base64,YW Jj\n", "abc", "text/plain"),
      ("data:image/SVG+xml;charset=utf-8,%3Csvg/%3e", "<svg/>", "image/svg+xml"),
      ("data:image/png;base64,!!", nil, nil), ("data:nothing", nil, nil), ("date:,x", nil, nil),
      ("data:,100%", "100%", "text/plain"),
    ] as [(String, String?, String?)])
  func isTakenApart(_ address: String, _ text: String?, _ type: String?) {
    let resource = DataAddress(address)?.resource
    #expect(resource.map { String(decoding: $0.bytes, as: UTF8.self) } == text)
    #expect(resource?.mediaType == type)
  }

  @Test func bytesThatAreNoTextStay() {
    #expect(DataAddress("data:image/png,%89%50%FF")?.resource.bytes == [0x89, 0x50, 0xFF])
  }
}
