#!/usr/bin/python3
"""A log that we write, read by others' eyes.

Debian's LevelDB (python3-plyvel) must read back exactly the records that were written, under the
keys that Mesos uses and no others; and every block of every table must be uncompressed, because
stock Mesos is built without snappy. The last check must fail on tables that are compressed.
"""

import base64
import json
import pathlib
import re
import shutil
import struct
import subprocess
import sys
import tempfile

import plyvel

ROOT = pathlib.Path(__file__).resolve().parents[2]
FOOTER_LENGTH = 48
TABLE_MAGIC = 0xDB4775248B80FB57
BLOCK_TRAILER_LENGTH = 5  # type of compression, checksum
UNCOMPRESSED = 0
SHORT_KEY_MAX = 9_999_999_999

ACTION_TYPES = {1: "nop", 2: "append", 3: "truncate"}
STATUSES = {1: "voting", 2: "recovering", 3: "starting", 4: "empty"}


class Mismatch(Exception):
    """What was found is not what must be there."""


def main():
    scratch = pathlib.Path(tempfile.mkdtemp(prefix="quorate-plyvel-"))
    try:
        ours, compressed = scratch / "ours", scratch / "compressed"
        lines = write_log(ours).splitlines()
        blocks = count_blocks(ours)
        print(f"{blocks} table blocks, all uncompressed")

        write_log(compressed, "--compressed")
        try:
            count_blocks(compressed)
        except Mismatch as error:
            print(f"compressed tables are noticed: {error}")
        else:
            raise Mismatch("tables written with compression passed for uncompressed ones")

        records = read_back(ours, scratch / "copy")
        compare(records, [json.loads(line) for line in lines])
        print(f"{len(records)} records read back identically, under Mesos' keys")
    finally:
        shutil.rmtree(scratch)


def write_log(directory, *options):
    command = ["node", "-r", "./scripts/dev-register.cjs", "scripts/ci/write-log.mjs"]
    run = subprocess.run(
        [*command, str(directory), *options], cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True
    )
    return run.stdout


# ---------------------------------------------------------------------------- tables


def count_blocks(directory):
    """Counts the blocks of all tables. Raises Mismatch for one that is compressed."""
    tables = sorted([*directory.glob("*.ldb"), *directory.glob("*.sst")])
    if not tables:
        raise Mismatch(f"{directory} has no tables: was it compacted?")
    return sum(check_table(table) for table in tables)


def check_table(path):
    table = path.read_bytes()
    footer = table[-FOOTER_LENGTH:]
    (magic,) = struct.unpack("<Q", footer[-8:])
    if magic != TABLE_MAGIC:
        raise Mismatch(f"{path.name} is not a table")
    meta_index, offset = read_handle(footer, 0)
    index, _ = read_handle(footer, offset)
    # The index first: compressed, it could not be read.
    for handle in (index, meta_index):
        check_block(path, table, handle)
    handles = [entry for block in (index, meta_index) for entry in block_values(table, block)]
    for value in handles:
        check_block(path, table, read_handle(value, 0)[0])
    return len(handles) + 2


def check_block(path, table, handle):
    offset, size = handle
    if offset + size + BLOCK_TRAILER_LENGTH > len(table):
        raise Mismatch(f"{path.name}: a block at {offset} reaches behind the end")
    compression = table[offset + size]
    if compression != UNCOMPRESSED:
        raise Mismatch(f"{path.name}: the block at {offset} has compression type {compression}")


def block_values(table, handle):
    """The values of an uncompressed block, in order."""
    offset, size = handle
    block = table[offset : offset + size]
    (restarts,) = struct.unpack("<I", block[-4:])
    end = len(block) - 4 * (restarts + 1)
    at = 0
    while at < end:
        _shared, at = read_varint(block, at)
        key_length, at = read_varint(block, at)
        value_length, at = read_varint(block, at)
        at += key_length
        yield block[at : at + value_length]
        at += value_length


def read_handle(data, at):
    offset, at = read_varint(data, at)
    size, at = read_varint(data, at)
    return (offset, size), at


def read_varint(data, at):
    value = shift = 0
    while True:
        byte = data[at]
        at += 1
        value |= (byte & 0x7F) << shift
        if byte < 0x80:
            return value, at
        shift += 7


# --------------------------------------------------------------------------- records


def read_back(directory, copy):
    """Opening rewrites a directory, so a copy is opened."""
    shutil.copytree(directory, copy)
    database = plyvel.DB(str(copy), create_if_missing=False)
    try:
        return [(key.decode("latin1"), value) for key, value in database]
    finally:
        database.close()


def compare(records, expected):
    if len(records) != len(expected):
        raise Mismatch(f"{len(records)} records, expected {len(expected)}")
    for (key, value), wanted in zip(records, expected):
        found_key, found = key, decode_record(value)
        if found != wanted:
            raise Mismatch(f"key {key} holds {found}, expected {wanted}")
        if found_key != key_of(wanted):
            raise Mismatch(f"key {key}, expected {key_of(wanted)}")
        if not re.fullmatch(r"\d{10}|A\d{20}", key):
            raise Mismatch(f"key {key} is none of Mesos'")


def key_of(record):
    if "position" not in record:
        return "0" * 10
    number = record["position"] + 1
    return f"{number:010d}" if number <= SHORT_KEY_MAX else f"A{number:020d}"


def decode_record(value):
    """A record of mesos.internal.log, decoded by hand: no code of ours takes part."""
    fields = decode_fields(value)
    kind = fields.pop(1)
    if kind == 3:
        metadata = decode_fields(fields.pop(4))
        record = {"status": STATUSES[metadata.pop(1)], "promised": metadata.pop(2)}
        rest = metadata
    elif kind == 2:
        action = decode_fields(fields.pop(3))
        record, rest = decode_action(action), action
    else:
        raise Mismatch(f"a record of type {kind}")
    if fields or rest:
        raise Mismatch(f"unexpected fields {sorted([*fields, *rest])} in {value.hex()}")
    return record


def decode_action(fields):
    action = {"position": fields.pop(1), "promised": fields.pop(2)}
    if 3 in fields:
        action["performed"] = fields.pop(3)
    if 4 in fields:
        action["learned"] = fields.pop(4) == 1
    if 5 in fields:
        action["type"] = ACTION_TYPES[fields.pop(5)]
    if 6 in fields:
        action["nop"] = decode_fields(fields.pop(6))
    if 7 in fields:
        append = decode_fields(fields.pop(7))
        action["append"] = {"bytes": base64.b64encode(append.pop(1)).decode()}
    if 8 in fields:
        action["truncate"] = {"to": decode_fields(fields.pop(8)).pop(1)}
    return action


def decode_fields(data):
    fields, at = {}, 0
    while at < len(data):
        tag, at = read_varint(data, at)
        if tag & 7 == 0:
            fields[tag >> 3], at = read_varint(data, at)
        elif tag & 7 == 2:
            length, at = read_varint(data, at)
            fields[tag >> 3] = data[at : at + length]
            at += length
        else:
            raise Mismatch(f"wire type {tag & 7}")
    return fields


if __name__ == "__main__":
    try:
        main()
    except Mismatch as mismatch:
        sys.exit(f"check-plyvel: {mismatch}")
