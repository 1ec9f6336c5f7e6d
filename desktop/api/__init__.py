"""The Sobot HTTP API: pure request building and decoding, one sender. The only importer of httpx."""
