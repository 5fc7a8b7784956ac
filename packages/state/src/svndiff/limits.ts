/** The magic and the version: no compression, no checksums. */
export const SVNDIFF_HEADER: Uint8Array = Uint8Array.of(0x53, 0x56, 0x4e, 0);

/**
 * The most bytes a window may make, look at in the source, or bring along: Subversion's readers,
 * of which Mesos' is one, refuse larger ones.
 */
export const WINDOW_SIZE_BYTES_MAX = 102_400;

/** The most bytes the instructions of one window may take: what those readers accept. */
export const INSTRUCTIONS_SIZE_BYTES_MAX = 21 * WINDOW_SIZE_BYTES_MAX;

/** What an instruction does: the two highest bits of its first byte. */
export const COPY_SOURCE = 0;
export const COPY_TARGET = 1;
export const COPY_NEW = 2;

/** A length below this is in the first byte of an instruction. */
export const SHORT_LENGTH_MAX = 0x3f;
