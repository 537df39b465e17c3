import {useRef, useState} from 'preact/hooks';
import {useStore} from '../store-context';

type Parts = typeof import('./filter-completion');
type Loaded = ReturnType<Parts['createFilterCompletion']> & {List: Parts['FilterSuggestions']};

/** The completion of the filter, null until the user types there: its code is loaded then. */
export function useCompletion(input: {current: HTMLInputElement | null}, setText: (text: string) => void) {
  const {ask, notices} = useStore();
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const loading = useRef<Promise<void>>(undefined);

  /** `anyway`: even if nothing is typed. */
  function follow(anyway = false): void {
    if (loaded) loaded.follow(anyway);
    else if (loading.current === undefined) {
      loading.current = load(anyway).catch((error: unknown) => {
        loading.current = undefined;
        notices.fail(error);
      });
    }
  }

  async function load(anyway: boolean): Promise<void> {
    const {createFilterCompletion, FilterSuggestions} = await import('./filter-completion');
    const field = input.current;
    if (field === null) return;
    const completion = createFilterCompletion(ask, field, setText);
    setLoaded({...completion, List: FilterSuggestions});
    if (document.activeElement === field) completion.follow(anyway);
  }

  return {completion: loaded, follow};
}
