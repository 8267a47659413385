/** In this order, because most browsers also claim to be the ones below. */
const browsers = [
  [/MicroMessenger|wxwork/i, 'WeChat'],
  [/DingTalk/i, 'DingTalk'],
  [/Lark|Feishu/i, 'Feishu'],
  [/Edg/, 'Edge'],
  [/Firefox|FxiOS/, 'Firefox'],
  [/Chrome|CriOS|Chromium/, 'Chrome'],
  [/Safari/, 'Safari'],
] as const;

const systems = [
  [/iPhone|iPad/, 'iOS'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
] as const;

/** What a browser calls itself, in a word or two; null when it says nothing that is known. */
export function browserName(userAgent: string | null): string | null {
  if (userAgent === null) return null;
  const named = (names: readonly (readonly [RegExp, string])[]) => names.find(([shape]) => shape.test(userAgent))?.[1];
  const parts = [named(browsers), named(systems)].filter((part) => part !== undefined);
  return parts.length > 0 ? parts.join(' · ') : null;
}
