/** What the code of a package may import besides its own files. */
export const packageRules: Readonly<Record<string, readonly RegExp[]>> = {
  // Neither a browser nor Node: what it uses of the domain goes through two files.
  core: [/^(?:\.\.\/)+src\/domain\/.+/],
  cli: [/^@track-inspector\/core$/, /^node:/, /^cac$/, /^tinyglobby$/, /^zod\/mini$/],
  // What makes a certificate is bundled.
  playwright: [/^@track-inspector\/core$/, /^@playwright\/test$/, /^selfsigned$/, /^node:/],
};

/** The files of core that bring in the domain. */
const doors = ['core/src/domain.ts', 'core/src/zod.ts'];

/** Sentences on imports of a package's file that its rule forbids. `path` below `packages`. */
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
