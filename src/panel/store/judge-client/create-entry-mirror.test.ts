import {describe, expect, it} from 'vitest';
import {toLogEntry} from '../log/log-entry';
import {aRequest} from '../test-support/a-request';
import {anInspection} from '../test-support/an-inspection';
import {createEntryMirror} from './create-entry-mirror';

const entry = (id: string, startedAt: number) =>
  toLogEntry(aRequest({id, startedAt}), anInspection({requestId: id}), 0);

describe('the mirror of the rows', () => {
  it('shows all rows while another judge reads the log again, and then what that one told of', () => {
    const changed: string[] = [];
    const mirror = createEntryMirror((ids) => changed.push(...ids));
    mirror.receive({type: 'listed', entries: [entry('b', 2), entry('a', 1), entry('c', 3)]});
    mirror.receive({type: 'loaded'});
    mirror.receive({type: 'again'});
    mirror.receive({type: 'listed', entries: [entry('b', 2)]});
    expect(mirror.entries.value.map(({id}) => id)).toEqual(['a', 'b', 'c']);
    mirror.receive({type: 'listed', entries: [entry('c', 3), entry('d', 4)]});
    mirror.receive({type: 'loaded'});
    expect(mirror.entries.value.map(({id}) => id)).toEqual(['b', 'c', 'd']);
    expect(mirror.get('a')).toBeUndefined();
    expect(changed.at(-1)).toBe('a');
  });
});
