"""Fixtures for all tests: real servers on this machine (`tests.servers.fixtures`)."""

pytest_plugins = ["tests.servers.fixtures"]
