"""How to read a table with a program, as it works when it is copied."""

from dokpamo.contract import Table
from dokpamo.exporters.about import data_path
from dokpamo.portal.pages import Site


def tabs(site: Site, table: Table) -> list[tuple[str, str]]:
    """Return the name of each tool and what to type; without the site's address, in the folder of its files."""
    base = site.publication.base_url
    csv, parquet = (f"{base}{data_path(table, suffix)}" for suffix in ("csv", "parquet"))
    return [
        ("pandas", f'import pandas as pd\n\n{table.name} = pd.read_parquet("{parquet}")'),
        ("polars", f'import polars as pl\n\n{table.name} = pl.read_parquet("{parquet}")'),
        ("DuckDB", f"FROM '{parquet}';"),
        ("R", f'library(readr)\n\n{table.name} <- read_csv("{csv}")'),
        ("curl", f"curl -O {csv}" if base else f"curl -O file://$PWD/{csv}"),
    ]
