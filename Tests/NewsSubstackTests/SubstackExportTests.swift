import NewsModel
import Testing

@testable import NewsSubstack
