"""Delivering: a mail put together, sent by SMTP, or laid among the drafts. What is in it, `documents` decides.

Nothing here writes to the journal; the use case enters the intent before and the result after.
"""
