// Four frames, two of them of another origin, that send on request of a script.

const FRAMES = 4;
const frames = [];
const counts = Array.from({length: FRAMES}, () => ({sent: 0, ended: 0, refused: 0}));

function addFrame(index) {
  const url = new URL('/load-frame.html', location.href);
  if (index % 2 === 1) url.hostname = location.hostname === 'localhost' ? '127.0.0.1' : 'localhost';
  const frame = document.createElement('iframe');
  Object.assign(frame, {src: url.href, title: `Frame ${index}`});
  document.body.append(frame);
  frames.push(frame);
  return new Promise((resolve) => frame.addEventListener('load', resolve, {once: true}));
}

function tellAll(toMessage) {
  for (const [index, frame] of frames.entries()) frame.contentWindow.postMessage(toMessage(index), '*');
}

addEventListener('message', ({data}) => {
  if (data?.type === 'counts') counts[data.frame] = data.counts;
});

await Promise.all(Array.from({length: FRAMES}, (_, index) => addFrame(index)));

const share = (total, index) => Math.floor(total / FRAMES) + (index < total % FRAMES ? 1 : 0);

globalThis.load = {
  /**
   * `count`: requests of all frames together; `inFlight`: parallel requests in each; every `refusedEvery`th goes to
   * `closed`.
   */
  prepare: ({count, ...rest}) =>
    tellAll((frame) => ({type: 'prepare', frame, count: share(count, frame), ...rest})),
  /** Allows this number of requests to be sent, of all frames together and counted from the first. */
  allow: (total) => tellAll((frame) => ({type: 'allow', limit: share(total, frame)})),
  counts: () =>
    counts.reduce(
      (sum, one) => ({
        sent: sum.sent + one.sent,
        ended: sum.ended + one.ended,
        refused: sum.refused + one.refused,
      }),
      {sent: 0, ended: 0, refused: 0},
    ),
};
