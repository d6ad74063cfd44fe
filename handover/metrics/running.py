"""How long things take while some still run: product-limit estimates (Kaplan and Meier, JASA 53, 1958), by group."""

from __future__ import annotations

import numpy as np
import pandas as pd

from handover.metrics.weeks import Spread

SHARES = (0.5, 0.9)
_SLACK = 1e-9


def by_length(waits: pd.DataFrame, what: str) -> pd.DataFrame:
    """Return *waits*, the shortest in column *what* first; of equal ones those that have ended first."""
    return waits.iloc[np.lexsort((~waits[what + "_over"].to_numpy(), waits[what].to_numpy()))]


def spreads(waits: pd.DataFrame, what: str, group: pd.Series[int]) -> dict[int, Spread]:
    """Return median and 90th percentile of the hours in column *what*, by number of *group*.

    *waits* are in the order of `by_length`. Each that ends leaves its share of those still running: of n, n - 1.
    """
    running = waits.groupby(group).cumcount(ascending=False) + 1
    over = waits[what + "_over"].to_numpy()
    ended, groups = waits[over], group[over]
    remaining = (1 - 1 / running[over]).groupby(groups).cumprod()
    medians, p90s = (_reached(ended[what], groups, remaining <= 1 - share + _SLACK) for share in SHARES)
    sizes = np.bincount(group).tolist()
    return {key: Spread(medians.get(key), p90s.get(key), of) for key, of in enumerate(sizes) if of}


def _reached(hours: pd.Series[float], groups: pd.Series[int], enough: pd.Series[bool]) -> dict[int, float]:
    """Return the first of the *hours* of each group at which *enough* are over."""
    first = ~groups[enough].duplicated()
    values = hours[enough][first].to_list()
    return dict(zip(groups[enough][first].to_list(), (round(each, 1) for each in values), strict=True))
