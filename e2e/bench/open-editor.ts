import {h, render} from 'preact';
import type {CapturedRequest} from '../../src/domain/capture/captured-request';
import {inspectRequest} from '../../src/domain/inspect-request';
import type {Inspection} from '../../src/domain/verdict/inspection';
import {draftStoreOf} from '../../src/panel/store/draft/draft-store-of';
import {createTestStore} from '../../src/panel/store/test-support/create-test-store';
import {editControllerOf} from '../../src/panel/view/editor/controller/edit-controller-of';
import {Panel} from '../../src/panel/view/Panel';
import {afterFrame} from './time-frame';

/** How the editor gets the issues of the draft: from a check, from a known result, or an empty result. */
export type Judging = 'check' | 'known' | 'silent';

/** The panel's real view and store with one request, which is open. */
export interface EditorPage {
  judging: Judging;
  /** Shows the editor on a draft of the request. */
  open(): void;
  /** Requests the issues again. */
  judge(): void;
  /** Puts the cursor into the value of that field, before its closing quotation mark. */
  goInto(pointer: string): void;
  close(): void;
}

export async function openEditor(request: CapturedRequest): Promise<EditorPage> {
  const known = inspectRequest(request);
  const judge: Record<Judging, (draft: CapturedRequest) => Inspection> = {
    check: (draft) => inspectRequest(draft),
    known: () => known,
    silent: () => ({...known, issues: []}),
  };
  const {store} = createTestStore({
    records: [request],
    inspect: (draft) => judge[page.judging](draft),
  });
  const root = document.createElement('div');
  root.id = 'root';
  document.body.replaceChildren(root);
  const openSession = () => draftStoreOf(store).open(request);
  const page: EditorPage = {
    judging: 'check',
    open: () => store.tabs.show('edit'),
    judge: () => openSession().choose({}),
    goInto(pointer) {
      const edit = editControllerOf(draftStoreOf(store), openSession(), store.notices);
      edit.goTo(pointer);
      edit.document.dispatch({selection: {anchor: edit.document.state.selection.main.to - 1}});
      edit.document.focus();
    },
    close() {
      openSession().close();
      render(null, root);
      store.dispose();
    },
  };
  await store.start();
  store.selection.select({id: request.id, event: null});
  store.selection.open();
  render(h(Panel, {store}), root);
  // The details have their own chunk, which must be loaded before the editor can be opened.
  while (root.querySelector('.detail [role=tab]') === null) await afterFrame();
  return page;
}
