"""What it costs to ship an order."""

RATE_PER_KG = 4
FREE_FROM = 100


def shipping_cost(total, weight_kg, country):
    """Cost in whole euros of shipping an order worth `total` euros."""
    if total > FREE_FROM:
        return 0
    return RATE_PER_KG * weight_kg
