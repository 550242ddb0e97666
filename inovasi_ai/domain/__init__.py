"""The data that crosses files and the wire, and nothing else."""
