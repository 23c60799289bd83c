/** A linear model over hashed features: one row of class weights per hash. */
export interface Linear {
  readonly classes: readonly string[];
  readonly rows: number;
  readonly weights: Int16Array | Float32Array;
}

export interface Words {
  readonly forms: string[];
  readonly lower: Int32Array;
  readonly tags: Int32Array;
}

const prime = 0x01000193;

export function hashText(text: string, seed = 0x811c9dc5): number {
  let hash = seed;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), prime);
  return hash | 0;
}

export function mix(kind: number, a: number, b = 0, c = 0): number {
  let hash = Math.imul(kind + 0x9e3779b9, 0x85ebca6b) ^ a;
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) ^ b;
  hash = Math.imul(hash ^ (hash >>> 13), 0x297a2d39) ^ c;
  hash = Math.imul(hash ^ (hash >>> 14), 0x5bd1e995);
  return (hash ^ (hash >>> 15)) >>> 0;
}

export function score(model: Linear, features: Int32Array, count: number, into: Float32Array) {
  const { weights, rows } = model;
  const width = model.classes.length;
  into.fill(0);
  for (let f = 0; f < count; f++) {
    const base = ((features[f] >>> 0) & (rows - 1)) * width;
    for (let c = 0; c < width; c++) into[c] += weights[base + c];
  }
}

