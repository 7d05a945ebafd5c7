"""The what-ifs of the index as a command line gives them."""

import argparse
import csv
from pathlib import Path

from dokpamo.errors import BadInput


def weights(arguments: argparse.Namespace) -> dict[str, float] | None:
    """Return the weights given one by one or in a file, or None for those of the scheme."""
    if arguments.scheme_file and arguments.weight:
        raise BadInput(
            "give --weight or --scheme-file, not both", "--weight와 --scheme-file은 함께 쓸 수 없습니다. 하나만 쓰세요"
        )
    if arguments.scheme_file:
        return _from_file(Path(arguments.scheme_file))
    given = dict(_pair(text) for text in arguments.weight)
    return given or None


def dropped(arguments: argparse.Namespace) -> list[str]:
    """Return what is left out, in the words of `dokpamo.independence(drop=…)`."""
    kinds = ("speaker", "dimension", "indicator")
    return [*arguments.drop, *(f"{kind}:{name}" for kind in kinds for name in getattr(arguments, f"drop_{kind}"))]


def _pair(text: str) -> tuple[str, float]:
    name, _, ratio = text.partition("=")
    return name, _number(ratio, text)


def _number(ratio: str, where: str) -> float:
    try:
        return float(ratio)
    except ValueError:
        raise BadInput(
            f"{where!r}: write a weight as ID=NUMBER, as provenance=0.5",
            f"{where!r}: provenance=0.5처럼 ID=숫자로 쓰세요",
        ) from None


def _from_file(path: Path) -> dict[str, float]:
    """Return the weights of a file in the shape of scheme_weights."""
    try:
        with path.open(encoding="utf-8", newline="") as lines:
            rows = list(csv.DictReader(lines))
    except FileNotFoundError:
        raise BadInput(f"{path}: there is no such file", f"{path}: 파일이 없습니다") from None
    if not rows or "weight" not in rows[0]:
        wanted = "dimension_id,indicator_id,weight"
        raise BadInput(f"{path}: the header must be {wanted}", f"{path}: 머리글은 {wanted}이어야 합니다")
    found = {}
    for number, row in enumerate(rows, 2):
        name = row.get("dimension_id") or row.get("indicator_id")
        if not name:
            raise BadInput(
                f"{path}:{number}: name a dimension_id or an indicator_id",
                f"{path}:{number}: dimension_id나 indicator_id를 적으세요",
            )
        found[name] = _number(row["weight"] or "", f"{path}:{number}")
    return found
