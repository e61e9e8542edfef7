"""The command that serves the interface."""

import sys
from pathlib import Path
from typing import Annotated

import typer

PORT = 8321
"""The port, unless another is asked for."""


def serve(
    cases: Annotated[
        list[Path] | None, typer.Argument(help="Cases, or folders of cases; by default this folder.")
    ] = None,
    host: Annotated[
        str, typer.Option(help="The address to listen on; any but this machine's own asks for a token.")
    ] = ("127.0.0.1"),
    port: Annotated[int, typer.Option(min=0, max=65_535, help="The port; 0 takes a free one.")] = PORT,
) -> None:
    """Show cases in the browser: pages to look at, search, review and add documents to. Ctrl C stops it."""
    from palanca.web.serving import serve as serve_cases

    def tell(line: str) -> None:
        sys.stderr.write(f"{line}\n")

    serve_cases(cases or [Path()], tell, host=host, port=port)
