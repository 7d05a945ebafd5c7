"""A page's data described for search engines: schema.org as JSON-LD, with the files that the site offers."""

from typing import TYPE_CHECKING

from markupsafe import Markup

from dokpamo.contract import Table
from dokpamo.exporters.schema_org import dataset
from dokpamo.portal.words import data

if TYPE_CHECKING:
    from dokpamo.portal.pages import View


def json_ld(view: "View", table: Table | None = None) -> Markup:
    """Return the description of the record, or of one table, to stand in a script element; it can't end that early."""
    site = view.site
    told = dataset(site.publication, table, view.lang)
    offered = site.offered(table) if table else [one for one in site.files.values() if one.table is None]
    addresses = {site.publication.address(one.path): view.file(one.path) for one in offered}
    told["distribution"] = [
        {**one, "contentUrl": one["contentUrl"] if site.publication.base_url else addresses[one["contentUrl"]]}
        for one in told["distribution"]
        if one["contentUrl"] in addresses
    ]
    return data(told)
