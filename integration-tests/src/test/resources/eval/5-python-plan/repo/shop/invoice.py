"""Invoices: lines, discounts and what is due."""

from shop.money import percent

VAT = 19


def net(lines):
    """The sum of quantity times price over `lines`."""
    return sum(quantity * price for quantity, price in lines)


def discounted(amount, rate):
    """`amount` after a discount of `rate` percent."""
    return amount - amount * rate // 100


def gross(lines, rate=0):
    """What is due for `lines` after a discount of `rate` percent, value added tax included."""
    after = discounted(net(lines), rate)
    return after + percent(after, VAT)
