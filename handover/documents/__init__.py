"""What is handed to people as a whole: data only, no markup and no sentences of ours.

Texts of the program are codes with values (`Said`); `render` says them in the reader's language. Words of mails
stand as they were written.
"""
