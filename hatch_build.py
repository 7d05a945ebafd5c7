"""Build hook: the names of tables and views as `Literal` types, for editors and type checkers."""

import json
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

HEADER = """\"\"\"Names of tables and views, derived from datapackage.json when the package is built.\"\"\"

from typing import Literal

"""


class CustomBuildHook(BuildHookInterface):
    """Derives `dokpamo/_names.py`; it is never committed."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Write the module beside the code and carry it in the wheel."""
        root = Path(self.root)
        spec = json.loads((root / "datapackage.json").read_text(encoding="utf-8"))
        lines = [
            f"{alias} = Literal[{', '.join(json.dumps(part['name']) for part in spec[key])}]"
            for alias, key in (("TableName", "resources"), ("ViewName", "views"))
        ]
        path = root / "datapackage" / "dokpamo" / "_names.py"
        path.write_text(HEADER + "\n".join([*lines, "Name = TableName | ViewName"]) + "\n", encoding="utf-8")
        build_data["artifacts"].append("datapackage/dokpamo/_names.py")
