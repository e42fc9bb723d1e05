"""Lines of JSON through RDD.pipe:  python pipe.py pages.ndjson articles"""

import sys

from pyspark.sql import SparkSession

from newsrows import spark as news

source, target = sys.argv[1:]
spark = SparkSession.builder.appName("newsrows-pipe").getOrCreate()
news.pipe(spark.sparkContext.textFile(source)).saveAsTextFile(target)
