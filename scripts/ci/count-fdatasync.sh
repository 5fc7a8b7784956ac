#!/usr/bin/env bash
# Kill -9 leaves the page cache alive, so no test that kills processes can show that what was
# acknowledged is on the disk. strace can: the replica must sync its write-ahead log exactly once
# for each durable batch, and no acceptance may leave before the sync that covers it. Then the syncs
# are made to fail: not one more acceptance may follow.

set -euo pipefail
cd "$(dirname "$0")/../.."

readonly count=50
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

fail() {
  echo "count-fdatasync: $1" >&2
  exit 1
}

# append DIRECTORY STRACE_OPTION...: runs the program under strace; one thread for I/O, because
# strace counts the calls of each thread by itself.
append() {
  local directory=$1
  shift
  UV_THREADPOOL_SIZE=1 strace -f -y -qq -o "$scratch/trace" "$@" \
    node -r ./scripts/dev-register.cjs scripts/ci/append-batches.mjs "$directory" "$count" \
    >"$scratch/output"
}

# Counts syncs of the write-ahead log and checks each acceptance against them. While writes come
# one after the other, the N-th acceptance needs N syncs; the two changes of status come before.
readonly order='
  /(fdatasync|fsync)\([0-9]+<[^>]*\.log>/ && !/unfinished/ { if ($0 ~ /= 0$/) syncs++ }
  /(fdatasync|fsync) resumed/ { if ($0 ~ /= 0$/ && pending[$1]) { syncs++ } pending[$1] = 0 }
  /(fdatasync|fsync)\([0-9]+<[^>]*\.log>.*unfinished/ { pending[$1] = 1 }
  match($0, /"accepted [0-9]+/) {
    number = substr($0, RSTART + 10, RLENGTH - 10) + 0
    needed = (number <= count ? number : count + 1) + 2
    if (syncs < needed) { print "accepted " number " after " syncs + 0 " syncs, needs " needed; exit bad = 1 }
  }
  END { if (!bad) print "syncs " syncs + 0; exit bad }
'

append "$scratch/sound" -e trace=fdatasync,fsync,write
result=$(awk -v count="$count" "$order" "$scratch/trace") || fail "an acceptance left early: $result"
syncs=${result##*syncs }
batches=$(sed -n 's/^batches //p' "$scratch/output")
accepted=$(grep -c '^accepted ' "$scratch/output" || true)
[[ $accepted == $((2 * count)) ]] || fail "$accepted of $((2 * count)) writes were accepted"
[[ $syncs == "$batches" ]] || fail "$syncs syncs of the write-ahead log for $batches durable batches"
((batches < 2 * count)) || fail "$batches batches for $((2 * count)) writes: none was shared"
echo "$batches durable batches for $accepted writes, $syncs syncs of the write-ahead log"

# From the 30th on, every sync of the thread fails, as those of a dying disk do.
append "$scratch/dying" -e trace=fdatasync,fsync,write -e inject=fdatasync,fsync:error=EIO:when=30+
result=$(awk -v count="$count" "$order" "$scratch/trace") || fail "an acceptance without a sync: $result"
grep -qx 'failed STORAGE_FAILED' "$scratch/output" || fail "a failed sync went unnoticed"
accepted=$(grep -c '^accepted ' "$scratch/output" || true)
((accepted > 0 && accepted < count)) || fail "$accepted acceptances on a dying disk"
echo "a failed sync ends the replica: STORAGE_FAILED after $accepted acceptances, none of them in vain"
