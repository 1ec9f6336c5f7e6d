"""What is asked for when somebody looks: people, places, companies, duplicates."""
