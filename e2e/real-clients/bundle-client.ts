import {fileURLToPath} from 'node:url';
import {build} from 'vite';

/** A client with the vendor's package, bundled into one classic script that a page can run. */
export async function bundleClient(name: 'segment-client' | 'rudder-client'): Promise<string> {
  const input = fileURLToPath(new URL(`./${name}.ts`, import.meta.url));
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: {write: false, target: 'es2023', rolldownOptions: {input, output: {format: 'iife'}}},
  });
  const outputs = [result].flat().flatMap((part) => ('output' in part ? part.output : []));
  const [script] = outputs.filter((output) => output.type === 'chunk');
  if (outputs.length !== 1 || !script)
    throw new Error(`${name} became ${outputs.length} files, not one script.`);
  return script.code;
}
