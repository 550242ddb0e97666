"""What `benchmarks/grounding.py` is made of: invented facts, ways of writing them, true and false sentences."""
