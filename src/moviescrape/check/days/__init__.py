"""What the hand-ins of each day are marked by."""