export function plain(form: string): string {
  return form.replace(/[’‘`]/g, "'").replace(/[“”]/g, '"').replace(/[–—]/g, '-');
}

function shape(form: string): string {
  return form
    .slice(0, 12)
    .replace(/\p{Lu}/gu, 'X')
    .replace(/\p{Ll}/gu, 'x')
    .replace(/\d/g, '9')
    .replace(/(.)\1+/g, '$1');
}

/** Features of the word at `at`, given the tags before it. */
export function tagFeatures(words: Words, at: number, into: Int32Array): number {
  const { forms, lower, tags } = words;
  const n = forms.length;
  const form = plain(forms[at]);
  const low = form.toLowerCase();
  const t1 = at > 0 ? tags[at - 1] : -1;
  const t2 = at > 1 ? tags[at - 2] : -1;
  const w = (i: number) => (i >= 0 && i < n ? lower[i] : i < 0 ? -1 : -2);
  let k = 0;
  into[k++] = mix(1, 0);
  into[k++] = mix(2, lower[at]);
  into[k++] = mix(3, hashText(low.slice(-3)));
  into[k++] = mix(4, hashText(low.slice(-2)));
  into[k++] = mix(5, hashText(low.slice(0, 3)), low.length > 3 ? 1 : 0);
  into[k++] = mix(6, hashText(shape(form)), at === 0 ? 1 : 0);
  into[k++] = mix(7, t1);
  into[k++] = mix(8, t1, t2);
  into[k++] = mix(9, t1, lower[at]);
  into[k++] = mix(10, w(at - 1));
  into[k++] = mix(11, w(at + 1));
  into[k++] = mix(12, w(at - 2));
  into[k++] = mix(13, w(at + 2));
  into[k++] = mix(14, hashText(at + 1 < n ? plain(forms[at + 1]).slice(-3) : '|'));
  into[k++] = mix(15, lower[at], w(at + 1));
  into[k++] = mix(16, lower[at], w(at - 1));
  into[k++] = mix(17, hashText(shape(at + 1 < n ? forms[at + 1] : '|')), t1);
  into[k++] = mix(18, hashText(low.slice(-4)));
  into[k++] = mix(19, hashText(form));
  return k;
}

/** Parser state: stack, buffer front, partial tree with outermost children. */
export interface State {
  stack: Int32Array;
  size: number;
  front: number;
  heads: Int32Array;
  labels: Int32Array;
  left: Int32Array;
  left2: Int32Array;
  right: Int32Array;
  leftCount: Int32Array;
  rightCount: Int32Array;
}

export function newState(n: number): State {
  const make = () => new Int32Array(n + 1).fill(-1);
  return {
    stack: make(),
    size: 0,
    front: 0,
    heads: make(),
    labels: make(),
    left: make(),
    left2: make(),
    right: make(),
    leftCount: new Int32Array(n + 1),
    rightCount: new Int32Array(n + 1),
  };
}

export function attach(state: State, head: number, child: number, label: number): void {
  state.heads[child] = head;
  state.labels[child] = label;
  if (child < head) {
    state.left2[head] = state.left[head];
    state.left[head] = child;
    state.leftCount[head]++;
  } else {
    state.right[head] = child;
    state.rightCount[head]++;
  }
}

export function parseFeatures(words: Words, s: State, into: Int32Array): number {
  const n = words.forms.length;
  const s0 = s.size > 0 ? s.stack[s.size - 1] : -1;
  const s1 = s.size > 1 ? s.stack[s.size - 2] : -1;
  const s2 = s.size > 2 ? s.stack[s.size - 3] : -1;
  const b0 = s.front;
  const W = (i: number) => (i < 0 ? -1 : i >= n ? -2 : words.lower[i]);
  const T = (i: number) => (i < 0 ? -1 : i === n ? -2 : i > n ? -3 : words.tags[i]);
  const L = (i: number) => (i < 0 ? -1 : s.labels[i]);
  const child = (of: Int32Array, i: number) => (i < 0 || i > n ? -1 : of[i]);
  const s0l = child(s.left, s0);
  const s0r = child(s.right, s0);
  const s1l = child(s.left, s1);
  const s1r = child(s.right, s1);
  const b0l = child(s.left, b0);
  const b0l2 = child(s.left2, b0);
  const d = s0 < 0 ? 0 : Math.min(b0 - s0, 6);
  const d1 = s1 < 0 ? 0 : Math.min(s0 - s1, 6);
  const v0 = s0 < 0 ? 0 : s.leftCount[s0] * 8 + Math.min(7, s.rightCount[s0]);
  let k = 0;
  const add = (kind: number, a: number, b = 0, c = 0) => {
    into[k++] = mix(kind, a, b, c);
  };
  add(100, 0);
  add(101, W(s0), T(s0));
  add(102, W(s1), T(s1));
  add(103, W(b0), T(b0));
  add(104, T(s0));
  add(105, T(s1));
  add(106, T(b0));
  add(107, W(b0 + 1), T(b0 + 1));
  add(108, T(s0), T(b0), T(s1));
  add(109, T(s0), T(b0), T(b0 + 1));
  add(110, T(b0), T(b0 + 1), T(b0 + 2));
  add(111, W(s0), W(b0));
  add(112, W(s0), T(b0));
  add(113, T(s0), W(b0));
  add(114, W(s0), W(s1));
  add(115, W(s0), T(s1));
  add(116, T(s0), W(s1));
  add(117, T(s0), T(s1), T(s2));
  add(118, T(s0), T(s0l), L(s0l));
  add(119, T(s0), T(s0r), L(s0r));
  add(120, T(s1), T(s1l), L(s1l));
  add(121, T(s1), T(s1r), L(s1r));
  add(122, T(b0), T(b0l), L(b0l));
  add(123, T(b0), L(b0l2), L(b0l));
  add(124, T(s0), T(b0), d);
  add(125, T(s0), T(s1), d1);
  add(126, W(s0), d);
  add(127, W(b0), d);
  add(128, T(s0), v0, T(b0));
  add(129, W(s0), v0);
  add(130, T(s0), L(s0l), L(s0r));
  add(131, T(s0), T(b0), L(b0l));
  add(132, T(s0), T(s1), T(s0l));
  add(133, T(s0), T(s1), T(s0r));
  add(134, T(s0), T(s1), T(s1r));
  add(135, T(s1), T(b0), T(s0r));
  add(136, W(s1), W(b0), T(s0));
  add(137, W(s0r), T(s0), T(s1));
  add(138, W(s0l), T(s0), T(b0));
  add(139, W(s1), T(s0), T(b0));
  add(140, T(s0), T(b0), W(b0 + 1));
  add(141, T(s2), T(s1), T(b0));
  add(142, W(s0), L(s0l), T(b0));
  add(143, T(s1), T(s1l), T(s0));
  return k;
}

/** Shift 0, then left and right arcs by label: 1 + 2 * label, 2 + 2 * label. */
export function allowed(s: State, n: number, kind: 0 | 1 | 2): boolean {
  if (kind === 0) return s.front < n;
  if (kind === 1) return s.size > 0 && (s.front < n || s.size === 1);
  return s.size > 1;
}
