export { htmlOf, type HtmlOptions } from './html.ts';
export { mermaidOf, type MermaidOptions } from './mermaid.ts';
export { PictureError, type PictureErrorCode } from './picture-error.ts';
export { shivizOf } from './shiviz.ts';
