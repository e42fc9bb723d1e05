"""A frame of pages to Parquet by mapInArrow:  python frame.py pages.ndjson articles.parquet"""

import sys

from pyspark.sql import SparkSession

from newsrows import spark as news

source, target = sys.argv[1:]
spark = SparkSession.builder.appName("newsrows-frame").getOrCreate()
pages = spark.read.parquet(source) if source.endswith(".parquet") else spark.read.json(source)
news.convert(pages).write.mode("overwrite").parquet(target)
