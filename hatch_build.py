"""Builds the interface into the wheel and the sdist: none is made without it."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class InterfaceHook(BuildHookInterface):  # type: ignore[type-arg]  # hatchling does not say of what
    """Brings `src/palanca/web/built` up to date before it is packed."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build, unless it is a checkout that is installed to be worked on: `palanca serve` builds there."""
        del build_data
        if version == "editable":
            return
        sys.path.insert(0, str(Path(self.root) / "src"))
        from palanca.web.assets import ready_assets

        ready_assets(self.app.display_info)
