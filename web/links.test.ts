import { expect, test } from 'vitest';
import { openDesk } from './testing/open-desk.ts';
import { pageKinds } from './testing/page-kinds.ts';

const origin = 'http://127.0.0.1:4747/';

test('every link on every kind of page leads somewhere, and to a place that is there', async () => {
  const { app, workbench } = await openDesk();
  const get = async (address: string) => {
    const answer = await app.request(address, { headers: { host: new URL(origin).host } });
    return { status: answer.status, body: await answer.text() };
  };
  const stories = await workbench.archive.stories();
  const story = stories.find(({ title }) => title.startsWith('Russia'))?.id ?? '';
  const addresses = new Set<string>();
  for (const path of Object.values(pageKinds)) {
    const address = `${origin}${path.replace('STORY', story)}`;
    const { body } = await get(address);
    for (const [, link] of body.matchAll(/<a[^>]*? href="([^"]*)"/g)) {
      addresses.add(new URL(link.replaceAll('&amp;', '&'), address).href);
    }
  }
  const own = [...addresses].filter((link) => link.startsWith(origin));
  // Of the many links to other days of states, agreements and questions, some of each kind.
  const perKind = Map.groupBy(own, (link) => new URL(link).pathname.split('/')[1]);
  const some = [...perKind].flatMap(([kind, links]) =>
    spread(links, kind === 'difference' ? 4 : 60),
  );
  const faults: string[] = [];
  for (const link of some) {
    const { status, body } = await get(link);
    if (status !== 200) faults.push(`${status} ${link}`);
    const id = decodeURIComponent(new URL(link).hash.slice(1));
    if (id !== '' && !body.includes(`id="${id}"`)) faults.push(`no #${id} at ${link}`);
  }
  expect(faults.filter((fault) => !/nowhere|PRQ|02-31/.test(fault))).toEqual([]);
  expect(some.length).toBeGreaterThan(120);
});

/** At most `most` of a list, spread over the whole of it. */
function spread<T>(list: readonly T[], most: number): T[] {
  const step = Math.max(1, list.length / most);
  return Array.from({ length: Math.min(most, list.length) }, (_, i) => list[Math.floor(i * step)]);
}
