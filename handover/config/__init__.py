"""The configuration: what is set, by whom, and what is wrong with it.

`settings` is what the rest of the program sees; `resolve` makes it from options, environment and file.
"""

from handover.config.settings import Account, AnswerHours, Deputy, Progress, Settings

__all__ = ["Account", "AnswerHours", "Deputy", "Progress", "Settings"]
