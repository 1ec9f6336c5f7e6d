"""Sending what waits in the outbox, each edit once: decided by pure functions, found out by reading.

deciding     what to do next with an entry, given what happened
sending      an intent as a call of the API
finding_out  whether a call whose answer was lost took effect
commits      many changes of entries in one commit
pace         how long to wait
resting      what waits, and what is remembered of it
pusher       the entries of an account, lane by lane
"""
