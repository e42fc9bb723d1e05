import Liquid

print(Template("{{ 7.6 | floor }} {{ name | upcase }}").render(["name": "alone"]).text)
