// `npm start`: installs what is missing, reads the sample reports, prints the brief and serves the
// workbench. `npm start -- FILE...` reads yours; `--port N` serves elsewhere.
import { spawn } from 'node:child_process';
import { installDependencies, ownNode, root } from './setup.mjs';

installDependencies();
const args = process.argv.slice(2);
const portAt = args.indexOf('--port');
const port = portAt < 0 ? [] : args.splice(portAt, 2);
const samples = args.length === 0;
if (samples) {
  process.stdout.write('These are sample reports, written for Entente about real happenings.\n\n');
}
const archive = samples ? ['--archive', '.entente/samples.db'] : [];
const inputs = samples ? ['samples/reports.ndjson'] : args;
const command = ['src/cli/main.ts', ...archive, 'serve', ...port, ...inputs];
const server = spawn(ownNode, command, { cwd: root, stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill('SIGTERM'));
server.on('exit', (code) => process.exit(code ?? 0));
