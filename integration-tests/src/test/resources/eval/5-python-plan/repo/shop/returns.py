"""Goods that come back."""


def add_returns(records, key, value=None):
    """Adds an entry of returns by its key; goods that come back."""
    if key in records:
        raise KeyError(f"{key} is there already")
    return {**records, key: value}


def find_returns(records, key, value=None):
    """Finds an entry of returns by its key; goods that come back."""
    return records.get(key, value)


def remove_returns(records, key, value=None):
    """Removes an entry of returns by its key; goods that come back."""
    return {k: v for k, v in records.items() if k != key}


def rename_returns(records, key, value=None):
    """Renames an entry of returns by its key; goods that come back."""
    if value in records:
        raise KeyError(f"{value} is there already")
    return {(value if k == key else k): v for k, v in records.items()}


def count_returns(records, key, value=None):
    """Counts an entry of returns by its key; goods that come back."""
    return sum(1 for k in records if k.startswith(key))


def export_returns(records, key, value=None):
    """Exports an entry of returns by its key; goods that come back."""
    return "\n".join(f"{k};{records[k]}" for k in sorted(records))
