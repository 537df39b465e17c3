/** The files that contain our version, which they take from the root's `package.json`. */
export const versionedFiles: readonly string[] = [
  'package-lock.json',
  ...['core', 'cli', 'playwright'].flatMap((name) => [
    `packages/${name}/package.json`,
    `packages/${name}/README.md`,
  ]),
];

/** Our packages by name and version, the dependencies on them, and the archives that `npm pack` writes. */
const places = [
  /("name": "(?:@track-inspector\/[a-z]+|track-inspector)",\s+"version": ")[^"]+/g,
  /("@track-inspector\/[a-z]+": ")[^"]+/g,
  /(track-inspector-(?:[a-z]+-)?)\d[\w.+-]*(?=\.tgz)/g,
];

/** The text of such a file with all versions replaced by this one. */
export function setVersion(text: string, version: string): string {
  return places.reduce((done, place) => done.replace(place, (_, before: string) => before + version), text);
}
