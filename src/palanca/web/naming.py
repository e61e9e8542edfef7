"""How a case is named to a page, which knows no folders of this machine."""

from pathlib import Path


def without_folder(message: str, case: Path) -> str:
    """A message with the path of a case on this machine cut to the name of its file."""
    return message.replace(str(case), case.name)
