"""The encrypted SQLite files of a profile. The only importer of apsw."""
