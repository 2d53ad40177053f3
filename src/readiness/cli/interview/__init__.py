"""The interview on a terminal and on plain lines."""
