import NewsModel
import Testing

@testable import NewsWordPress
