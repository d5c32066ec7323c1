"""Figures for the month."""


def add_reports(records, key, value=None):
    """Adds an entry of reports by its key; figures for the month."""
    if key in records:
        raise KeyError(f"{key} is there already")
    return {**records, key: value}


def find_reports(records, key, value=None):
    """Finds an entry of reports by its key; figures for the month."""
    return records.get(key, value)


def remove_reports(records, key, value=None):
    """Removes an entry of reports by its key; figures for the month."""
    return {k: v for k, v in records.items() if k != key}


def rename_reports(records, key, value=None):
    """Renames an entry of reports by its key; figures for the month."""
    if value in records:
        raise KeyError(f"{value} is there already")
    return {(value if k == key else k): v for k, v in records.items()}


def count_reports(records, key, value=None):
    """Counts an entry of reports by its key; figures for the month."""
    return sum(1 for k in records if k.startswith(key))


def export_reports(records, key, value=None):
    """Exports an entry of reports by its key; figures for the month."""
    return "\n".join(f"{k};{records[k]}" for k in sorted(records))
