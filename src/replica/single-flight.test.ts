import { expect, test } from 'vitest';
import { singleFlight } from './single-flight.ts';

function counted() {
  const begun: PromiseWithResolvers<void>[] = [];
  const flight = singleFlight(() => {
    const run = Promise.withResolvers<void>();
    begun.push(run);
    return run.promise;
  });
  return { flight, begun };
}

test('calls during a run share the next one, which begins when it ended', async () => {
  const { flight, begun } = counted();
  const first = flight();
  const late = [flight(), flight()];
  expect(begun.length).toBe(1);
  begun[0]?.resolve();
  await first;
  await Promise.resolve();
  expect(begun.length).toBe(2);
  begun[1]?.resolve();
  await Promise.all(late);
  expect(flight.isRunning()).toBe(false);
});

test('a failed run fails those it served and nobody else', async () => {
  const { flight, begun } = counted();
  const first = flight();
  const late = flight();
  begun[0]?.reject(new Error('lost the connection'));
  await expect(first).rejects.toThrow('lost the connection');
  await Promise.resolve();
  begun[1]?.resolve();
  await expect(late).resolves.toBeUndefined();
});

test('two runs never overlap, whenever calls arrive', async () => {
  let running = 0;
  let most = 0;
  const flight = singleFlight(async () => {
    most = Math.max(most, ++running);
    await new Promise((resolve) => setImmediate(resolve));
    running--;
  });
  const calls: Promise<void>[] = [];
  for (let turn = 0; turn < 50; turn++) {
    calls.push(flight().then(() => flight()));
    if (turn % 3 === 0) await Promise.resolve();
    if (turn % 7 === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  await Promise.all(calls);
  await flight.settled();
  expect(most).toBe(1);
});
