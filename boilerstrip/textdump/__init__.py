"""Text that somebody extracted -> block table: lines, signs and blank lines are all there is."""
