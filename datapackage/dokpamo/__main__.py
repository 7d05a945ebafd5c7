"""`python -m dokpamo` is the command `dokpamo`."""

from dokpamo.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
