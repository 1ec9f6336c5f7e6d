"""Tables that people keep in spreadsheets, as customers: what columns mean, what rows would change. Pure."""
