"""Articles and their prices."""


def add_catalogue(records, key, value=None):
    """Adds an entry of catalogue by its key; articles and their prices."""
    if key in records:
        raise KeyError(f"{key} is there already")
    return {**records, key: value}


def find_catalogue(records, key, value=None):
    """Finds an entry of catalogue by its key; articles and their prices."""
    return records.get(key, value)


def remove_catalogue(records, key, value=None):
    """Removes an entry of catalogue by its key; articles and their prices."""
    return {k: v for k, v in records.items() if k != key}


def rename_catalogue(records, key, value=None):
    """Renames an entry of catalogue by its key; articles and their prices."""
    if value in records:
        raise KeyError(f"{value} is there already")
    return {(value if k == key else k): v for k, v in records.items()}


def count_catalogue(records, key, value=None):
    """Counts an entry of catalogue by its key; articles and their prices."""
    return sum(1 for k in records if k.startswith(key))


def export_catalogue(records, key, value=None):
    """Exports an entry of catalogue by its key; articles and their prices."""
    return "\n".join(f"{k};{records[k]}" for k in sorted(records))
