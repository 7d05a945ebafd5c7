"""The kinds of file that a release holds: their names and media types, told here and nowhere else."""

from dataclasses import dataclass
from pathlib import PurePath


@dataclass(frozen=True)
class Kind:
    """A file format: its ending, media type, code in the EU's file type list (where it has one), and names."""

    suffix: str
    media_type: str
    eu_code: str
    en: str
    ko: str


KINDS = (
    Kind("excel.csv", "text/csv", "CSV", "CSV for Excel", "엑셀용 CSV"),
    Kind("csv", "text/csv", "CSV", "CSV", "CSV"),
    Kind("parquet", "application/vnd.apache.parquet", "PARQUET", "Parquet", "Parquet"),
    Kind("json", "application/json", "JSON", "JSON", "JSON"),
    Kind("jsonl", "application/jsonl", "JSON", "JSON Lines", "JSON Lines"),
    Kind("jsonld", "application/ld+json", "JSON_LD", "JSON-LD", "JSON-LD"),
    Kind("ttl", "text/turtle", "RDF_TURTLE", "Turtle", "Turtle"),
    Kind(
        "xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "XLSX",
        "Excel workbook",
        "엑셀 파일",
    ),
    Kind("sqlite", "application/vnd.sqlite3", "", "SQLite database", "SQLite 데이터베이스"),
    Kind("duckdb", "application/octet-stream", "", "DuckDB database", "DuckDB 데이터베이스"),
    Kind("postgres.sql", "application/sql", "SQL", "PostgreSQL script", "PostgreSQL 스크립트"),
    Kind("zip", "application/zip", "ZIP", "ZIP archive", "압축 파일"),
    Kind("md", "text/markdown", "TXT", "Markdown", "마크다운"),
    Kind("svg", "image/svg+xml", "SVG", "Figure", "그림"),
    Kind("atom", "application/atom+xml", "ATOM", "Atom feed", "Atom 피드"),
    Kind("xml", "application/xml", "XML", "XML", "XML"),
    Kind("cff", "application/yaml", "", "Citation file", "인용 정보"),
    Kind("sha256", "text/plain", "TXT", "Checksum", "체크섬"),
)
OTHER = Kind("", "text/plain", "TXT", "Text", "텍스트")


def kind_of(file: PurePath) -> Kind:
    """Return the kind of a file by the end of its name."""
    return next((kind for kind in KINDS if file.name.endswith(f".{kind.suffix}")), OTHER)
