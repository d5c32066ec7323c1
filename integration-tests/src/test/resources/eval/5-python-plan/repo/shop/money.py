"""Money in whole cents; every amount in the shop is an int of cents."""


def percent(amount, rate):
    """`rate` percent of `amount`, rounded half up."""
    return (amount * rate + 50) // 100


def share(amount, parts):
    """Splits `amount` into `parts` shares that differ by one cent at most, larger ones first."""
    base, rest = divmod(amount, parts)
    return [base + 1] * rest + [base] * (parts - rest)
