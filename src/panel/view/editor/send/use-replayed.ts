import {useSignal} from '@preact/signals';
import {useEffect} from 'preact/hooks';
import type {CapturedRequest} from '../../../../domain/capture/captured-request';
import type {EditController} from '../controller/create-edit-controller';

/** The request that was replayed, if the draft's source is itself a replay; null otherwise, and until it is read. */
export function useReplayed({drafts, session, fail}: EditController): CapturedRequest | null {
  const replayed = useSignal<CapturedRequest | null>(null);
  const sourceId = session.source.value?.replay?.sourceId ?? null;
  useEffect(() => {
    replayed.value = null;
    if (sourceId === null) return;
    drafts.read(sourceId).then((request) => {
      replayed.value = request;
    }, fail);
  }, [drafts, sourceId, fail, replayed]);
  return replayed.value;
}
