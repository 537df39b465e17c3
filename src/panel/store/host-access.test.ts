import {describe, expect, it, vi} from 'vitest';
import {createHostAccess} from './host-access';

const staging = 'https://staging.example.test:8443/api/track';

function createPermissions(granted: string[]) {
  return {
    granted: async () => [...granted],
    request: async (patterns: readonly string[]) => void granted.push(...patterns),
    subscribe: () => () => undefined,
  };
}

describe('access to the host of a target', () => {
  it('is asked for without the port, and then had', async () => {
    const granted: string[] = [];
    const access = createHostAccess(createPermissions(granted));
    expect(access.isGranted(staging)).toBeNull();
    await vi.waitFor(() => expect(access.isGranted(staging)).toBe(false));
    await access.request(staging);
    expect(granted).toEqual(['https://staging.example.test/*']);
    expect(access.isGranted(staging)).toBe(true);
    expect(access.isGranted('https://other.example.test')).toBe(false);
  });

  it('is unknown for what is no address, and where the browser cannot be asked', async () => {
    const access = createHostAccess(createPermissions(['*://*/*']));
    await vi.waitFor(() => expect(access.isGranted(staging)).toBe(true));
    expect(access.isGranted('not one')).toBeNull();
    const orphan = {...createPermissions([]), granted: vi.fn(() => Promise.reject(new Error('updated')))};
    const lost = createHostAccess(orphan);
    await vi.waitFor(() => expect(orphan.granted).toHaveBeenCalled());
    expect(lost.isGranted(staging)).toBeNull();
  });
});
