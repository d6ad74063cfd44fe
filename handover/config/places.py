"""Where configuration and state lie (XDG base directories)."""

from __future__ import annotations

import os
from pathlib import Path


def config_path(given: str | Path | None) -> Path | None:
    """Return the configuration file to read: *given*, ``HANDOVER_CONFIG``, or the user's own if it is there."""
    if named := given or os.environ.get("HANDOVER_CONFIG"):
        return Path(named).expanduser()
    default = default_config()
    return default if default.is_file() else None


def default_config() -> Path:
    """Return where a user's configuration lies."""
    return _base("XDG_CONFIG_HOME", ".config") / "handover" / "config.toml"


def state_dir() -> Path:
    """Return the folder of stores and journals."""
    return _base("XDG_STATE_HOME", ".local/state") / "handover"


def _base(variable: str, below_home: str) -> Path:
    """Relative paths in these variables are to be ignored (XDG Base Directory Specification 0.8)."""
    value = os.environ.get(variable, "")
    if value and os.path.isabs(value):
        return Path(value)
    return Path.home() / below_home
