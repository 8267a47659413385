import { spawn } from 'node:child_process';
import { structureFaults } from './imports.ts';

/** The quick check: format, lint, types, structure, dead code, docs up to date. Everything runs, every fault is shown. */
const steps: readonly Readonly<{ name: string; command: readonly string[] }>[] = [
  { name: 'types', command: ['node_modules/typescript-7/bin/tsc', '-p', '.'] },
  {
    name: 'format and lint',
    command: ['node_modules/@biomejs/biome/bin/biome', 'ci', '--colors=off', '--error-on-warnings', '.'],
  },
  { name: 'dead code', command: ['node_modules/knip/bin/knip.js', '--no-progress'] },
  { name: 'docs', command: ['scripts/docs.ts', '--check'] },
];

const faults = structureFaults(process.cwd());
const results = [{ name: 'structure', code: faults.length ? 1 : 0, output: faults.join('\n') }];
for (const step of steps) results.push(await runStep(step));
for (const { name, code, output } of results) {
  console.log(`${code === 0 ? 'ok  ' : 'FAIL'} ${name}`);
  if (code !== 0) console.log(output.trimEnd());
}
process.exit(results.some(({ code }) => code !== 0) ? 1 : 0);

function runStep({ name, command }: (typeof steps)[number]): Promise<{ name: string; code: number; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, command, { stdio: ['ignore', 'pipe', 'pipe'] });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('close', (code) => resolve({ name, code: code ?? 1, output: Buffer.concat(chunks).toString() }));
  });
}
