import {decodeText} from './decode-text';

/** The text of a file that a user chose: UTF-8, or UTF-16 as editors and programs of Windows write it. */
export async function readTextFile(file: {arrayBuffer(): Promise<ArrayBuffer>}): Promise<string> {
  return decodeText(new Uint8Array(await file.arrayBuffer())).text;
}
