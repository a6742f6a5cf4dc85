"""Who is told what by letter."""
