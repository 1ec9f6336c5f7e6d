"""The Sobot CRM API of document 003, typed: the only package that imports httpx (and only in `sender`).

client      `SobotClient`: a method for each call, in sections (`client.customers.list(...)`)
minting     `mint`: a new token for an appid and its key
token       `Token`, `TokenSource`: what a client asks for tokens
page        `Page`
pages       the ways over all pages of a list, as async iterators
request     `Request` and `Call`: what to send and how to read the answer, without a loop
caller      token, language, repetition of a call
sender      bytes over httpx: deadline, size, concurrency, shielding
wire        the names of the document and nothing else; pure functions, importable without httpx
"""
