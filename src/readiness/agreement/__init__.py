"""How far several people agree: alpha, spread, groups, and who has not answered."""
