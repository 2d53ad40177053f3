"""How ready is an agency for digital transformation, and what should it do about it?"""
