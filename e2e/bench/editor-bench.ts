import {buildRequest} from '../panel-preview/sample-requests';
import {makeBenchBatches} from './batches';
import {createSamples, type PanelResult} from './create-samples';
import {type EditorPage, openEditor} from './open-editor';
import {afterFrame} from './time-frame';

export interface EditorBenchOptions {
  /** At least 15, for a meaningful median. */
  rounds?: number;
}

const good = '2026-04-30T07:08:47.079Z';
const bad = '20-11-23T22:28:55.111Z';

/** Measures the editor in any page, with a draft of 1,000 events (2.25 MB). */
export async function runEditorBench({rounds = 15}: EditorBenchOptions = {}): Promise<PanelResult[]> {
  const text = new TextDecoder().decode(makeBenchBatches()[0]?.bytes);
  const samples = createSamples();
  for (let round = 0; round < rounds; round++) {
    const valid = await openBatch(text);
    await samples.add('open', valid.open, isEditorShown);
    valid.close();
    const faulty = await openBatch(text.replaceAll(good, bad));
    faulty.judging = 'silent';
    faulty.open();
    faulty.judging = 'known';
    await samples.add('first 1,000 marks', faulty.judge, areMarksShown);
    faulty.close();
    const checked = await openBatch(text.replaceAll(good, bad));
    await samples.add('open with 1,000 marks', checked.open, areMarksShown);
    checked.close();
  }
  return samples.toResults();
}

let typedInto: EditorPage | null = null;

/** Opens a draft with 1,000 issues to type into. */
export async function openToType(): Promise<void> {
  const text = new TextDecoder().decode(makeBenchBatches()[0]?.bytes);
  typedInto = await openBatch(text.replaceAll(good, bad));
  await createSamples().add('open', typedInto.open, areMarksShown);
}

/** Puts the cursor in the middle of the text; from then on `readKeys` returns the times of keys. */
export function startTyping(): void {
  typedInto?.goInto('/500/properties/notes');
  watchKeys();
}

const delays: number[] = [];

/** For each key so far, the milliseconds until the end of the frame that shows it. */
export function readKeys(): readonly number[] {
  return delays;
}

function watchKeys(): void {
  let pressedAt = 0;
  document.addEventListener('keydown', ({timeStamp}) => (pressedAt = timeStamp), true);
  document.addEventListener(
    'input',
    async () => {
      const from = pressedAt;
      delays.push((await afterFrame()) - from);
    },
    true,
  );
}

function openBatch(body: string): Promise<EditorPage> {
  return openEditor(buildRequest({id: 'big', after: 0, body}));
}

function isEditorShown(): boolean {
  return document.querySelector('.cm-content .cm-line') !== null;
}

function areMarksShown(): boolean {
  return isEditorShown() && document.querySelector('.cm-lintRange') !== null;
}
