import {readdir, readFile} from 'node:fs/promises';
import {join, relative} from 'node:path';

/** Databases split data into pages and blocks, so a text may be stored in two parts: finding a piece of it is enough. */
const PIECE = 12;

type Encoding = 'UTF-8' | 'UTF-16' | 'Base64';

/**
 * The files of a folder that contain a text, or a piece of it, as "file: encoding". Compressed files are found too if
 * the text is random: LZ compressors (Snappy, LZ4) do not change text without repetitions.
 */
export async function findInFolder(folder: string, text: string): Promise<string[]> {
  const entries = await readdir(folder, {recursive: true, withFileTypes: true});
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const needles = toNeedles(text);
  const found: string[] = [];
  for (const file of files) {
    const content = await readFile(file);
    for (const [encoding, pieces] of needles) {
      if (pieces.some((piece) => content.includes(piece)))
        found.push(`${relative(folder, file)}: ${encoding}`);
    }
  }
  return found;
}

function toNeedles(text: string): [Encoding, Buffer[]][] {
  const inUtf16 = toPieces(text).map((piece) => Buffer.from(piece, 'utf16le'));
  return [
    ['UTF-8', toPieces(text).map((piece) => Buffer.from(piece))],
    ['UTF-16', inUtf16],
    ['Base64', toBase64(text).flatMap((encoded) => toPieces(encoded).map((piece) => Buffer.from(piece)))],
  ];
}

/** Preceding data shifts the text by up to two bytes; the ends depend on the neighbouring bytes. */
function toBase64(text: string): string[] {
  return [0, 1, 2].map((shift) =>
    Buffer.from(' '.repeat(shift) + text)
      .toString('base64')
      .slice(4, -4),
  );
}

function toPieces(text: string): string[] {
  const count = Math.floor(text.length / PIECE);
  return Array.from({length: count}, (_, index) => text.slice(index * PIECE, (index + 1) * PIECE));
}
