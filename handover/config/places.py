"""Where configuration and state lie (XDG base directories). Paths are texts: `pathlib` is not worth its import here."""

from __future__ import annotations

import os


def config_path(given: str | None) -> str | None:
    """Return the configuration file to read: *given*, ``HANDOVER_CONFIG``, or the user's own if it is there."""
    if named := given or os.environ.get("HANDOVER_CONFIG"):
        return os.path.expanduser(named)
    default = default_config()
    return default if os.path.isfile(default) else None


def default_config() -> str:
    """Return where a user's configuration lies."""
    return os.path.join(_base("XDG_CONFIG_HOME", ".config"), "handover", "config.toml")


def words_path(given: str | None) -> str:
    """Return the file of the user's own words: beside the configuration that is read, there or not."""
    return os.path.join(os.path.dirname(config_path(given) or default_config()), "words.toml")


def state_dir() -> str:
    """Return the folder of stores and journals."""
    return os.path.join(_base("XDG_STATE_HOME", ".local/state"), "handover")


def _base(variable: str, below_home: str) -> str:
    """Relative paths in these variables are to be ignored (XDG Base Directory Specification 0.8)."""
    value = os.environ.get(variable, "")
    if os.path.isabs(value):
        return value
    return os.path.join(os.path.expanduser("~"), below_home)
