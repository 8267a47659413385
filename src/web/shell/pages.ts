import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import type { TextKey } from '#web/text/use-text.ts';
import type { IconName } from './icon-paths.ts';

type Module = Readonly<Record<string, ComponentType>>;

const modules = import.meta.glob<Module>('../pages/*/*-page.tsx');

/** A page below another: its path under it, `$id` for a part that varies. */
type InnerPage = Readonly<{
  path: `/${string}`;
  load: () => Promise<Module>;
  Content: LazyExoticComponent<ComponentType>;
}>;

/** A page of the app: its folder in `pages/`, its place in the navigation. */
export type Page = Readonly<{
  id: string;
  path: `/${string}`;
  title: TextKey;
  /** Its name under a phone's tab, where the title is too long. */
  tab?: TextKey;
  icon: IconName;
  /** Pressed after `g`. */
  key: string;
  /** The permission without which there is nothing on it to do or to see. */
  needs?: string;
  /** Whether the global filters apply to it. */
  filtered: boolean;
  /** Pages below it, such as one deal: opened from the page, not from the navigation. */
  inner: readonly InnerPage[];
  /** Starts loading the page's code. */
  load: () => Promise<Module>;
  Content: LazyExoticComponent<ComponentType>;
}>;

/** The pages in the order of the navigation; one whose folder is not there is not shown. */
export const pages: readonly Page[] = [
  page({ id: 'overview', icon: 'overview', key: 'o', filtered: true, title: 'shell.page.overview' }),
  page({
    id: 'pipeline',
    icon: 'pipeline',
    key: 'p',
    filtered: true,
    title: 'shell.page.pipeline',
    inner: { board: 'board', 'deals/$id': 'deal' },
  }),
  page({
    id: 'customers',
    icon: 'customers',
    key: 'c',
    filtered: true,
    title: 'shell.page.customers',
    inner: { 'my-day': 'my-day', 'one/$id': 'customer' },
  }),
  page({
    id: 'revenue',
    icon: 'revenue',
    key: 'r',
    filtered: true,
    title: 'shell.page.revenue',
    tab: 'shell.tab.revenue',
  }),
  page({
    id: 'data',
    icon: 'data',
    key: 'd',
    filtered: false,
    title: 'shell.page.data',
    needs: 'imports.read',
  }),
  page({
    id: 'operator',
    icon: 'operator',
    key: 'x',
    filtered: false,
    title: 'shell.page.operator',
    needs: 'operator',
  }),
  page({ id: 'settings', icon: 'settings', key: 's', filtered: false, title: 'shell.page.settings' }),
].flat();

type Told = Pick<Page, 'id' | 'icon' | 'key' | 'filtered' | 'title' | 'tab' | 'needs'> &
  /** Path under the page → the name of its file. */
  Readonly<{ inner?: Readonly<Record<string, string>> }>;

/** `pages/<id>/<id>-page.tsx` exports `<Id>Page`; an inner page is `pages/<id>/<name>-page.tsx`. */
function page({ inner = {}, ...told }: Told): readonly Page[] {
  const own = found(told.id, told.id);
  if (!own) return [];
  const below = Object.entries(inner).flatMap(([path, name]): InnerPage[] => {
    const one = found(told.id, name);
    return one ? [{ path: `/${told.id}/${path}`, ...one }] : [];
  });
  return [{ ...told, path: `/${told.id}`, inner: below, ...own }];
}

function found(folder: string, name: string): Pick<Page, 'load' | 'Content'> | null {
  const file = `../pages/${folder}/${name}-page.tsx`;
  const load = modules[file];
  if (!load) return null;
  const exported = `${name.replaceAll(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase())}Page`;
  const Content = lazy(async () => {
    const component = (await load())[exported];
    if (!component) throw new Error(`${file} does not export ${exported}`);
    return { default: component };
  });
  return { load, Content };
}
