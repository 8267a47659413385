import { continueRotation, removeRetiredKeys, unfinishedRotations } from '#store/keys/rotation.ts';
import type { Foundations } from './foundations.ts';

const hourMs = 3_600_000;
const by = { actor: 'nobody', address: null };

/**
 * Learns keys of other nodes, finishes rotations that a stop cut short (and the first one, after an upgrade to data keys), and removes
 * keys that were retired an hour ago and are carried by nothing. One run at a time.
 */
export function keyChore({ store, keyring }: Pick<Foundations, 'store' | 'keyring'>): () => Promise<void> {
  let isRunning = false;
  const run = async () => {
    await keyring.refresh();
    for (const rotation of await unfinishedRotations(store)) {
      await continueRotation({ store, keyring, actor: by }, rotation);
    }
    await removeRetiredKeys({ store, keyring, actor: by }, hourMs);
  };
  return async () => {
    if (isRunning) return;
    isRunning = true;
    try {
      await run();
    } finally {
      isRunning = false;
    }
  };
}
