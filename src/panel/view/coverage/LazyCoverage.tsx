import {Lazy} from '../frame/Lazy';
import {useLayer} from '../keyboard/KeyboardScope';
import {useStore} from '../store-context';

const load = () => import('./CoverageView');

/** The coverage view, loaded when it is first opened. */
export function LazyCoverage() {
  const store = useStore();
  useLayer('coverage', () => {
    store.coverage.opened.value = false;
  });
  return (
    <Lazy what="coverage" load={load}>
      {({CoverageView}) => <CoverageView store={store} />}
    </Lazy>
  );
}
