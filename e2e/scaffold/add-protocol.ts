import {type Sources, toCamelCase} from './edit-source';

export interface NewProtocol {
  /** `acme`. */
  id: string;
  /** "Acme Analytics". */
  title: string;
  host: string;
  path: string;
}

/**
 * Adds a vendor that uses Segment's format at another address: a folder, and a line in both registries. The new files
 * define any differences.
 */
export function addProtocol(sources: Sources, {id, title, host, path}: NewProtocol): void {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) throw new Error(`${id} is not an ID such as acme.`);
  if (!path.startsWith('/')) throw new Error(`${path} is not a path: it begins with /.`);
  const registry = 'src/domain/protocols/protocols.ts';
  if (sources.has(registry, `'./${id}/${id}'`)) throw new Error(`${id} is in ${registry} already.`);
  const name = toCamelCase(id);
  const folder = `src/domain/protocols/${id}`;
  sources.create(`${folder}/${id}-wire.ts`, toWire(name, {title, host, path}));
  sources.create(`${folder}/${id}.ts`, toProtocol(id, name, title));
  sources.create(`${folder}/${id}.test.ts`, toTest(id, name, {host, path}));
  const line = id === name ? `  ${id}` : `  '${id}'`;
  register(sources, registry, {
    name,
    from: `./${id}/${id}`,
    line: id === name ? `${line},` : `${line}: ${name},`,
  });
  register(sources, 'src/domain/protocols/wire-formats.ts', {
    name: `${name}Wire`,
    from: `./${id}/${id}-wire`,
    line: `${line}: ${name}Wire,`,
  });
}

function register(
  sources: Sources,
  path: string,
  {name, from, line}: {name: string; from: string; line: string},
): void {
  sources.insert(path, {start: '', anchor: 'import ', text: `import {${name}} from '${from}';\n`});
  const start = path.endsWith('protocols.ts') ? 'export const protocols' : 'export const wireFormats';
  sources.insert(path, {start, anchor: '\n}', text: `\n${line}`});
}

function toWire(name: string, {title, host, path}: Omit<NewProtocol, 'id'>): string {
  return `import {createCallWire} from '../segment/create-call-wire';

/** ${title}. */
export const ${name}Wire = createCallWire({
  title: ${JSON.stringify(title)},
  endpoints: [{host: '${host}', path: '${path}'}],
});
`;
}

function toProtocol(id: string, name: string, title: string): string {
  return `import {segmentGroup} from '../../verdict/documents';
import {createCallProtocol} from '../segment/create-call-protocol';
import {toGroupTraits} from '../segment/group-traits';
import {${name}Wire} from './${id}-wire';

/** ${title}: calls by Segment's specification. */
export const ${name} = createCallProtocol({
  format: ${name}Wire,
  vendor: ${JSON.stringify(title)},
  groupSpec: segmentGroup,
  takesUnixDates: true,
  tellsNullTraits: false,
  traits: () => toGroupTraits(segmentGroup('Traits')),
});
`;
}

function toTest(id: string, name: string, {host, path}: Omit<NewProtocol, 'id' | 'title'>): string {
  return `import {expect, it} from 'vitest';
import {inspectRequest} from '../../inspect-request';
import {requestFromParts} from '../../request-from-parts';

it('reads a call of ${name}', () => {
  const {protocol, events} = inspectRequest(
    requestFromParts({
      id: 'one',
      url: 'https://${host.replace('*', 'any')}${path.replaceAll('*', 'any')}',
      method: 'POST',
      headers: {'Content-Type': 'application/json'},
      body: JSON.stringify({type: 'track', event: 'Signed Up', userId: 'user-1'}),
      startedAt: '2026-04-30T07:08:48Z',
    }),
  );
  expect(protocol).toBe('${id}');
  expect(events.map(({name, user}) => [name, user])).toEqual([['Signed Up', 'user-1']]);
});
`;
}
