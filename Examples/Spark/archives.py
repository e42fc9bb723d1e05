"""WARC files to Parquet, a file a task:  python archives.py articles.parquet news-1.warc.gz …"""

import sys

from pyspark.sql import SparkSession

from newsrows import spark as news

target, *paths = sys.argv[1:]
spark = SparkSession.builder.appName("newsrows-archives").getOrCreate()
news.read_archives(spark, paths).write.mode("overwrite").parquet(target)
