"""Gzip (RFC 1952) for a page that is a text in its first part, and in its second has been compressed before."""

import struct
import zlib

_LEVEL = 6
_HEADER = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff"
"""Deflated, without a name, a time or a system: the same content is the same bytes everywhere."""


def gzipped(text: bytes, packed: bytes) -> bytes:
    """Compress a text and what follows it: numbers that are compressed, and then spelled with 64 of 256 characters.

    In these nothing is there twice, and only the spelling can be undone. Looking for repetitions there too takes three
    times as long.
    """
    repeating = zlib.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    spelled = zlib.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS, zlib.DEF_MEM_LEVEL, zlib.Z_HUFFMAN_ONLY)
    deflated = (
        repeating.compress(text) + repeating.flush(zlib.Z_SYNC_FLUSH) + spelled.compress(packed) + spelled.flush()
    )
    check, length = zlib.crc32(packed, zlib.crc32(text)), (len(text) + len(packed)) % 2**32
    return _HEADER + deflated + struct.pack("<II", check, length)
