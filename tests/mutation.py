"""Owns how tests spoil good input: bytes flipped, cut, doubled, moved, swapped for what has broken parsers before."""

from hypothesis import strategies

Step = tuple[str, float, float, int]

# What has broken parsers before: extremes of numbers and dates, signs that end a value, other alphabets, control signs.
HOSTILE = (
    b"",
    b"\x00",
    b"<",
    b"&",
    b"]]>",
    b"<!--",
    b"<![CDATA[",
    b"&#0;",
    b"&#xD800;",
    b"&a;",
    b'"',
    b"'",
    b"\xff\xfe",
    b"\xc3",
    b"\xed\xa0\x80",
    b"\xe2\x80\xae",
    b"-1",
    b"0",
    b"99999999999999999999",
    b"1e400",
    b"NaN",
    b"0000-00-00",
    b"9999-12-31T23:59:59+14:00",
    b"2026-02-30",
    b"true\xc2\xa0",
    b"A" * 5000,
    b"<a>" * 300,
    b"\n" * 200,
    b"=",
    b"[[",
    b"{}",
    b"../../",
)
_KINDS = ("flip", "cut", "double", "move", "insert", "replace")


def steps() -> strategies.SearchStrategy[list[Step]]:
    """One to six ways to spoil something, by share of its length, so that they fit any input."""
    share = strategies.floats(0, 1, exclude_max=True)
    return strategies.lists(
        strategies.tuples(strategies.sampled_from(_KINDS), share, share, strategies.integers(0, 255)),
        min_size=1,
        max_size=6,
    )


def spoiled(good: bytes, changes: list[Step]) -> bytes:
    """The input with the changes made one after the other."""
    data = bytearray(good)
    for kind, at, length, byte in changes:
        start = int(at * len(data))
        end = min(len(data), start + 1 + int(length * length * length * 200))
        match kind:
            case "flip" if data:
                data[start] ^= byte or 1
            case "cut":
                del data[start:end]
            case "double":
                data[end:end] = data[start:end]
            case "move":
                part = data[start:end]
                del data[start:end]
                target = byte * len(data) // 256
                data[target:target] = part
            case "insert":
                data[start:start] = HOSTILE[byte % len(HOSTILE)]
            case "replace":
                data[start:end] = HOSTILE[byte % len(HOSTILE)]
    return bytes(data)
