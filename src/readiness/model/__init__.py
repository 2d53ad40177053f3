"""What the words of the language mean. The models are the schema of the documents."""
