"""What lies in which store."""


def add_stock(records, key, value=None):
    """Adds an entry of stock by its key; what lies in which store."""
    if key in records:
        raise KeyError(f"{key} is there already")
    return {**records, key: value}


def find_stock(records, key, value=None):
    """Finds an entry of stock by its key; what lies in which store."""
    return records.get(key, value)


def remove_stock(records, key, value=None):
    """Removes an entry of stock by its key; what lies in which store."""
    return {k: v for k, v in records.items() if k != key}


def rename_stock(records, key, value=None):
    """Renames an entry of stock by its key; what lies in which store."""
    if value in records:
        raise KeyError(f"{value} is there already")
    return {(value if k == key else k): v for k, v in records.items()}


def count_stock(records, key, value=None):
    """Counts an entry of stock by its key; what lies in which store."""
    return sum(1 for k in records if k.startswith(key))


def export_stock(records, key, value=None):
    """Exports an entry of stock by its key; what lies in which store."""
    return "\n".join(f"{k};{records[k]}" for k in sorted(records))
