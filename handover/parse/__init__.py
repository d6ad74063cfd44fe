"""From bytes to meaning: one mail in, one `Message` or `Skipped` out, in bounded time, without ever raising."""

from handover.parse.message import parse

__all__ = ["parse"]
