import type {CoverageLine} from '../../store/coverage/coverage-lines';
import type {CoverageStore} from '../../store/coverage/coverage-store';

/** Arrows, Page and Home/End move, Right and Left fold, Enter does what the line says. */
export function useGridKeys(
  coverage: CoverageStore,
  position: number,
  pageLines: number,
  press: (line: CoverageLine) => void,
): (event: KeyboardEvent) => void {
  const lines = coverage.lines.value;

  function moveTo(wanted: number): void {
    const line = lines[Math.max(0, Math.min(lines.length - 1, wanted))];
    if (line) coverage.current.value = line.key;
  }

  function fold(isOpen: boolean): void {
    const line = lines[position];
    if (!line) return;
    if (line.kind !== 'row') {
      if (!isOpen) coverage.current.value = line.row.id;
    } else if (line.isOpen !== isOpen) coverage.setOpen(line.row.id, isOpen);
    else if (isOpen) moveTo(position + 1);
  }

  const actions: Record<string, () => void> = {
    ArrowDown: () => moveTo(position + 1),
    ArrowUp: () => moveTo(position < 0 ? 0 : position - 1),
    PageDown: () => moveTo(position + pageLines),
    PageUp: () => moveTo(position - pageLines),
    Home: () => moveTo(0),
    End: () => moveTo(lines.length - 1),
    ArrowRight: () => fold(true),
    ArrowLeft: () => fold(false),
    Enter: () => {
      const line = lines[position];
      if (line) press(line);
    },
  };

  return (event) => {
    const action = event.ctrlKey || event.metaKey || event.altKey ? undefined : actions[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  };
}
