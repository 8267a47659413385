/** A choice kept in this browser; null when there is none or the browser keeps nothing. */
export function remembered(name: string): string | null {
  try {
    return localStorage.getItem(`salesboard.${name}`);
  } catch {
    return null;
  }
}

/** Keeps a choice in this browser; null forgets it. A browser that keeps nothing loses only the memory. */
export function remember(name: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(`salesboard.${name}`);
    else localStorage.setItem(`salesboard.${name}`, value);
  } catch {
    return;
  }
}
