import {addPointer, createPointerTree, scanPointers} from './scan-pointers';

/**
 * The position of each element of an array, in order, without commas and white space: for selecting and splitting
 * events without changing their bytes. null: there is no array at that pointer.
 */
export function findElements(text: string, pointer: string): {start: number; end: number}[] | null {
  const root = createPointerTree();
  const node = addPointer(root, pointer);
  if (!node) return null;
  node.wanted = true;
  node.wantsMembers = true;
  scanPointers(text, root);
  if (!node.span || node.span.end < 0 || text.charAt(node.span.start) !== '[') return null;
  return node.members.map(({start, end}) => ({start, end}));
}
