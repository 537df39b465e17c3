import {readFile} from 'node:fs/promises';
import {decodeText} from '@track-inspector/core';

/** The text of a plan, a config or a golden session, also as Windows PowerShell writes it; null if it cannot be read. */
export async function readText(path: string): Promise<string | null> {
  const bytes = await readFile(path).catch(() => null);
  return bytes && decodeText(bytes).text;
}
