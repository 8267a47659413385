import { useMe } from '#web/api/use-me.ts';
import { RepOverview } from './rep-overview.tsx';
import { TeamOverview } from './team-overview.tsx';
import '#web/charts/charts.css';
import './overview.css';

/** The first screen: about the rep for a rep, about the team for everyone else. */
export function OverviewPage() {
  const { viewer } = useMe();
  return viewer.role === 'rep' ? <RepOverview /> : <TeamOverview />;
}
