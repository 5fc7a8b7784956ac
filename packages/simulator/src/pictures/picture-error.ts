/** The stable codes of what cannot be drawn. */
export type PictureErrorCode = 'PICTURE_FORMAT_UNKNOWN' | 'PICTURE_MESSAGE_UNKNOWN';

/** A recording that cannot be drawn; the message names what is wrong with it. */
export class PictureError extends Error {
  override readonly name = 'PictureError';
  readonly code: PictureErrorCode;

  constructor(code: PictureErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
