import {RudderAnalytics} from '@rudderstack/analytics-js/bundled';

/** RudderStack's browser SDK with bundled plugins, as an app under a strict CSP would set it up. */
function start(dataPlaneUrl: string): RudderAnalytics {
  const client = new RudderAnalytics();
  client.load('rudder-write-key', dataPlaneUrl, {
    // Set here, since it would be fetched from the vendor otherwise.
    getSourceConfig: () => ({
      source: {
        id: 'source-1',
        name: 'Acme',
        writeKey: 'rudder-write-key',
        enabled: true,
        workspaceId: 'workspace-1',
        updatedAt: '2026-01-01T00:00:00.000Z',
        config: {statsCollection: {errors: {enabled: false}, metrics: {enabled: false}}},
        destinations: [],
        dataplanes: {},
      },
    }),
  });
  return client;
}

Object.assign(window, {startRudder: start});
