"""Archives that are the same, byte for byte, whenever they are written."""

from zipfile import ZIP_DEFLATED, ZipInfo

_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest moment that a ZIP file can tell
_READABLE = 0o100644 << 16


def entry(name: str) -> ZipInfo:
    """An entry of an archive without the time of writing."""
    made = ZipInfo(name, date_time=_EPOCH)
    made.compress_type = ZIP_DEFLATED
    made.external_attr = _READABLE
    made.create_system = 3  # as on Unix, wherever it is written
    return made
