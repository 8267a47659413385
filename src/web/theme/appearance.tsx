import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { remember, remembered } from './remembered.ts';
import { type ChangeColours, type Palette, palette, type Scheme } from './tokens.ts';

/** What the reader wants: a ground, or the system's. */
export type SchemeChoice = Scheme | 'system';

type Appearance = Readonly<{
  scheme: Scheme;
  choice: SchemeChoice;
  chooseScheme: (choice: SchemeChoice) => void;
  colours: ChangeColours;
  /** The workspace's colours unless this reader chose others; null goes back to the workspace's. */
  chooseColours: (colours: ChangeColours | null) => void;
  setWorkspaceColours: (colours: ChangeColours) => void;
  /** All colours as values, for drawings that cannot read CSS variables. */
  palette: Palette;
}>;

const AppearanceContext = createContext<Appearance | null>(null);

/** Light or dark, and which colour says up. Follows the system until the reader chooses; the choice is remembered. */
export function AppearanceProvider({ children }: Readonly<{ children: ReactNode }>) {
  const [choice, setChoice] = useState(rememberedScheme);
  const [ownColours, setOwnColours] = useState(rememberedColours);
  const [workspaceColours, setWorkspaceColours] = useState<ChangeColours>('red_up');
  const systemScheme = useSystemScheme();
  const scheme = choice === 'system' ? systemScheme : choice;
  const colours = ownColours ?? workspaceColours;
  useEffect(() => {
    document.documentElement.dataset.theme = scheme;
    document.documentElement.dataset.colours = colours;
  }, [scheme, colours]);
  const appearance = useMemo<Appearance>(
    () => ({
      scheme,
      choice,
      colours,
      palette: palette(scheme, colours),
      setWorkspaceColours,
      chooseScheme: (next) => {
        remember('scheme', next === 'system' ? null : next);
        setChoice(next);
      },
      chooseColours: (next) => {
        remember('colours', next);
        setOwnColours(next);
      },
    }),
    [scheme, choice, colours],
  );
  return <AppearanceContext value={appearance}>{children}</AppearanceContext>;
}

/** How the page looks now, and how to change it. */
export function useAppearance(): Appearance {
  const appearance = useContext(AppearanceContext);
  if (!appearance) throw new Error('useAppearance needs an AppearanceProvider above it');
  return appearance;
}

function rememberedScheme(): SchemeChoice {
  const kept = remembered('scheme');
  return kept === 'light' || kept === 'dark' ? kept : 'system';
}

function rememberedColours(): ChangeColours | null {
  const kept = remembered('colours');
  return kept === 'red_up' || kept === 'green_up' ? kept : null;
}

function useSystemScheme(): Scheme {
  const [dark, setDark] = useState(() => matchMedia('(prefers-color-scheme: dark)').matches);
  useEffect(() => {
    const system = matchMedia('(prefers-color-scheme: dark)');
    const follow = () => setDark(system.matches);
    system.addEventListener('change', follow);
    return () => system.removeEventListener('change', follow);
  }, []);
  return dark ? 'dark' : 'light';
}
