"""The encrypted SQLite files of a profile: the only importer of apsw.

Files       cachefile (its rarer parts: parts), outboxfile, profilefiles (where they lie); lane (the thread of one)
Opening     sealed, seals (ciphers), schema, salvage (a damaged outbox); faults, transactions
Rows        columns, shaping, sharing, tagwords, records, rows, meta
Writing     writing, due, bases and pending and edits (edits on their way), grace, stages, dictionarystore
Searching   compiling, statements, searching, grams, indexing, folding, pinyin
Listing     finding, walking (along an index), kept and standings and counting (numbers)
Stores      timelinestore, figurestore, blackstore in the cache; intentstore, jobstore in the outbox
"""
