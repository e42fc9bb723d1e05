"""Articles of web pages as rows: newsconv over lines of JSON, for Spark and for plain Python."""

from newsrows.columns import COLUMNS, arrow_schema, row_of_line
from newsrows.process import Newsconv, convert_lines

__all__ = ["COLUMNS", "Newsconv", "arrow_schema", "convert_lines", "row_of_line"]
__version__ = "0.1.0"
