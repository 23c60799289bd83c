import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { shortFingerprint } from '../../base/fingerprint.ts';
import * as linear from './linear.ts';

/** What the model says of one sentence; all arrays run over its words. */
export interface Analysis {
  readonly upos: readonly string[];
  readonly xpos: readonly string[];
  /** -1 is the root. */
  readonly heads: Int32Array;
  readonly deprels: readonly string[];
  readonly confidences: Float32Array;
}

export interface Syntax {
  /** First 16 hexadecimal digits of the SHA-256 of the weights, for `made.model`. */
  readonly hash: string;
  readonly analyse: (forms: readonly string[]) => Analysis;
  readonly lemmaOf: (form: string, upos: string) => string;
}

const kept = new Map<string, Syntax>();
const standard = new URL('../../../weights/syntax/model.bin', import.meta.url);

/** Reads the weights once and keeps them. `file` is a path or file URL. */
export function loadSyntax(file: string | URL = standard): Syntax {
  const key = String(file);
  const known = kept.get(key);
  if (known !== undefined) return known;
  const made = makeSyntax(gunzipSync(readFileSync(file)));
  kept.set(key, made);
  return made;
}

interface Header {
  readonly tags: string[];
  readonly labels: string[];
  readonly actions: string[];
  readonly rows: [number, number];
  readonly lemmas: Record<string, string>;
}

function makeSyntax(bytes: Buffer): Syntax {
  const length = bytes.readUInt32LE(0);
  const header = JSON.parse(bytes.toString('utf8', 4, 4 + length)) as Header;
  const part = (offset: number, size: number) =>
    new Int16Array(
      bytes.buffer.slice(bytes.byteOffset + offset, bytes.byteOffset + offset + size * 2),
    );
  const tagSize = header.rows[0] * header.tags.length;
  const tagger = { classes: header.tags, rows: header.rows[0], weights: part(4 + length, tagSize) };
  const parser = {
    classes: header.actions,
    rows: header.rows[1],
    weights: part(4 + length + tagSize * 2, header.rows[1] * header.actions.length),
  };
  return {
    hash: shortFingerprint(bytes),
    analyse: (forms) => analyse(header, tagger, parser, forms),
    lemmaOf: (form, upos) => {
      const low = linear.plain(form).toLowerCase();
      return header.lemmas[`${upos} ${low}`] ?? (upos === 'PROPN' ? form : low);
    },
  };
}

const features = new Int32Array(64);

function analyse(
  header: Header,
  tagger: linear.Linear,
  parser: linear.Linear,
  forms: readonly string[],
): Analysis {
  const words: linear.Words = {
    forms: [...forms],
    lower: Int32Array.from(forms, (f) => linear.hashText(linear.plain(f).toLowerCase())),
    tags: new Int32Array(forms.length),
  };
  const n = forms.length;
  const tagScores = new Float32Array(header.tags.length);
  for (let at = 0; at < n; at++) {
    linear.score(tagger, features, linear.tagFeatures(words, at, features), tagScores);
    words.tags[at] = tagScores.indexOf(Math.max(...tagScores));
  }
  const state = linear.newState(n);
  const scores = new Float32Array(header.actions.length);
  const confidences = new Float32Array(n);
  while (state.front < n || state.size > 0) {
    linear.score(parser, features, linear.parseFeatures(words, state, features), scores);
    let best = -1;
    let second = -Infinity;
    for (let action = 0; action < scores.length; action++) {
      const kind = action === 0 ? 0 : action % 2 === 1 ? 1 : 2;
      if (!linear.allowed(state, n, kind)) continue;
      if (best < 0 || scores[action] > scores[best]) {
        if (best >= 0) second = scores[best];
        best = action;
      } else if (scores[action] > second) second = scores[action];
    }
    if (best === 0) state.stack[state.size++] = state.front++;
    else {
      const child = state.stack[--state.size];
      const head = best % 2 === 1 ? state.front : state.stack[state.size - 1];
      linear.attach(state, head, child, (best - 1) >> 1);
      const margin = second === -Infinity ? 200 : scores[best] - second;
      confidences[child] = margin / (margin + 40);
    }
  }
  const split = Array.from(words.tags, (tag) => header.tags[tag].split('|'));
  return {
    upos: split.map((pair) => pair[0]),
    xpos: split.map((pair) => pair[1]),
    heads: Int32Array.from(state.heads.subarray(0, n), (head) => (head === n ? -1 : head)),
    deprels: Array.from(state.labels.subarray(0, n), (label, at) =>
      state.heads[at] === n ? 'root' : header.labels[label],
    ),
    confidences,
  };
}
