"""Pages are compressed in two ways, and are one gzip file all the same."""

import gzip
import zlib
from base64 import b64encode

from hypothesis import given
from hypothesis import strategies as st

from server.gzipped import gzipped


@given(st.binary(max_size=3_000), st.binary(max_size=3_000))
def test_it_is_a_gzip_file(text: bytes, packed: bytes) -> None:
    assert gzip.decompress(gzipped(text, packed)) == text + packed
    # What browsers do: in one go, without a second member.
    unpacked = zlib.decompressobj(zlib.MAX_WBITS | 16)
    assert unpacked.decompress(gzipped(text, packed)) == text + packed
    assert unpacked.eof
    assert unpacked.unused_data == b""


def test_it_is_as_short_as_that_of_the_library() -> None:
    text = b"".join(b"<p>Step %d of the path</p>\n" % step for step in range(2_000))
    packed = b64encode(zlib.compress(b"".join(zlib.crc32(b"%d" % n).to_bytes(4, "little") for n in range(20_000))))
    ours, theirs = gzipped(text, packed), gzip.compress(text + packed, 6, mtime=0)
    assert len(ours) < 1.01 * len(theirs)


def test_the_same_page_is_the_same_bytes() -> None:
    assert gzipped(b"text", b"AAAA") == gzipped(b"text", b"AAAA")
