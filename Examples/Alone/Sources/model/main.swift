import NewsModel

print(Article(metadata: Metadata(title: "Alone"), body: ["It \(.emphasis(["links"]))."]).body)
