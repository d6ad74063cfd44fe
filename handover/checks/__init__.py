"""The checks: one file each, found by being here. See `base` for what a check is."""
