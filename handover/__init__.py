"""Keeps customers from being forgotten and managers from being surprised.

Modules know only what stands above them in this list: errors, model, worktime, language, config, people,
credentials, sources, parse, store, journal, threads, ledger, risk, checks, documents, render, deliver,
intake, app, cli.
"""

__version__ = "0.1.0"
