"""A Sobot-compatible server on loopback, written from the API document and apart from the client.

`python -m desktop.demo --customers 20000` prints one JSON line `{"url", "appid", "app_key"}` and serves until
SIGTERM (with `--with-parent` also until its standard input closes). Everything follows from the seed.

Every call is checked against `tables`, the document's own parameter tables; what differs is kept in the record of
broken calls. Every write that took effect is kept in the ledger. Tests steer the server over `/_demo/...`:

| endpoint | what it does |
|---|---|
| GET broken, DELETE broken, POST broken/exempt | the record of broken calls; forget it; expect some |
| GET ledger | the writes that took effect |
| GET requests | what was asked, in order, and the most requests that were in flight at once |
| POST misbehave, DELETE misbehave | add a fault (see `faults.Fault`); drop all |
| POST churn | change and add customers at each list request (see `churn.Churn`) |
| GET customers/ids, GET customers/{id} | the truth to compare with |
| POST customers/{id}, DELETE customers/{id}, POST customers | a colleague's change; removal; additions |
| GET clock, POST clock | read the server's clock; set it some seconds off |
| DELETE tokens | forget every token |
| POST reset | start anew with the given options (see `options.Options`) |

Where the document is silent the server decides: an unknown customer is refused with 500001, a parameter that
breaks the tables with 500002, a change the customer's status forbids with 500003.
"""
