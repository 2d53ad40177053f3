"""Changes the text of documents: certain repairs, and one canonical layout. What is not meant to change stays."""
