# cython: language_level=3
"""`collector.leave_out`, compiled."""


def leave_out(*containers):
    """Take containers out of what the collector looks through.

    Args:
        containers: Lists, dicts and tuples.

    Raises:
        TypeError: One is something else.
    """
    for container in containers:
        if not isinstance(container, (list, dict, tuple)):
            raise TypeError("only lists, dicts and tuples are left out")
        leave_out_one(container)
