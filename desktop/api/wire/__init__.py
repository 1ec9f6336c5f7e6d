"""The names and shapes of the API document: requests from domain values, domain values from replies.

Pure functions: no loop, no clock, no httpx. Nothing outside this package knows a name of the wire.
"""
