/**
 * Below which path this app stands: `/shared/<link>` for the holder of a share link, whose cookie is sent there only, else nothing.
 * The API is asked below it too, so a view that was shared never mixes with the session of whoever looks.
 */
export const sharedBase = /^\/shared\/[A-Za-z0-9_-]+(?=\/|$)/.exec(globalThis.location?.pathname ?? '')?.[0] ?? '';

/** A link that has ended leads to the page that says so. */
export function leaveShared(): void {
  location.replace('/shared');
}
