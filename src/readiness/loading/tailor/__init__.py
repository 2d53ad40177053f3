"""Tailoring: a framework made of another one by dropping, changing and adding, on plain values with their places."""
