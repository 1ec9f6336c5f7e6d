"""What each kind of edit means: its form in JSON, its checks, what it finds, shows, needs and how it is undone.

rules            what every kind of edit has to say
table            which rules belong to which intent
reading          values of JSON as fields of intents
customer_tags, tag_tables, ...    the kinds
"""
