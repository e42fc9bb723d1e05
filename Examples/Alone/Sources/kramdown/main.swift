import Kramdown

print(String(decoding: Kramdown.html(of: Array("It *links*.".utf8)).html, as: UTF8.self))
