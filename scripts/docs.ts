import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { apiReference, clientTypes } from './reference/api.ts';
import { licenceFaults, licencesReference, partsOf } from './reference/licences.ts';
import { metricsReference } from './reference/metrics.ts';
import { openApiDocument } from './reference/open-api-document.ts';
import {
  configurationReference,
  environmentExample,
  permissionsReference,
  problemsReference,
} from './reference/tables.ts';

/** Writes what is generated from the code; with `--check` only says what is out of date. */
const checking = process.argv.includes('--check');
const document = await openApiDocument();
const parts = partsOf(process.cwd());
const files: Readonly<Record<string, string>> = {
  'docs/reference/metrics.md': metricsReference(),
  'docs/reference/problems.md': problemsReference(),
  'docs/reference/configuration.md': configurationReference(),
  'docs/reference/permissions.md': permissionsReference(),
  'docs/reference/api.md': apiReference(document),
  'docs/reference/licences.md': licencesReference(parts),
  '.env.example': environmentExample(),
  'src/web/api/schema.generated.d.ts': await clientTypes(document),
};

const stale = Object.entries(files).filter(([path, text]) => !existsSync(path) || readFileSync(path, 'utf8') !== text);
for (const [path, text] of stale) {
  if (checking) console.log(`${path} is out of date: run \`npm run docs\``);
  else {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    console.log(`wrote ${path}`);
  }
}
const unfit = licenceFaults(parts);
for (const fault of unfit) console.log(fault);
process.exit(unfit.length > 0 || (checking && stale.length > 0) ? 1 : 0);
