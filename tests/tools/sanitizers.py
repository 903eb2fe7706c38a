# SPDX-License-Identifier: Apache-2.0
"""Under AddressSanitizer a program reserves terabytes of addresses and keeps what was freed: nothing can be said of its memory then."""
import pathlib


def keeps_memory(program) -> bool:
    return b"__asan_init" in pathlib.Path(program).read_bytes()
