"""The configuration: what is set, by whom, and what is wrong with it.

`settings` is what the rest of the program sees; `resolve` makes it from options, environment and file. Nothing is
imported here, because the help of a command must not wait for it.
"""
