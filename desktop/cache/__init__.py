"""The encrypted SQLite files of a profile: the only importer of apsw."""
