// `npm start`: installs what is missing, reads the sample reports (or those named), prints the
// brief and serves the workbench. `npm start -- FILE...` reads yours.
import { spawn } from 'node:child_process';
import { installDependencies, ownNode, root, run } from './setup.mjs';

installDependencies();
const args = process.argv.slice(2);
const portAt = args.indexOf('--port');
const port = portAt < 0 ? [] : args.splice(portAt, 2);
const own = args.length > 0;
const inputs = own ? args : ['samples/reports.ndjson'];
const archive = own ? [] : ['--archive', '.entente/samples.db'];
const entente = ['src/cli/main.ts', ...archive];

if (!own)
  process.stdout.write('These are sample reports, written for Entente about real happenings.\n\n');
const compared = run(ownNode, [...entente, 'compare', ...inputs]);
const added = run(ownNode, [...entente, '--quiet', 'add', ...inputs]);
if (added !== 0 && added !== 3) process.exit(added || compared);

const server = spawn(ownNode, [...entente, 'serve', ...port], { cwd: root, stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill('SIGTERM'));
server.on('exit', (code) => process.exit(code ?? 0));
