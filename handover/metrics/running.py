"""How long things take while some still run: product-limit estimates (Kaplan and Meier, JASA 53, 1958), by group."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd

from handover.metrics.weeks import Spread

SHARES = (0.5, 0.9)
_SLACK = 1e-9


def spreads(waits: pd.DataFrame, by: str, what: str) -> dict[tuple[int, int], Spread]:
    """Return median and 90th percentile of the hours in column *what*, by group of column *by* and by week.

    Column *what*\\ ``_over`` tells which have ended. A group without anything is missing.
    """
    keys = [by, "week"]
    ordered = waits[[*keys, what, what + "_over"]].sort_values([*keys, what])
    groups = ordered.groupby(keys)
    ordered["left"] = groups.cumcount(ascending=False) + 1
    moments = ordered.groupby([*keys, what]).agg(running=("left", "max"), ended=(what + "_over", "sum"))
    ended = moments[moments["ended"] > 0]
    remaining = (1 - ended["ended"] / ended["running"]).groupby(level=keys).cumprod()
    reached = [_reached(remaining, keys, what, share) for share in SHARES]
    sizes = groups.size()
    columns = [found.reindex(sizes.index).to_numpy().tolist() for found in reached]
    return {
        key: Spread(_hours(median), _hours(p90), of)
        for key, of, median, p90 in zip(sizes.index.to_list(), sizes.to_list(), *columns, strict=True)
    }


def _reached(remaining: pd.Series[float], keys: list[str], what: str, share: float) -> pd.Series[float]:
    """Return after how many hours *share* of each group is over; groups that never come so far are missing."""
    enough = remaining[remaining <= 1 - share + _SLACK].index.to_frame(index=False)
    return enough.drop_duplicates(keys).set_index(keys)[what].astype(np.float64)


def _hours(value: float) -> float | None:
    return None if math.isnan(value) else round(value, 1)
