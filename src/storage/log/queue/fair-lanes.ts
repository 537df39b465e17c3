/** Waiting items in lanes. Each lane keeps its order; lanes take turns, so that a long one does not delay others. */
export interface FairLanes<T> {
  readonly size: number;
  add(lane: number, item: T): void;
  /**
   * Removes and returns the next items, at least one, in the order in which they were added.
   * @param max the maximum number of items
   * @param maxWeight the last item is the one with which this weight is reached
   */
  take(max: number, maxWeight: number): T[];
}

interface Lane<T> {
  items: {item: T; arrival: number}[];
  /** Index of the first waiting item: shifting an array of thousands costs more than all the rest. */
  next: number;
}

export function createFairLanes<T>(weigh: (item: T) => number): FairLanes<T> {
  const lanes = new Map<number, Lane<T>>();
  /** The lane whose turn is next comes first: a Map keeps the order in which its keys were set. */
  let arrivals = 0;
  let size = 0;

  function takeTurn(): {item: T; arrival: number} | undefined {
    const [turn] = lanes;
    if (turn === undefined) return undefined;
    const [key, lane] = turn;
    const first = lane.items[lane.next];
    lane.next += 1;
    size -= 1;
    lanes.delete(key);
    if (lane.next < lane.items.length) lanes.set(key, lane);
    return first;
  }

  return {
    get size() {
      return size;
    },
    add(key, item) {
      const lane = lanes.get(key) ?? {items: [], next: 0};
      lane.items.push({item, arrival: arrivals});
      lanes.set(key, lane);
      arrivals += 1;
      size += 1;
    },
    take(max, maxWeight) {
      const taken: {item: T; arrival: number}[] = [];
      let weight = 0;
      while (taken.length < max && weight < maxWeight) {
        const first = takeTurn();
        if (first === undefined) break;
        taken.push(first);
        weight += weigh(first.item);
      }
      return taken.sort((a, b) => a.arrival - b.arrival).map(({item}) => item);
    },
  };
}
