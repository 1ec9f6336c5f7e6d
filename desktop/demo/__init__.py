"""A Sobot-compatible server on loopback, written from the API document and apart from the client."""
