import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import type { TextKey } from '#web/text/use-text.ts';
import type { IconName } from './icon.tsx';

type Module = Readonly<Record<string, ComponentType>>;

const modules = import.meta.glob<Module>('../pages/*/*-page.tsx');

/** A page of the app: its folder in `pages/`, its place in the navigation. */
export type Page = Readonly<{
  id: string;
  path: `/${string}`;
  title: TextKey;
  icon: IconName;
  /** Pressed after `g`. */
  key: string;
  /** Whether the global filters apply to it. */
  filtered: boolean;
  /** Whether it is built of Ant Design's parts; the others do not load it. */
  antd: boolean;
  /** Starts loading the page's code. */
  load: () => Promise<Module>;
  Content: LazyExoticComponent<ComponentType>;
}>;

/** The pages in the order of the navigation; one whose folder is not there is not shown. */
export const pages: readonly Page[] = [
  page({ id: 'overview', icon: 'overview', key: 'o', filtered: true, antd: false, title: 'shell.page.overview' }),
  page({ id: 'revenue', icon: 'revenue', key: 'r', filtered: true, antd: false, title: 'shell.page.revenue' }),
  page({ id: 'data', icon: 'data', key: 'd', filtered: false, antd: true, title: 'shell.page.data' }),
].flat();

/** `pages/<id>/<id>-page.tsx` exports `<Id>Page`. */
function page(told: Pick<Page, 'id' | 'icon' | 'key' | 'filtered' | 'antd' | 'title'>): readonly Page[] {
  const load = modules[`../pages/${told.id}/${told.id}-page.tsx`];
  if (!load) return [];
  const name = `${told.id.charAt(0).toUpperCase()}${told.id.slice(1)}Page`;
  const Content = lazy(async () => {
    const component = (await load())[name];
    if (!component) throw new Error(`pages/${told.id}/${told.id}-page.tsx does not export ${name}`);
    return { default: component };
  });
  return [{ ...told, path: `/${told.id}`, load, Content }];
}
