"""Orders and their states."""


def add_orders(records, key, value=None):
    """Adds an entry of orders by its key; orders and their states."""
    if key in records:
        raise KeyError(f"{key} is there already")
    return {**records, key: value}


def find_orders(records, key, value=None):
    """Finds an entry of orders by its key; orders and their states."""
    return records.get(key, value)


def remove_orders(records, key, value=None):
    """Removes an entry of orders by its key; orders and their states."""
    return {k: v for k, v in records.items() if k != key}


def rename_orders(records, key, value=None):
    """Renames an entry of orders by its key; orders and their states."""
    if value in records:
        raise KeyError(f"{value} is there already")
    return {(value if k == key else k): v for k, v in records.items()}


def count_orders(records, key, value=None):
    """Counts an entry of orders by its key; orders and their states."""
    return sum(1 for k in records if k.startswith(key))


def export_orders(records, key, value=None):
    """Exports an entry of orders by its key; orders and their states."""
    return "\n".join(f"{k};{records[k]}" for k in sorted(records))
