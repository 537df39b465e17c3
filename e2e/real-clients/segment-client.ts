import {AnalyticsBrowser} from '@segment/analytics-next';

/** Segment's browser SDK, as an app would set it up, sending to its own server. */
function start(apiHost: string, mode: 'single' | 'batching'): AnalyticsBrowser {
  return AnalyticsBrowser.load(
    // Set here, since they would be fetched from the vendor otherwise.
    {
      writeKey: 'segment-write-key',
      cdnSettings: {integrations: {'Segment.io': {apiKey: 'segment-write-key'}}},
    },
    {
      integrations: {
        'Segment.io': {
          apiHost,
          protocol: 'http',
          ...(mode === 'batching' ? {deliveryStrategy: {strategy: 'batching', config: {size: 4}}} : {}),
        },
      },
    },
  );
}

Object.assign(window, {startSegment: start});
