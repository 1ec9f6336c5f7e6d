"""How each kind of edit travels: what is sent, how its fate is found out, what a refusal means.

kind    what every kind has to say
table   which kind an intent is of
customer_tags, tag_groups, tags, ...    the kinds
"""
