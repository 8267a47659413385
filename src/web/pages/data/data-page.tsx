import { useMe } from '#web/api/use-me.ts';
import { DataStart } from './data-start.tsx';
import { ImportView } from './import-view.tsx';
import { NoAccess } from './no-access.tsx';
import { useDataPlace } from './use-data-place.ts';
import { Wizard } from './wizard.tsx';
import '../lead/lead.css';
import './data.css';
import './wizard.css';
import './phone.css';

/** Data: bringing files in, what came in before and how to take it back, how fresh it all is. */
export function DataPage() {
  const { permissions } = useMe().viewer;
  const { place } = useDataPlace();
  const mayWrite = permissions.includes('imports.write');
  if (!permissions.includes('imports.read')) return <NoAccess />;
  if (place.at === 'import') {
    return <ImportView key={place.importId} id={place.importId} uploadId={place.uploadId} mayWrite={mayWrite} />;
  }
  if (place.at === 'start' || !mayWrite) return <DataStart mayWrite={mayWrite} />;
  return <Wizard key={place.uploadId} uploadId={place.uploadId} step={place.at} />;
}
