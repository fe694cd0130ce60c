// @vitest-environment jsdom
import { act, Suspense } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Announcer } from '@/components/ui/announcer';
import { onDemand } from '@/components/ui/later';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

let root: Root;
let asked: number;
beforeEach(() => {
  vi.useFakeTimers();
  asked = 0;
  root = createRoot(document.body.appendChild(document.createElement('div')));
});
afterEach(() => {
  act(() => root.unmount());
  document.body.replaceChildren();
  vi.useRealTimers();
});

const Record = () => <p>Everything that was done</p>;
/** A script that comes at the attempt that is named. */
const coming = (attempt: number) =>
  onDemand(() => {
    asked += 1;
    return asked < attempt ? Promise.reject(new Error('no network')) : Promise.resolve(Record);
  });
const show = (part: ReturnType<typeof onDemand>) =>
  act(async () =>
    root.render(
      <>
        <Announcer />
        <Suspense>
          <part.Part />
        </Suspense>
      </>,
    ),
  );
const wait = (ms: number) => act(async () => void (await vi.advanceTimersByTimeAsync(ms)));
const said = () => document.body.textContent ?? '';

test('a part that is rarely shown is fetched when it is first wanted, and once', async () => {
  const part = coming(1);
  expect(asked).toBe(0);
  part.fetch();
  part.fetch();
  await show(part);
  await wait(0);
  expect(said()).toContain('Everything that was done');
  expect(asked).toBe(1);
});

test('nothing is said of a part that was to be there ahead and that nobody wanted yet', async () => {
  const part = coming(3);
  await act(async () => root.render(<Announcer />));
  part.fetch();
  await wait(10_000);
  expect(asked).toBe(3);
  expect(said()).not.toContain('cannot be fetched');
});

test('a part that cannot be had is asked for again, which is said once, until it is there', async () => {
  const part = coming(4);
  await show(part);
  await wait(0);
  expect(said()).toContain('cannot be fetched just now');
  await wait(10_000);
  expect(asked).toBe(4);
  expect(said().match(/cannot be fetched just now/g)?.length).toBeLessThanOrEqual(2); // shown, and spoken
  expect(said()).toContain('Everything that was done');
});
