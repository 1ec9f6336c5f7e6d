"""Sending what waits in the outbox, each edit once: decided by pure functions, found out by reading.

deciding     what to do next with an entry, given what happened
steps        the words for what is done next and for what a reading found
kinds        what is different with each kind of edit: the call, the reading, refusals
calling      one call about an entry, and the step after it
commits      many changes of entries in one commit
journal      how far entries are, on the disk, and what the server has, in the cache
pace         how long to wait
resting      what waits, and what is remembered of it
pusher       the entries of an account, lane by lane
"""
