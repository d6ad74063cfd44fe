"""From codes and facts to what people and programs read: terminal tables, sentences, JSON.

Everything that is shown goes through here and is inert: nothing a mail holds moves a cursor or starts a formula.
"""
