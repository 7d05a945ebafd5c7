"""A Markdown table, for a note or a pull request."""

from dokpamo.rendering import Result, plain


def render(result: Result, width: int = 0) -> bytes:
    """Return a GitHub-flavoured Markdown table with all columns."""
    lines = [result.columns, ["---"] * len(result.columns)]
    lines += [[plain(value) for value in row] for row in result.rows]
    return "".join("| " + " | ".join(map(_escaped, line)) + " |\n" for line in lines).encode()


def _escaped(cell: str) -> str:
    return cell.replace("\\", "\\\\").replace("|", "\\|").replace("\n", " ")
