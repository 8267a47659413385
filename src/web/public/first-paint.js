// Runs before the first paint, so that a chosen theme or language never flashes. Kept in a file: the page allows no inline script.
(() => {
  const read = (key) => {
    try {
      return localStorage.getItem(`salesboard.${key}`);
    } catch {
      return null;
    }
  };
  const root = document.documentElement;
  const dark = matchMedia('(prefers-color-scheme: dark)').matches;
  const scheme = read('scheme');
  root.dataset.theme = scheme === 'dark' || scheme === 'light' ? scheme : dark ? 'dark' : 'light';
  const asked = new URLSearchParams(location.search).get('lang') ?? read('locale') ?? navigator.language;
  root.lang = asked.startsWith('en') ? 'en' : 'zh-CN';
})();
