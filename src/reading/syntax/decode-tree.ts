/**
 * The best tree over arc scores: greedy heads where they happen to form one, else the maximum
 * spanning arborescence (Chu and Liu 1965, Edmonds 1967) with exactly one word under the root.
 * `scores[word * columns + head + 1]` is the score of `head`; column 0 is the root.
 */
export function decodeTree(
  scores: Float32Array,
  columns: number,
  count: number,
  heads: Int32Array,
): void {
  let roots = 0;
  for (let word = 0; word < count; word++) {
    const row = word * columns;
    let best = word === 0 ? -2 : -1;
    let top = -Infinity;
    for (let head = -1; head < count; head++) {
      if (head === word || scores[row + head + 1] <= top) continue;
      best = head;
      top = scores[row + head + 1];
    }
    heads[word] = best;
    if (best === -1) roots++;
  }
  if (roots === 1 && isTree(heads, count)) return;
  spanTree(scores, columns, count, heads);
}

/** Whether every word leads to the root. */
function isTree(heads: Int32Array, count: number): boolean {
  const seen = new Int32Array(count);
  for (let word = 0; word < count; word++) {
    let node = word;
    while (node >= 0 && seen[node] === 0) {
      seen[node] = word + 1;
      node = heads[node];
    }
    if (node >= 0 && seen[node] === word + 1) return false;
  }
  return true;
}

/** More than any tree's scores can differ by: makes a second word under the root never pay. */
const rootPenalty = 1e7;

/** Working arrays, kept between sentences; they grow with the longest one. */
interface Room {
  readonly size: number;
  /** Weights of arcs into a node (or a circle made one node) from each word: a row a node. */
  readonly weights: Float64Array;
  /** For a circle: which of its nodes the arc from each word would enter. */
  readonly enters: Int32Array;
  /** The word each node's best arc comes from, and that arc's weight. */
  readonly chosen: Int32Array;
  readonly gains: Float64Array;
  /** The circle each node has become part of; itself where none. */
  readonly whole: Int32Array;
  /** 0 not seen, 1 on the path, 2 known to lead to the root. */
  readonly states: Uint8Array;
  readonly path: Int32Array;
}

let room = makeRoom(64);

function makeRoom(size: number): Room {
  return {
    size,
    weights: new Float64Array(2 * size * size),
    enters: new Int32Array(2 * size * size),
    chosen: new Int32Array(2 * size),
    gains: new Float64Array(2 * size),
    whole: new Int32Array(2 * size),
    states: new Uint8Array(2 * size),
    path: new Int32Array(2 * size),
  };
}

/**
 * Grows a path from each word along the best arcs; where it meets itself the circle becomes one
 * node (Tarjan 1977, in Gabow's order). Each node's row is read a few times only, so that the time
 * grows with the square of the words.
 */
function spanTree(scores: Float32Array, columns: number, count: number, heads: Int32Array): void {
  const size = count + 1;
  if (room.size < size) room = makeRoom(size * 2);
  const { weights, chosen, whole, states, path, enters } = room;
  for (let node = 0; node < 2 * size; node++) {
    whole[node] = node;
    states[node] = 0;
  }
  states[0] = 2;
  for (let word = 0; word < count; word++) {
    const row = (word + 1) * size;
    for (let head = 0; head < size; head++) weights[row + head] = scores[word * columns + head];
    weights[row] -= rootPenalty;
  }
  let last = size;
  for (let start = 1; start < size; start++) {
    let node = find(start);
    let length = 0;
    while (states[node] !== 2) {
      states[node] = 1;
      path[length++] = node;
      choose(node, size);
      const from = find(chosen[node]);
      if (states[from] === 2) break;
      if (states[from] === 1) {
        const begin = path.indexOf(from);
        closeCircle(begin, length, last, size);
        length = begin;
        node = last++;
      } else node = from;
    }
    while (length > 0) states[path[--length]] = 2;
  }
  for (let circle = last - 1; circle >= size; circle--) {
    const word = chosen[circle];
    chosen[enters[circle * size + word]] = word;
  }
  for (let word = 0; word < count; word++) heads[word] = chosen[word + 1] - 1;
}

/** The node that `node` has become part of. */
function find(node: number): number {
  const { whole } = room;
  let top = node;
  while (whole[top] !== top) top = whole[top];
  for (let at = node; whole[at] !== top && at !== top; ) {
    const next = whole[at];
    whole[at] = top;
    at = next;
  }
  return top;
}

/** The best arc into the node from outside it. */
function choose(node: number, size: number): void {
  const { weights, chosen, gains } = room;
  let best = -1;
  let top = -Infinity;
  for (let head = 0; head < size; head++) {
    const weight = weights[node * size + head];
    if (weight <= top || find(head) === node) continue;
    top = weight;
    best = head;
  }
  chosen[node] = best < 0 ? 0 : best;
  gains[node] = top;
}

/** Makes the path's nodes from `begin` on one node, `circle`. */
function closeCircle(begin: number, length: number, circle: number, size: number): void {
  const { weights, enters, gains, whole, path } = room;
  const row = circle * size;
  weights.fill(-Infinity, row, row + size);
  for (let step = begin; step < length; step++) {
    const node = path[step];
    whole[node] = circle;
    for (let head = 0; head < size; head++) {
      const gain = weights[node * size + head] - gains[node];
      if (gain <= weights[row + head]) continue;
      weights[row + head] = gain;
      enters[row + head] = node;
    }
  }
}
