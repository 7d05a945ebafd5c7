"""Writing text and JSON so that they are the same bytes everywhere."""

import json
from pathlib import Path
from typing import Any


def write_text(file: Path, text: str) -> Path:
    """Write UTF-8 with LF and return the file."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8", newline="\n")
    return file


def write_json(file: Path, content: Any) -> Path:
    """Write readable JSON, in the order of its keys, and return the file."""
    return write_text(file, json.dumps(content, ensure_ascii=False, indent=2) + "\n")


def yaml_text(content: Any) -> str:
    """Return readable YAML, in the order of its keys."""
    import yaml

    return yaml.safe_dump(content, sort_keys=False, allow_unicode=True, width=120)
