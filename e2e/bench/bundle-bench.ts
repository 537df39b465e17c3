import {fileURLToPath} from 'node:url';
import preact from '@preact/preset-vite';
import {build} from 'vite';

/**
 * One classic script of a bench that runs in a page; its exports are properties of the global `name`. It contains the
 * styles of everything it shows, since the page has only loaded the styles of what it has shown so far.
 */
export async function bundleBench(entry: string, name: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    plugins: [preact()],
    define: {'process.env.NODE_ENV': '"production"'},
    build: {
      write: false,
      target: 'es2023',
      rolldownOptions: {output: {codeSplitting: false}},
      lib: {entry: fileURLToPath(new URL(entry, import.meta.url)), name, formats: ['iife']},
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  if (output === undefined || !('output' in output)) throw new Error('The bench was not bundled.');
  const styles = output.output.map((part) => (part.type === 'asset' ? String(part.source) : '')).join('\n');
  return `globalThis.${name} = (() => {${output.output[0].code}; return ${name};})();
    document.head.append(Object.assign(document.createElement('style'), {textContent: ${JSON.stringify(styles)}}));`;
}
