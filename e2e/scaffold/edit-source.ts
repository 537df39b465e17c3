import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';

/** New texts of sources below `root`; they are not written until `save`. */
export function openSources(root: string) {
  const texts = new Map<string, string>();
  const read = (path: string) => texts.get(path) ?? readFileSync(join(root, path), 'utf8');
  return {
    create(path: string, text: string): void {
      texts.set(path, text);
    },
    /** Inserts text before the first `anchor` after `start`. */
    insert(path: string, {start, anchor, text}: Insertion): void {
      const whole = read(path);
      const from = whole.indexOf(start);
      const at = from < 0 ? -1 : whole.indexOf(anchor, from + start.length);
      if (at < 0) throw new Error(`${path} does not contain ${start} … ${anchor.trim()}.`);
      texts.set(path, `${whole.slice(0, at)}${text}${whole.slice(at)}`);
    },
    has: (path: string, text: string) => read(path).includes(text),
    /** Returns the paths of written files. */
    save(): string[] {
      for (const [path, text] of texts) {
        mkdirSync(dirname(join(root, path)), {recursive: true});
        writeFileSync(join(root, path), text);
      }
      return [...texts.keys()];
    },
  };
}

export type Sources = ReturnType<typeof openSources>;

interface Insertion {
  start: string;
  anchor: string;
  text: string;
}

/** `near-miss` becomes `nearMiss`, or `NearMiss` with `upper`. */
export function toCamelCase(name: string, upper = false): string {
  const camel = name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  return upper ? camel.charAt(0).toUpperCase() + camel.slice(1) : camel;
}
