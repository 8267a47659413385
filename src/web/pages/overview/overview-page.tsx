import { useMe } from '#web/api/use-me.ts';
import { RepOverview } from './rep-overview.tsx';
import { TeamOverview } from './team-overview.tsx';
import '#web/charts/charts.css';
import './overview.css';

/** The first screen: about their own number for whoever sees nothing else, about the team for everyone else. */
export function OverviewPage() {
  const { viewer } = useMe();
  return viewer.seesOnlySelf ? <RepOverview /> : <TeamOverview />;
}
