"""Small statistics for measurement series."""


def mean(values):
    """Arithmetic mean of a non-empty series."""
    return sum(values) / len(values)


def median(values):
    """Middle value of a non-empty series."""
    ordered = sorted(values)
    return ordered[len(ordered) // 2]
