"""Customers and their addresses."""


def add_customers(records, key, value=None):
    """Adds an entry of customers by its key; customers and their addresses."""
    if key in records:
        raise KeyError(f"{key} is there already")
    return {**records, key: value}


def find_customers(records, key, value=None):
    """Finds an entry of customers by its key; customers and their addresses."""
    return records.get(key, value)


def remove_customers(records, key, value=None):
    """Removes an entry of customers by its key; customers and their addresses."""
    return {k: v for k, v in records.items() if k != key}


def rename_customers(records, key, value=None):
    """Renames an entry of customers by its key; customers and their addresses."""
    if value in records:
        raise KeyError(f"{value} is there already")
    return {(value if k == key else k): v for k, v in records.items()}


def count_customers(records, key, value=None):
    """Counts an entry of customers by its key; customers and their addresses."""
    return sum(1 for k in records if k.startswith(key))


def export_customers(records, key, value=None):
    """Exports an entry of customers by its key; customers and their addresses."""
    return "\n".join(f"{k};{records[k]}" for k in sorted(records))
