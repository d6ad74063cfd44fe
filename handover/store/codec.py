"""How facts are written that callers keep in the store (`judgement.save_facts`, *others*)."""

from handover.codec import dumps, loads

__all__ = ["dumps", "loads"]
