import {signal} from '@preact/signals';
import {describe, expect, it, vi} from 'vitest';
import {defaultSettings} from '../../../domain/settings';
import {buildArea, buildLocks} from '../../../storage/build-area';
import {openTargetCredentials} from '../../../storage/secrets/target-credentials';
import {buildSource, createDraftWorld} from '../draft/draft-fakes';
import {createDraftStore} from '../draft/draft-store';
import {createTargetCredentialsView} from './target-credentials-view';

const [staging, live] = ['https://staging.example.test', 'https://live.example.test'];
const toTarget = (baseUrl: string) => ({name: baseUrl, baseUrl, production: false});

function open() {
  const world = createDraftWorld();
  const area = buildArea();
  const store = openTargetCredentials({area, locks: buildLocks(), secrets: world.secrets});
  const credentials = createTargetCredentialsView(store);
  const replay = {...defaultSettings.replay, targets: [staging, live].map(toTarget)};
  const settings = {value: signal({...defaultSettings, replay})};
  const drafts = createDraftStore({...world, settings, credentials});
  const session = drafts.open(buildSource('[]'));
  const sent = () => {
    const plan = session.plan.value;
    return plan.ok && plan.record.headers.state !== 'unknown'
      ? plan.record.headers.list.flatMap(({secret}) => secret ?? [])
      : [];
  };
  return {area, store, credentials, session, sent};
}

describe('the credentials of a target', () => {
  it('are sent to it when they are chosen, as references only', async () => {
    const {credentials, session, sent} = open();
    await credentials.keep(staging, 'X-Api-Key', 'k-1');
    session.choose({target: staging});
    expect(sent()).toEqual([]);
    session.choose({credentials: 'of-target'});
    expect(sent()).toEqual(['secret-k-1']);
    await credentials.remove(staging, 'x-api-key');
    expect(sent()).toEqual([]);
  });

  it('have to be chosen anew for another target', async () => {
    const {credentials, session, sent} = open();
    await credentials.keep(staging, 'X-Api-Key', 'k-1');
    await credentials.keep(live, 'X-Api-Key', 'k-2');
    session.choose({target: staging, credentials: 'of-target'});
    session.choose({target: live});
    expect(session.choices.value.credentials).toBe('same-origin');
    expect(sent()).toEqual([]);
    session.choose({credentials: 'of-target'});
    expect(sent()).toEqual(['secret-k-2']);
  });

  it('are there for a panel that is opened later in the session', async () => {
    const {credentials, store} = open();
    await credentials.keep(staging, 'X-Api-Key', 'k-1');
    const later = createTargetCredentialsView(store);
    await vi.waitFor(() => expect(later.of(staging)).toEqual([{name: 'X-Api-Key', secret: 'secret-k-1'}]));
    expect(later.of(null)).toEqual([]);
  });

  it('are none where they cannot be read, and who gives one hears why', async () => {
    const area = {...buildArea(), get: () => Promise.reject(new Error('No storage.'))};
    const {secrets} = createDraftWorld();
    const view = createTargetCredentialsView(openTargetCredentials({area, locks: buildLocks(), secrets}));
    await expect(view.keep(staging, 'X-Api-Key', 'k-1')).rejects.toThrow('No storage.');
    expect(view.of(staging)).toEqual([]);
  });
});
