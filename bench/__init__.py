"""The benchmarks behind `make bench`: ratios to a floor measured in the same run, since absolute figures say more of the machine than of us."""
