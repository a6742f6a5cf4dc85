"""What the reading child does: any uploaded file becomes a plain spool of rows.

The server process imports nothing from here but `refusals`: the others load pyexcel and its readers, which hostile files
can bring down.
"""
