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
  new Arborescence(scores, columns, count + 1).fill(heads, count);
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

/**
 * Grows a path from each word along the best arcs; where it meets itself the circle becomes one
 * node (Tarjan 1977, in Gabow's order). Each node's row is read a few times only, so that the time
 * grows with the square of the words. Node 0 is the root; nodes from `size` on are circles.
 */
class Arborescence {
  private readonly size: number;
  /** Weights of arcs into a node from each word: a row a node. */
  private readonly weights: Float64Array;
  /** For a circle: which of its nodes the arc from each word would enter. */
  private readonly enters: Int32Array;
  /** The word each node's best arc comes from, and that arc's weight. */
  private readonly chosen: Int32Array;
  private readonly gains: Float64Array;
  /** The circle each node has become part of; itself where it is in none. */
  private readonly whole: Int32Array;

  constructor(scores: Float32Array, columns: number, size: number) {
    this.size = size;
    this.weights = new Float64Array(2 * size * size);
    this.enters = new Int32Array(2 * size * size);
    this.chosen = new Int32Array(2 * size);
    this.gains = new Float64Array(2 * size);
    this.whole = Int32Array.from({ length: 2 * size }, (_, node) => node);
    for (let node = 1; node < size; node++) {
      const from = (node - 1) * columns;
      this.weights.set(scores.subarray(from, from + size), node * size);
      this.weights[node * size] -= rootPenalty;
    }
  }

  fill(heads: Int32Array, count: number): void {
    const { size, chosen } = this;
    for (let circle = this.grow() - 1; circle >= size; circle--) {
      const word = chosen[circle];
      chosen[this.enters[circle * size + word]] = word;
    }
    for (let word = 0; word < count; word++) heads[word] = chosen[word + 1] - 1;
  }

  /** Chooses an arc for every node; gives the number of nodes with the circles found. */
  private grow(): number {
    const { size } = this;
    /** 0 not seen, 1 on the path, 2 known to lead to the root. */
    const states = new Uint8Array(2 * size);
    const path = new Int32Array(2 * size);
    states[0] = 2;
    let last = size;
    for (let start = 1; start < size; start++) {
      let node = this.find(start);
      let length = 0;
      while (states[node] !== 2) {
        states[node] = 1;
        path[length++] = node;
        this.choose(node);
        const from = this.find(this.chosen[node]);
        if (states[from] === 2) break;
        node = from;
        if (states[from] === 0) continue;
        const begin = path.indexOf(from);
        this.closeCircle(path.subarray(begin, length), last);
        length = begin;
        node = last++;
      }
      while (length > 0) states[path[--length]] = 2;
    }
    return last;
  }

  /** The node that `node` has become part of. */
  private find(node: number): number {
    const { whole } = this;
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
  private choose(node: number): void {
    const { size, weights } = this;
    let best = 0;
    let top = -Infinity;
    for (let head = 0; head < size; head++) {
      const weight = weights[node * size + head];
      if (weight <= top || this.find(head) === node) continue;
      top = weight;
      best = head;
    }
    this.chosen[node] = best;
    this.gains[node] = top;
  }

  private closeCircle(nodes: Int32Array, circle: number): void {
    const { size, weights } = this;
    const row = circle * size;
    weights.fill(-Infinity, row, row + size);
    for (const node of nodes) {
      this.whole[node] = circle;
      for (let head = 0; head < size; head++) {
        const gain = weights[node * size + head] - this.gains[node];
        if (gain <= weights[row + head]) continue;
        weights[row + head] = gain;
        this.enters[row + head] = node;
      }
    }
  }
}
