/** What the code of a package may import, besides its own files. */
export const packageRules: Readonly<Record<string, readonly RegExp[]>> = {
  // Neither a browser nor Node: all imports from the domain go through two files.
  core: [/^(?:\.\.\/)+src\/domain\/.+/],
  // Not a package: the next two bundle it.
  node: [/^@track-inspector\/core$/, /^node:/],
  cli: [
    /^@track-inspector\/core$/,
    /^(?:\.\.\/)+node\/src\/.+/,
    /^node:/,
    /^cac$/,
    /^tinyglobby$/,
    /^zod\/mini$/,
  ],
  // The package that makes certificates is bundled.
  playwright: [
    /^@track-inspector\/core$/,
    /^(?:\.\.\/)+node\/src\/.+/,
    /^@playwright\/test$/,
    /^selfsigned$/,
    /^node:/,
  ],
};

/** The files of core that import from the domain. */
const doors = ['core/src/domain.ts', 'core/src/zod.ts'];

/** Sentences about imports of a package's file that are not allowed. `path` is below `packages`. */
export function findPackageViolations({path, text}: {path: string; text: string}): string[] {
  const [name = ''] = path.split('/');
  const rules = packageRules[name];
  if (rules === undefined) return [`packages/${path} is in a package that has no rule.`];
  const imports = [...text.matchAll(/(?:from|import\()\s*'([^']+)'/g)].map(([, from = '']) => from);
  return imports.flatMap((from) => {
    if (from === '../package.json') return [];
    if (/^\.\.?\//.test(from) && !from.includes('/src/')) return [];
    if (!rules.some((rule) => rule.test(from))) return [`packages/${path} may not import ${from}.`];
    const isDomain = from.includes('/src/domain/');
    return isDomain && !doors.includes(path)
      ? [`packages/${path} imports the domain: only ${doors.join(' and ')} may.`]
      : [];
  });
}
